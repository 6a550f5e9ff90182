// The C interface to Xapian's own writer; the rules of CXapianShim.h hold here too.

#ifndef CXAPIANWRITER_H
#define CXAPIANWRITER_H

#include "CXapianShim.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Xapian's own writer of a segment's database, in place of ours. Documents are added one by one, each with its terms later,
/// or with all that belongs to them from segments; a writer takes the one or the other.
typedef struct cxs_writer cxs_writer;

/// A value of a document.
typedef struct cxs_value {
  uint32_t slot;
  const uint8_t *_Nullable bytes;
  size_t length;
} cxs_value;

/// A document with a term: how often, 0 for a tag, and where its positions end among those of the call.
typedef struct cxs_occurrences {
  uint32_t docid;
  uint32_t frequency;
  size_t position_end;
} cxs_occurrences;

/// Begins a database in an empty folder. Documents that are added one by one are in memory until cxs_writer_finish.
/// `*out` is the caller's, to end with cxs_writer_free.
cxs_error *_Nullable cxs_writer_create(const char *_Nonnull path, cxs_writer *_Nullable *_Nonnull out);

/// Adds a document, whose id is one more than that of the one before, from 1.
cxs_error *_Nullable cxs_writer_add_document(cxs_writer *_Nonnull writer, const cxs_value *_Nullable values,
                                             size_t value_count, const uint8_t *_Nullable data, size_t length);

/// Adds a term to documents that were added, with its positions in each, those of a document back to back.
cxs_error *_Nullable cxs_writer_add_term(cxs_writer *_Nonnull writer, const uint8_t *_Nonnull name, size_t length,
                                         const cxs_occurrences *_Nonnull documents, size_t count,
                                         const uint32_t *_Nullable positions);

/// Adds all documents of a segment but the deleted ones, in order, with all that belongs to them; `*copied` is how many.
cxs_error *_Nullable cxs_writer_add_segment(cxs_writer *_Nonnull writer, const cxs_segment *_Nonnull segment,
                                            size_t *_Nonnull copied);

/// Writes the database; the writer can only be ended then. Nothing is synced to the disk: that is the caller's.
cxs_error *_Nullable cxs_writer_finish(cxs_writer *_Nonnull writer);

/// Ends a writer.
void cxs_writer_free(cxs_writer *_Nullable writer);

#ifdef __cplusplus
}
#endif

#endif
