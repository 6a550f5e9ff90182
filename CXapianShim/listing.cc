// Reading a segment from end to end: all posting lists in order of terms, and all documents.

#include <algorithm>

#include "guard.h"
#include "reader.h"
#include "strings.h"

namespace {

struct ListingStorage {
  cxs::StringList terms;
  std::vector<uint64_t> ends;
  std::vector<cxs_occurrence> occurrences;
};
using OwnedListing = cxs::Owned<cxs_listing, ListingStorage>;

struct CatalogueStorage {
  std::vector<uint32_t> docids;
  std::vector<uint32_t> lengths;
  cxs::StringList values;
};
using OwnedCatalogue = cxs::Owned<cxs_catalogue, CatalogueStorage>;

/// How many of the positions of a posting are not above a bound.
uint32_t early_positions(const Xapian::PostingIterator &posting, uint32_t bound) {
  uint32_t count = 0;
  const auto end = posting.positionlist_end();
  for (auto position = posting.positionlist_begin(); position != end && *position <= bound; ++position) ++count;
  return count;
}

void append(const Xapian::Database &database, const std::string &term, const cxs_listing_request &request,
            std::vector<cxs_occurrence> &occurrences) {
  const uint32_t *early = request.early, *last = early + request.early_count;
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    const uint32_t docid = *posting;
    while (early != last && *early < docid) ++early;
    const bool counts = early != last && *early == docid;
    occurrences.push_back({docid, posting.get_wdf(), counts ? early_positions(posting, request.early_bound) : 0});
  }
}

}  // namespace

cxs_error *cxs_reader_listing(cxs_reader *reader, const cxs_listing_request *request, cxs_listing **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    const Xapian::Database &database = reader->at(request->segment).database;
    const std::string from = cxs::bytes_of(request->from, request->from_count);
    const std::string until = cxs::bytes_of(request->until, request->until_count);
    auto owned = std::make_unique<OwnedListing>();
    ListingStorage &storage = owned->storage;
    const auto end = database.allterms_end();
    auto term = database.allterms_begin();
    if (!from.empty() && term != end) term.skip_to(from);
    if (request->after_from && term != end && *term == from) ++term;
    for (; term != end && storage.occurrences.size() < request->enough; ++term) {
      const std::string name = *term;
      if (!until.empty() && name >= until) break;
      append(database, name, *request, storage.occurrences);
      storage.terms.add(name);
      storage.ends.push_back(storage.occurrences.size());
    }
    owned->seen = {storage.terms.view(), storage.ends.data(), storage.occurrences.data()};
    *out = &owned.release()->seen;
  });
}

void cxs_listing_free(cxs_listing *listing) {
  if (listing) OwnedListing::free(listing);
}

cxs_error *cxs_reader_catalogue(cxs_reader *reader, uint32_t segment, uint32_t slot, cxs_catalogue **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    const Xapian::Database &database = reader->at(segment).database;
    auto owned = std::make_unique<OwnedCatalogue>();
    CatalogueStorage &storage = owned->storage;
    const auto last_value = database.valuestream_end(slot);
    auto value = database.valuestream_begin(slot);
    const auto end = database.postlist_end(std::string());
    for (auto document = database.postlist_begin(std::string()); document != end; ++document) {
      const uint32_t docid = *document;
      storage.docids.push_back(docid);
      storage.lengths.push_back(document.get_doclength());
      if (value != last_value && value.get_docid() < docid) value.skip_to(docid);
      const bool is_there = value != last_value && value.get_docid() == docid;
      storage.values.add(is_there ? *value : std::string());
    }
    owned->seen = {storage.docids.size(), storage.docids.data(), storage.lengths.data(), storage.values.view()};
    *out = &owned.release()->seen;
  });
}

void cxs_catalogue_free(cxs_catalogue *catalogue) {
  if (catalogue) OwnedCatalogue::free(catalogue);
}
