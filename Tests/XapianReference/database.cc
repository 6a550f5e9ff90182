#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "XapianReference.h"

struct reference_writer {
  Xapian::WritableDatabase database;
  Xapian::Document document;
};

namespace {

/// Runs `body`; where Xapian throws, the process ends with what it says.
template <typename Body>
auto guarded(Body body) {
  try {
    return body();
  } catch (const Xapian::Error &error) {
    std::fprintf(stderr, "reference: %s\n", error.get_description().c_str());
    std::abort();
  }
}

std::string bytes_of(const uint8_t *bytes, size_t length) {
  return length == 0 ? std::string() : std::string(reinterpret_cast<const char *>(bytes), length);
}

/// Bytes as text: what is no printing ASCII character as its number.
std::string shown(const std::string &bytes) {
  std::string text;
  for (const unsigned char byte : bytes) {
    if (byte > 0x20 && byte < 0x7F)
      text += char(byte);
    else
      text += "<" + std::to_string(byte) + ">";
  }
  return text;
}

void dump_document(const Xapian::Database &database, Xapian::docid id, std::ostream &out) {
  const Xapian::Document document = database.get_document(id);
  out << "document " << id << " length " << database.get_doclength(id) << " terms " << document.termlist_count()
      << " unique " << database.get_unique_terms(id) << " data " << shown(document.get_data()) << '\n';
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    out << "  " << shown(*term) << ' ' << term.get_wdf() << '\n';
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    out << "  value " << value.get_valueno() << ' ' << shown(*value) << '\n';
}

void dump_term(const Xapian::Database &database, const std::string &term, std::ostream &out) {
  out << "term " << shown(term) << " in " << database.get_termfreq(term) << " occurs "
      << database.get_collection_freq(term) << " at most " << database.get_wdf_upper_bound(term) << '\n';
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
    out << "  " << *posting << " wdf " << posting.get_wdf() << " length " << posting.get_doclength() << " at";
    for (auto position = posting.positionlist_begin(); position != posting.positionlist_end(); ++position)
      out << ' ' << *position;
    out << '\n';
  }
}

void dump(const Xapian::Database &database, std::ostream &out) {
  out << "documents " << database.get_doccount() << " last " << database.get_lastdocid() << " mean length "
      << database.get_avlength() << " positions " << database.has_positions() << " lengths "
      << database.get_doclength_lower_bound() << " to " << database.get_doclength_upper_bound() << '\n';
  for (auto document = database.postlist_begin(std::string()); document != database.postlist_end(std::string());
       ++document)
    dump_document(database, *document, out);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    dump_term(database, *term, out);
  for (Xapian::valueno slot = 0; slot < 8; ++slot) {
    out << "slot " << slot << " in " << database.get_value_freq(slot) << " from "
        << shown(database.get_value_lower_bound(slot)) << " to " << shown(database.get_value_upper_bound(slot)) << '\n';
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
      out << "  " << value.get_docid() << ' ' << shown(*value) << '\n';
  }
}

}  // namespace

reference_writer *reference_writer_create(const char *path) {
  return guarded([&] {
    const int flags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;
    return new reference_writer{Xapian::WritableDatabase(path, flags), Xapian::Document()};
  });
}

void reference_writer_begin(reference_writer *writer) { writer->document = Xapian::Document(); }

void reference_writer_occurrence(reference_writer *writer, const uint8_t *term, size_t length, uint32_t position) {
  guarded([&] {
    if (position > 0)
      writer->document.add_posting(bytes_of(term, length), position);
    else
      writer->document.add_term(bytes_of(term, length));
  });
}

void reference_writer_tag(reference_writer *writer, const uint8_t *term, size_t length) {
  guarded([&] { writer->document.add_boolean_term(bytes_of(term, length)); });
}

void reference_writer_value(reference_writer *writer, uint32_t slot, const uint8_t *bytes, size_t length) {
  guarded([&] { writer->document.add_value(slot, bytes_of(bytes, length)); });
}

uint32_t reference_writer_end(reference_writer *writer, const uint8_t *data, size_t length) {
  return guarded([&] {
    writer->document.set_data(bytes_of(data, length));
    return uint32_t(writer->database.add_document(writer->document));
  });
}

void reference_writer_commit(reference_writer *writer) {
  guarded([&] { writer->database.commit(); });
}

void reference_writer_free(reference_writer *writer) {
  reference_writer_commit(writer);
  delete writer;
}

void reference_delete(const char *path, uint32_t document) {
  guarded([&] {
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    database.delete_document(document);
    database.commit();
  });
}

void reference_merge(const char *one, const char *other, const char *destination) {
  guarded([&] {
    Xapian::Database both;
    both.add_database(Xapian::Database(one));
    both.add_database(Xapian::Database(other));
    both.compact(destination, Xapian::Compactor::FULL, 0);
  });
}

void reference_dump(const char *path, void *context, void (*take)(void *, const char *, size_t)) {
  guarded([&] {
    std::stringstream lines;
    dump(Xapian::Database(path), lines);
    for (std::string line; std::getline(lines, line);) take(context, line.data(), line.size());
  });
}

size_t reference_check(const char *path) {
  return guarded([&] {
    std::ostringstream report;
    return Xapian::Database::check(path, 0, &report);
  });
}
