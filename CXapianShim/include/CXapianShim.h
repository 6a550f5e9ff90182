// The C interface to Xapian: segments are checked, opened as a set and searched through it, and written on request.
//
// Rules that hold for every declaration:
// - A function that can fail returns an error, which is the caller's to end with cxs_error_free, or NULL for
//   success. On failure nothing is written through `out` parameters except NULL. No exception leaves.
// - Text crosses as bytes and a count; nothing ends with a NUL but paths, error texts and version.
// - Results are copies: they are the caller's, and live until their own free function is called, whatever
//   happens to the reader they came from. All free functions take NULL.
// - A handle belongs to one thread at a time; different handles may be used at once.
// - Term prefixes and value slots are the caller's business: none has a meaning here.

#ifndef CXAPIANSHIM_H
#define CXAPIANSHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// ---- Errors

/// What a caller can do about a failure: one code for each reaction.
typedef enum cxs_code {
  /// There is no such database or document.
  CXS_NOT_FOUND = 1,
  /// The files are damaged, or not of a version that this Xapian reads.
  CXS_CORRUPT = 2,
  /// The database was changed beneath a reader: open it again.
  CXS_MODIFIED = 3,
  /// The query program makes no query.
  CXS_BAD_QUERY = 4,
  /// Reading failed for another reason.
  CXS_INPUT_OUTPUT = 5,
  /// An argument is out of its range: a mistake of the caller.
  CXS_BAD_ARGUMENT = 6,
  /// Memory ran out, or something that was not foreseen.
  CXS_UNEXPECTED = 7
} cxs_code;

/// A failure: its code and a text that says what was wrong.
typedef struct cxs_error cxs_error;

/// The reaction that the error asks for.
cxs_code cxs_error_code(const cxs_error *_Nonnull error);

/// What went wrong; the text belongs to the error and lives as long.
const char *_Nonnull cxs_error_message(const cxs_error *_Nonnull error);

/// Ends an error.
void cxs_error_free(cxs_error *_Nullable error);

/// The version of the Xapian library in use, as "1.4.22"; static, never freed.
const char *_Nonnull cxs_xapian_version(void);

// ---- Shared shapes

/// A stretch of the byte buffer that goes with the call or the result.
typedef struct cxs_slice {
  uint32_t offset;
  uint32_t length;
} cxs_slice;

/// A run of documents of one segment: `count` ids from `first`.
typedef struct cxs_run {
  uint32_t first;
  uint32_t count;
} cxs_run;

/// A document: the place of its segment in the reader's set, and its id there.
typedef struct cxs_document {
  uint32_t segment;
  uint32_t docid;
} cxs_document;

/// A list of terms, borrowed for the call: slices of `bytes`.
typedef struct cxs_terms {
  const uint8_t *_Nullable bytes;
  size_t byte_count;
  const cxs_slice *_Nullable slices;
  size_t count;
} cxs_terms;

/// A segment to open, borrowed for the call. `deleted` are disjoint runs in ascending order.
typedef struct cxs_segment {
  const char *_Nonnull path;
  const cxs_run *_Nullable deleted;
  size_t deleted_count;
  /// Whether its reads are not to be held against the file `blocks`, for want of one that can be relied on.
  bool is_unchecked;
} cxs_segment;

/// A list of byte strings: string i ends at `ends[i]` and begins where the one before ends.
typedef struct cxs_strings {
  size_t count;
  const uint64_t *_Nonnull ends;
  const uint8_t *_Nonnull bytes;
} cxs_strings;

/// Ends a list of byte strings and all that it points to.
void cxs_strings_free(cxs_strings *_Nullable strings);

// ---- Checking

/// Runs Xapian's own check over the files of a segment. `*problems` is how many were found; `*report`
/// is one string that describes them, the caller's to end with cxs_strings_free.
cxs_error *_Nullable cxs_check(const char *_Nonnull path, size_t *_Nonnull problems,
                               cxs_strings *_Nullable *_Nonnull report);

// ---- Checks of files

/// Hashes the blocks of all files of a segment's folder. `*out` is one string, the caller's to end with
/// cxs_strings_free, to be written to the folder as the file `blocks`. From then on whatever is read from those files
/// through cxs_reader_open or cxs_check is held against it, and fails with CXS_CORRUPT where it differs;
/// a segment without that file is read unchecked. The file itself must be held against a hash by the caller.
cxs_error *_Nullable cxs_blocks_hash(const char *_Nonnull path, cxs_strings *_Nullable *_Nonnull out);

/// Reads all files of a segment and holds them against the file `blocks`. `*out` has one string for each file that is
/// not as it was written, which says what is wrong; the caller's to end with cxs_strings_free.
cxs_error *_Nullable cxs_blocks_check(const char *_Nonnull path, cxs_strings *_Nullable *_Nonnull out);

/// What one file of a segment must be like, block by block, for whoever reads it in another way than Xapian's.
typedef struct cxs_checked_file cxs_checked_file;

/// Takes what the file `blocks` of a segment's folder says of a file. `*out` is the caller's, to end with
/// cxs_checked_file_free. Fails with CXS_CORRUPT where it says nothing of that file.
cxs_error *_Nullable cxs_checked_file_open(const char *_Nonnull path, const char *_Nonnull name,
                                           cxs_checked_file *_Nullable *_Nonnull out);

/// Holds a stretch of the file, `count` bytes from `offset` of the `size` bytes at `file`, against the hashes of its
/// blocks, each block once. Fails with CXS_CORRUPT. May be called from several threads at once.
cxs_error *_Nullable cxs_checked_file_check(cxs_checked_file *_Nonnull checked, const uint8_t *_Nonnull file,
                                            size_t size, size_t offset, size_t count);

/// Ends what cxs_checked_file_open gave.
void cxs_checked_file_free(cxs_checked_file *_Nullable checked);

// ---- Reading

/// A set of segments, opened for reading, as they are at that moment.
typedef struct cxs_reader cxs_reader;

/// Opens segments as one set; none at all is an empty set.
/// `*out` is the caller's, to end with cxs_reader_free.
cxs_error *_Nullable cxs_reader_open(const cxs_segment *_Nullable segments, size_t count,
                                     cxs_reader *_Nullable *_Nonnull out);

/// Has the replaced `pread` check nothing on this thread, as in a program in which it takes no effect; for tests.
void cxs_reads_set_effect(bool has_effect);

/// Whether the reads of the last segment that was opened were seen to be checked. Where they are not, each segment
/// is read to its end and held against the file `blocks` when it is opened, which is slow but as safe.
bool cxs_reads_are_checked(void);

/// Closes a reader; its results live on.
void cxs_reader_free(cxs_reader *_Nullable reader);

/// The size of one segment.
typedef struct cxs_segment_size {
  /// Documents, without the deleted.
  uint32_t documents;
  /// Documents that are deleted but still in the files.
  uint32_t deleted;
  /// The highest document id ever used.
  uint32_t last_docid;
  /// The sum of the lengths of all documents in terms, the deleted included.
  uint64_t total_length;
} cxs_segment_size;

/// Gives the size of the segment at a place of the set.
cxs_error *_Nullable cxs_reader_size(cxs_reader *_Nonnull reader, uint32_t segment,
                                     cxs_segment_size *_Nonnull out);

/// Posting lists: term i's documents end at `ends[i]`; in each list segments ascend, and ids within them.
typedef struct cxs_postings {
  size_t count;
  const uint64_t *_Nonnull ends;
  const cxs_document *_Nonnull documents;
} cxs_postings;

/// Reads the posting list of each term, without deleted documents.
/// `*out` is the caller's, to end with cxs_postings_free.
cxs_error *_Nullable cxs_reader_postings(cxs_reader *_Nonnull reader, const cxs_terms *_Nonnull terms,
                                         cxs_postings *_Nullable *_Nonnull out);

/// Ends posting lists.
void cxs_postings_free(cxs_postings *_Nullable postings);

/// Terms in byte order with the number of documents that have each, the deleted included.
typedef struct cxs_vocabulary {
  cxs_strings terms;
  const uint64_t *_Nonnull documents;
} cxs_vocabulary;

/// Lists up to `limit` terms that begin with `prefix` and come after `after` (which may be empty).
/// `*out` is the caller's, to end with cxs_vocabulary_free.
cxs_error *_Nullable cxs_reader_vocabulary(cxs_reader *_Nonnull reader, const uint8_t *_Nullable prefix,
                                           size_t prefix_count, const uint8_t *_Nullable after,
                                           size_t after_count, size_t limit,
                                           cxs_vocabulary *_Nullable *_Nonnull out);

/// Ends a vocabulary.
void cxs_vocabulary_free(cxs_vocabulary *_Nullable vocabulary);

/// The data of each document, in the order asked for; deleted documents are read like others.
/// `*out` is the caller's, to end with cxs_strings_free. Fails with CXS_NOT_FOUND for an id never used.
cxs_error *_Nullable cxs_reader_data(cxs_reader *_Nonnull reader, const cxs_document *_Nullable documents,
                                     size_t count, cxs_strings *_Nullable *_Nonnull out);

/// A value of each document, in the order asked for; empty where a document has none in that slot.
/// `*out` is the caller's, to end with cxs_strings_free.
cxs_error *_Nullable cxs_reader_values(cxs_reader *_Nonnull reader, uint32_t slot,
                                       const cxs_document *_Nullable documents, size_t count,
                                       cxs_strings *_Nullable *_Nonnull out);

/// The lowest and highest value in a slot over all segments, as two strings; bounds, not always attained.
/// `*out` is the caller's, to end with cxs_strings_free.
cxs_error *_Nullable cxs_reader_value_bounds(cxs_reader *_Nonnull reader, uint32_t slot,
                                             cxs_strings *_Nullable *_Nonnull out);

/// Term lists: document i's terms end at `ends[i]` in `terms`.
typedef struct cxs_term_lists {
  size_t count;
  const uint64_t *_Nonnull ends;
  cxs_strings terms;
} cxs_term_lists;

/// Lists the terms of each document that begin with `prefix`.
/// `*out` is the caller's, to end with cxs_term_lists_free.
cxs_error *_Nullable cxs_reader_term_lists(cxs_reader *_Nonnull reader,
                                           const cxs_document *_Nullable documents, size_t count,
                                           const uint8_t *_Nullable prefix, size_t prefix_count,
                                           cxs_term_lists *_Nullable *_Nonnull out);

/// Ends term lists.
void cxs_term_lists_free(cxs_term_lists *_Nullable lists);

/// A term in a document: the place of the term in the list that goes with it.
typedef struct cxs_place {
  cxs_document document;
  uint32_t term;
} cxs_place;

/// Lists of positions, ascending: list i ends at `ends[i]`.
typedef struct cxs_positions {
  size_t count;
  const uint64_t *_Nonnull ends;
  const uint32_t *_Nonnull positions;
} cxs_positions;

/// Reads the positions of terms in documents, a list for each place, in the order asked for.
/// `*out` is the caller's, to end with cxs_positions_free.
cxs_error *_Nullable cxs_reader_positions(cxs_reader *_Nonnull reader, const cxs_terms *_Nonnull terms,
                                          const cxs_place *_Nullable places, size_t count,
                                          cxs_positions *_Nullable *_Nonnull out);

/// Ends positions.
void cxs_positions_free(cxs_positions *_Nullable positions);

// ---- Searching

/// What a step of a query program does. Steps run in order on a stack of queries.
/// Xapian's OP_MAX has no step: in 1.4.22 its matcher can go on with a posting list that it has freed.
typedef enum cxs_step_kind {
  /// Pushes the term `first`.
  CXS_TERM = 0,
  /// Pushes the query that every document matches.
  CXS_ALL = 1,
  /// Pushes the query that no document matches.
  CXS_NOTHING = 2,
  /// Pushes a range: values of `slot` from `first` to `second`, both included; an empty `second` is no end.
  CXS_VALUE_RANGE = 3,
  /// Replaces the last `operands` queries by those that match all of them.
  CXS_AND = 4,
  /// ... any of them.
  CXS_OR = 5,
  /// ... any of them, weighed as one term.
  CXS_SYNONYM = 6,
  /// ... the first of them but none of the others.
  CXS_AND_NOT = 8,
  /// ... the first of them, the others adding weight only.
  CXS_AND_MAYBE = 9,
  /// ... the first of them, the others adding no weight.
  CXS_FILTER = 10,
  /// ... their terms in this order within `window` positions.
  CXS_PHRASE = 11,
  /// ... their terms in any order within `window` positions.
  CXS_NEAR = 12,
  /// Replaces the last query by the same with its weight multiplied by `factor`, which is not negative.
  CXS_SCALE = 13
} cxs_step_kind;

/// One step of a query program.
typedef struct cxs_step {
  /// A cxs_step_kind.
  uint32_t kind;
  uint32_t operands;
  uint32_t window;
  uint32_t slot;
  double factor;
  cxs_slice first;
  cxs_slice second;
} cxs_step;

/// How hits are ordered.
typedef enum cxs_order {
  /// By weight, the best first.
  CXS_BY_WEIGHT = 0,
  /// By the value of a slot, the lowest first, then by weight.
  CXS_BY_VALUE_ASCENDING = 1,
  /// By the value of a slot, the highest first, then by weight.
  CXS_BY_VALUE_DESCENDING = 2
} cxs_order;

/// A search for one page of hits, borrowed for the call.
typedef struct cxs_search_request {
  const uint8_t *_Nullable bytes;
  size_t byte_count;
  const cxs_step *_Nullable steps;
  size_t step_count;
  /// How many of the best to leave out, and how many to give after those.
  uint32_t first;
  uint32_t count;
  /// How many matches to look at for an exact count, at the least.
  uint32_t check_at_least;
  /// A cxs_order, and the slot that it reads.
  uint32_t order;
  uint32_t order_slot;
  /// The slot whose value each hit brings with it.
  uint32_t value_slot;
  /// BM25: k1, b and the least normalised length.
  double k1;
  double b;
  double min_length;
} cxs_search_request;

/// One hit; `value` is a slice of the bytes of the page.
typedef struct cxs_hit {
  cxs_document document;
  cxs_slice value;
  double weight;
} cxs_hit;

/// A page of hits with the number of all matches: a lower and an upper bound, and an estimate between.
typedef struct cxs_hits {
  size_t count;
  const cxs_hit *_Nonnull hits;
  const uint8_t *_Nonnull bytes;
  uint64_t matches_lower;
  uint64_t matches_estimated;
  uint64_t matches_upper;
} cxs_hits;

/// Runs a query program over all segments, without deleted documents, and copies out one page of hits.
/// `*out` is the caller's, to end with cxs_hits_free. Fails with CXS_BAD_QUERY for a program that is none.
cxs_error *_Nullable cxs_reader_search(cxs_reader *_Nonnull reader,
                                       const cxs_search_request *_Nonnull request,
                                       cxs_hits *_Nullable *_Nonnull out);

/// Ends a page of hits.
void cxs_hits_free(cxs_hits *_Nullable hits);

/// Lists all documents that match a query program, without deleted ones, as one posting list. Of the request only the
/// program is read. `*out` is the caller's, to end with cxs_postings_free. Fails with CXS_BAD_QUERY for a program
/// that is none.
cxs_error *_Nullable cxs_reader_matching(cxs_reader *_Nonnull reader,
                                         const cxs_search_request *_Nonnull request,
                                         cxs_postings *_Nullable *_Nonnull out);

#ifdef __cplusplus
}
#endif

#include "CXapianWriter.h"

#endif
