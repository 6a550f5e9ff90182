// Writing a segment by Xapian's own classes.

#include <xapian.h>

#include <string>
#include <vector>

#include "blocks.h"
#include "guard.h"
#include "reader.h"

struct cxs_writer {
  explicit cxs_writer(const char *path) : path(path) {}

  /// The database, made when it is first written to. It flushes by itself, so that its memory is bounded.
  Xapian::WritableDatabase &database() {
    if (!is_open) {
      opened = Xapian::WritableDatabase(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
      is_open = true;
    }
    return opened;
  }

  const std::string path;
  /// Documents whose terms are still to come, in the order of their ids from 1.
  std::vector<Xapian::Document> documents;

 private:
  Xapian::WritableDatabase opened;
  bool is_open = false;
};

namespace {

/// A document with all that belongs to it, no longer bound to the database that it was read from.
Xapian::Document copy_of(const Xapian::Document &source) {
  Xapian::Document copy;
  copy.set_data(source.get_data());
  for (auto value = source.values_begin(); value != source.values_end(); ++value)
    copy.add_value(value.get_valueno(), *value);
  for (auto term = source.termlist_begin(); term != source.termlist_end(); ++term) {
    copy.add_term(*term, term.get_wdf());
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position)
      copy.add_posting(*term, *position, 0);
  }
  return copy;
}

}  // namespace

cxs_error *cxs_writer_create(const char *path, cxs_writer **out) {
  *out = nullptr;
  return cxs::guarded([&] { *out = new cxs_writer(path); });
}

cxs_error *cxs_writer_add_document(cxs_writer *writer, const cxs_value *values, size_t value_count, const uint8_t *data,
                                   size_t length) {
  return cxs::guarded([&] {
    Xapian::Document document;
    document.set_data(cxs::bytes_of(data, length));
    for (size_t index = 0; index < value_count; ++index)
      document.add_value(values[index].slot, cxs::bytes_of(values[index].bytes, values[index].length));
    writer->documents.push_back(document);
  });
}

cxs_error *cxs_writer_add_term(cxs_writer *writer, const uint8_t *name, size_t length, const cxs_occurrences *documents,
                               size_t count, const uint32_t *positions) {
  return cxs::guarded([&] {
    const std::string term = cxs::bytes_of(name, length);
    size_t place = 0;
    for (size_t index = 0; index < count; ++index) {
      const cxs_occurrences &occurrences = documents[index];
      if (occurrences.docid < 1 || occurrences.docid > writer->documents.size())
        throw cxs::Failure(CXS_BAD_ARGUMENT, "a term stands in a document that was not added");
      Xapian::Document &document = writer->documents[occurrences.docid - 1];
      document.add_term(term, occurrences.frequency);
      for (; place < occurrences.position_end; ++place) document.add_posting(term, positions[place], 0);
    }
  });
}

cxs_error *cxs_writer_add_segment(cxs_writer *writer, const cxs_segment *segment, size_t *copied) {
  *copied = 0;
  return cxs::guarded([&] {
    const cxs::CheckedReads checks(segment->path);
    const Xapian::Database source(segment->path);
    const cxs::Deletions deletions(*segment);
    const Xapian::docid last = source.get_lastdocid();
    for (Xapian::docid id = deletions.first_kept(1); id <= last; id = deletions.first_kept(id + 1)) {
      writer->database().add_document(copy_of(source.get_document(id)));
      ++*copied;
    }
  });
}

cxs_error *cxs_writer_finish(cxs_writer *writer) {
  return cxs::guarded([&] {
    Xapian::WritableDatabase &database = writer->database();
    for (const Xapian::Document &document : writer->documents) database.add_document(document);
    writer->documents.clear();
    database.commit();
    database.close();
  });
}

void cxs_writer_free(cxs_writer *writer) { delete writer; }
