// Searching: a request in, one page of hits out.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "guard.h"
#include "query.h"
#include "reader.h"
#include "strings.h"

namespace {

struct HitStorage {
  std::vector<cxs_hit> hits;
  std::string bytes;
};
using OwnedHits = cxs::Owned<cxs_hits, HitStorage>;

/// Documents of segment s of n have the ids s + 1, s + 1 + n, s + 1 + 2n ... in the whole.
cxs_document place_of(Xapian::docid docid, size_t segments) {
  return {uint32_t((docid - 1) % segments), uint32_t((docid - 1) / segments + 1)};
}

void check(const cxs_search_request &request) {
  const double numbers[] = {request.k1, request.b, request.min_length};
  if (!std::all_of(std::begin(numbers), std::end(numbers), [](double x) { return std::isfinite(x) && x >= 0; }))
    throw cxs::Failure(CXS_BAD_ARGUMENT, "the parameters of the weighting must be numbers and not negative");
  if (request.order > CXS_BY_VALUE_DESCENDING) throw cxs::Failure(CXS_BAD_ARGUMENT, "an unknown order of hits");
}

Xapian::MSet matches(const cxs_reader &reader, const cxs_search_request &request) {
  Xapian::Query query = cxs::query_of(request);
  if (reader.segments.empty() || query.empty()) return Xapian::MSet();
  if (reader.has_deletions())
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, cxs::deleted_documents(reader));
  Xapian::Enquire enquire(reader.whole);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(request.k1, 0, 0, std::min(request.b, 1.0), request.min_length));
  if (request.order != CXS_BY_WEIGHT)
    enquire.set_sort_by_value_then_relevance(request.order_slot, request.order == CXS_BY_VALUE_DESCENDING);
  return enquire.get_mset(request.first, request.count, request.check_at_least);
}

/// Adds to each hit its value of a slot, reading each segment once from front to back.
void add_values(const cxs_reader &reader, uint32_t slot, HitStorage &storage) {
  std::vector<uint32_t> order(storage.hits.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](uint32_t i) {
    const cxs_document document = storage.hits[i].document;
    return uint64_t(document.segment) << 32 | document.docid;
  };
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
  Xapian::ValueIterator value;
  uint32_t segment = UINT32_MAX;
  for (uint32_t i : order) {
    cxs_hit &hit = storage.hits[i];
    if (hit.document.segment != segment) {
      segment = hit.document.segment;
      value = reader.at(segment).database.valuestream_begin(slot);
    }
    const auto end = reader.at(segment).database.valuestream_end(slot);
    if (value != end) value.skip_to(hit.document.docid);
    if (value == end || value.get_docid() != hit.document.docid) continue;
    const std::string bytes = *value;
    hit.value = {uint32_t(storage.bytes.size()), uint32_t(bytes.size())};
    storage.bytes += bytes;
  }
}

}  // namespace

cxs_error *cxs_reader_search(cxs_reader *reader, const cxs_search_request *request, cxs_hits **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    check(*request);
    const Xapian::MSet found = matches(*reader, *request);
    auto owned = std::make_unique<OwnedHits>();
    HitStorage &storage = owned->storage;
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      storage.hits.push_back({place_of(*hit, reader->segments.size()), {0, 0}, hit.get_weight()});
    add_values(*reader, request->value_slot, storage);
    owned->seen = {storage.hits.size(), storage.hits.data(), reinterpret_cast<const uint8_t *>(storage.bytes.data()),
                   found.get_matches_lower_bound(), found.get_matches_estimated(),
                   found.get_matches_upper_bound()};
    *out = &owned.release()->seen;
  });
}

void cxs_hits_free(cxs_hits *hits) {
  if (hits) OwnedHits::free(hits);
}
