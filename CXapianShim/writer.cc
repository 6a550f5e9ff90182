// Writing a new segment.

#include <xapian.h>

#include <sys/stat.h>

#include <cstring>

#include "guard.h"

struct cxs_writer {
  Xapian::WritableDatabase database;
  bool closed = false;

  /// The database; throws once it is closed, which Xapian does not notice as long as nothing is pending.
  Xapian::WritableDatabase &open() {
    if (closed) throw cxs::Failure(CXS_BAD_ARGUMENT, "the writer is closed");
    return database;
  }
};

namespace {

constexpr int new_segment = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

/// Refuses whatever would break later: glass keeps a term in a key of at most 255 bytes in which a NUL takes
/// two, and says so at the commit only, where the whole batch is lost.
void check_term(const cxs_documents &given, cxs_slice slice) {
  cxs::check_slice(given.byte_count, slice);
  if (slice.length == 0 || slice.length > 245)
    throw cxs::Failure(CXS_BAD_ARGUMENT, "a term must have 1 to 245 bytes");
  if (std::memchr(given.bytes + slice.offset, 0, slice.length) != nullptr)
    throw cxs::Failure(CXS_BAD_ARGUMENT, "a term must not contain a NUL");
}

void check(const cxs_documents &given) {
  size_t postings = 0, values = 0;
  for (size_t i = 0; i < given.count; ++i) {
    postings += given.sizes[i].postings;
    values += given.sizes[i].values;
  }
  if (given.count == 0) throw cxs::Failure(CXS_BAD_ARGUMENT, "no documents to add");
  if (postings != given.posting_count || values != given.value_count)
    throw cxs::Failure(CXS_BAD_ARGUMENT, "the documents' sizes do not add up to what is given");
  for (size_t i = 0; i < given.posting_count; ++i) {
    check_term(given, given.postings[i].term);
    if (given.postings[i].kind > CXS_BOOLEAN)
      throw cxs::Failure(CXS_BAD_ARGUMENT, "a posting is of no known kind");
  }
  for (size_t i = 0; i < given.value_count; ++i) cxs::check_slice(given.byte_count, given.values[i].bytes);
}

void add(const cxs_documents &given, const cxs_posting &posting, Xapian::Document &document) {
  const std::string term = cxs::bytes_of(given.bytes, given.byte_count, posting.term);
  switch (posting.kind) {
    case CXS_POSITIONED:
      document.add_posting(term, posting.position);
      break;
    case CXS_COUNTED:
      document.add_term(term);
      break;
    default:
      document.add_boolean_term(term);
  }
}

}  // namespace

cxs_error *cxs_writer_create(const char *path, cxs_writer **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    struct stat status;
    if (::lstat(path, &status) == 0)
      throw cxs::Failure(CXS_BAD_ARGUMENT, std::string("there is something at '") + path + "' already");
    *out = new cxs_writer{Xapian::WritableDatabase(path, new_segment), false};
  });
}

cxs_error *cxs_writer_add(cxs_writer *writer, const cxs_documents *documents, uint32_t *first) {
  return cxs::guarded([&] {
    check(*documents);
    const cxs_posting *posting = documents->postings;
    const cxs_value *value = documents->values;
    for (size_t i = 0; i < documents->count; ++i) {
      Xapian::Document document;
      for (uint32_t n = documents->sizes[i].postings; n > 0; --n) add(*documents, *posting++, document);
      for (uint32_t n = documents->sizes[i].values; n > 0; --n, ++value)
        document.add_value(value->slot, cxs::bytes_of(documents->bytes, documents->byte_count, value->bytes));
      if (i == 0) document.set_data(cxs::bytes_of(documents->data, documents->data_count));
      const uint32_t docid = writer->open().add_document(document);
      if (i == 0) *first = docid;
    }
  });
}

cxs_error *cxs_writer_flush(cxs_writer *writer) {
  return cxs::guarded([&] { writer->open().commit(); });
}

cxs_error *cxs_writer_close(cxs_writer *writer) {
  return cxs::guarded([&] {
    writer->open().commit();
    writer->database.close();
    writer->closed = true;
  });
}

void cxs_writer_free(cxs_writer *writer) { delete writer; }
