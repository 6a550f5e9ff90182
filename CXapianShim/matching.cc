// Everything that matches a query, without an order.

#include <algorithm>

#include "query.h"

std::vector<cxs_document> cxs::matching(const cxs_reader &reader, const cxs_search_request &request) {
  std::vector<cxs_document> documents;
  Xapian::Query query = query_of(request);
  if (reader.segments.empty() || query.empty()) return documents;
  if (reader.has_deletions())
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, deleted_documents(reader));
  Xapian::Enquire enquire(reader.whole);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet found = enquire.get_mset(0, reader.whole.get_doccount());
  const size_t count = reader.segments.size();
  documents.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    documents.push_back({uint32_t((*hit - 1) % count), uint32_t((*hit - 1) / count + 1)});
  std::sort(documents.begin(), documents.end(), [](const cxs_document &a, const cxs_document &b) {
    return std::make_pair(a.segment, a.docid) < std::make_pair(b.segment, b.docid);
  });
  return documents;
}
