// Reading documents: data, values, terms and positions, for a batch at a time.

#include <algorithm>
#include <numeric>

#include "guard.h"
#include "reader.h"
#include "strings.h"

namespace {

struct TermListStorage {
  std::vector<uint64_t> ends;
  cxs::StringList terms;
};
using OwnedTermLists = cxs::Owned<cxs_term_lists, TermListStorage>;

struct VocabularyStorage {
  cxs::StringList terms;
  std::vector<uint64_t> documents;
};
using OwnedVocabulary = cxs::Owned<cxs_vocabulary, VocabularyStorage>;

struct PositionStorage {
  std::vector<uint64_t> ends;
  std::vector<uint32_t> positions;
};
using OwnedPositions = cxs::Owned<cxs_positions, PositionStorage>;

bool begins(const std::string &term, const std::string &prefix) {
  return term.compare(0, prefix.size(), prefix) == 0;
}

void append_terms(const Xapian::Database &database, uint32_t docid, const std::string &prefix,
                  cxs::StringList &terms) {
  const auto end = database.termlist_end(docid);
  auto term = database.termlist_begin(docid);
  if (!prefix.empty() && term != end) term.skip_to(prefix);
  for (; term != end && begins(*term, prefix); ++term) terms.add(*term);
}

void append_positions(const Xapian::Database &database, uint32_t docid, const std::string &term,
                      std::vector<uint32_t> &positions) {
  if (term.empty()) return;
  const auto end = database.positionlist_end(docid, term);
  for (auto position = database.positionlist_begin(docid, term); position != end; ++position)
    positions.push_back(*position);
}

}  // namespace

cxs_error *cxs_reader_data(cxs_reader *reader, const cxs_document *documents, size_t count, cxs_strings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    cxs::StringList list;
    for (size_t i = 0; i < count; ++i)
      list.add(reader->at(documents[i].segment).database.get_document(documents[i].docid).get_data());
    *out = cxs::released(std::move(list));
  });
}

cxs_error *cxs_reader_values(cxs_reader *reader, uint32_t slot, const cxs_document *documents, size_t count,
                             cxs_strings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    cxs::StringList list;
    for (size_t i = 0; i < count; ++i) {
      const Xapian::Database &database = reader->at(documents[i].segment).database;
      list.add(database.get_document(documents[i].docid, Xapian::DOC_ASSUME_VALID).get_value(slot));
    }
    *out = cxs::released(std::move(list));
  });
}

cxs_error *cxs_reader_term_lists(cxs_reader *reader, const cxs_document *documents, size_t count,
                                 const uint8_t *prefix, size_t prefix_count, cxs_term_lists **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    const std::string start = cxs::bytes_of(prefix, prefix_count);
    auto owned = std::make_unique<OwnedTermLists>();
    for (size_t i = 0; i < count; ++i) {
      append_terms(reader->at(documents[i].segment).database, documents[i].docid, start, owned->storage.terms);
      owned->storage.ends.push_back(owned->storage.terms.count());
    }
    owned->seen = {owned->storage.ends.size(), owned->storage.ends.data(), owned->storage.terms.view()};
    *out = &owned.release()->seen;
  });
}

void cxs_term_lists_free(cxs_term_lists *lists) {
  if (lists) OwnedTermLists::free(lists);
}

cxs_error *cxs_reader_vocabulary(cxs_reader *reader, const uint8_t *prefix, size_t prefix_count,
                                 const uint8_t *after, size_t after_count, size_t limit, cxs_vocabulary **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    const std::string start = cxs::bytes_of(prefix, prefix_count);
    const std::string last = cxs::bytes_of(after, after_count);
    auto owned = std::make_unique<OwnedVocabulary>();
    VocabularyStorage &storage = owned->storage;
    if (!reader->segments.empty()) {
      const auto end = reader->whole.allterms_end(start);
      auto term = reader->whole.allterms_begin(start);
      if (!last.empty() && term != end) term.skip_to(last);
      if (!last.empty() && term != end && *term == last) ++term;
      for (; term != end && storage.terms.count() < limit; ++term) {
        storage.terms.add(*term);
        storage.documents.push_back(term.get_termfreq());
      }
    }
    owned->seen = {storage.terms.view(), storage.documents.data()};
    *out = &owned.release()->seen;
  });
}

void cxs_vocabulary_free(cxs_vocabulary *vocabulary) {
  if (vocabulary) OwnedVocabulary::free(vocabulary);
}

cxs_error *cxs_reader_positions(cxs_reader *reader, const cxs_terms *terms, const cxs_place *places, size_t count,
                                cxs_positions **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    const std::vector<std::string> given = cxs::terms_of(*terms);
    auto owned = std::make_unique<OwnedPositions>();
    PositionStorage &storage = owned->storage;
    for (size_t i = 0; i < count; ++i) {
      if (places[i].term >= given.size()) throw cxs::Failure(CXS_BAD_ARGUMENT, "there is no term of that number");
      const cxs_document document = places[i].document;
      append_positions(reader->at(document.segment).database, document.docid, given[places[i].term],
                       storage.positions);
      storage.ends.push_back(storage.positions.size());
    }
    owned->seen = {count, storage.ends.data(), storage.positions.data()};
    *out = &owned.release()->seen;
  });
}

void cxs_positions_free(cxs_positions *positions) {
  if (positions) OwnedPositions::free(positions);
}
