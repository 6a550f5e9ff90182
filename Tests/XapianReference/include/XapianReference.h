// What Xapian's own classes make of texts and documents, for the tests that hold ours against them.

#ifndef XAPIANREFERENCE_H
#define XAPIANREFERENCE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Gives each term of a text to `take`, once for each of its positions, in the order of terms; without positions
/// once with position 0. The strategy is STEM_ALL. The bytes of a term are good until `take` returns.
void reference_terms(const char *_Nonnull text, size_t count, const char *_Nonnull language,
                     void *_Nullable context,
                     void (*_Nonnull take)(void *_Nullable context, const char *_Nonnull term, size_t length,
                                           uint32_t position));

/// Xapian's own writer of a database. Its calls end the process where they fail: a test has no use for more.
typedef struct reference_writer reference_writer;

/// Makes a new database.
reference_writer *_Nonnull reference_writer_create(const char *_Nonnull path);

/// A document under construction, one for a writer.
void reference_writer_begin(reference_writer *_Nonnull writer);

/// Adds an occurrence to the document: a position from 1, or 0 for one that is counted without.
void reference_writer_occurrence(reference_writer *_Nonnull writer, const uint8_t *_Nonnull term, size_t length,
                                 uint32_t position);

/// Adds a tag to the document, which counts nothing.
void reference_writer_tag(reference_writer *_Nonnull writer, const uint8_t *_Nonnull term, size_t length);

/// Sets a value of the document.
void reference_writer_value(reference_writer *_Nonnull writer, uint32_t slot, const uint8_t *_Nullable bytes,
                            size_t length);

/// Adds the document with its data and returns its id.
uint32_t reference_writer_end(reference_writer *_Nonnull writer, const uint8_t *_Nullable data, size_t length);

/// Makes everything so far visible to readers.
void reference_writer_commit(reference_writer *_Nonnull writer);

/// Commits, and ends the writer.
void reference_writer_free(reference_writer *_Nonnull writer);

/// Removes a document from a database that is there already, as a writer that opens it does.
void reference_delete(const char *_Nonnull path, uint32_t document);

/// Merges two databases into a new one, as Xapian's compaction does.
void reference_merge(const char *_Nonnull one, const char *_Nonnull other, const char *_Nonnull destination);

/// Gives everything that Xapian reads from a database to `take`, a line at a time: statistics, documents with their
/// terms and values, posting lists with positions, bounds of values. A line is good until `take` returns.
void reference_dump(const char *_Nonnull path, void *_Nullable context,
                    void (*_Nonnull take)(void *_Nullable context, const char *_Nonnull line, size_t length));

/// The number of problems that Xapian's check finds in a database.
size_t reference_check(const char *_Nonnull path);

#ifdef __cplusplus
}
#endif

#endif
