// Reading posting lists.

#include "guard.h"
#include "query.h"
#include "reader.h"
#include "strings.h"

namespace {

struct PostingStorage {
  std::vector<uint64_t> ends;
  std::vector<cxs_document> documents;
};
using OwnedPostings = cxs::Owned<cxs_postings, PostingStorage>;

void append(const std::string &term, uint32_t place, const cxs::Segment &segment,
            std::vector<cxs_document> &documents) {
  const auto end = segment.database.postlist_end(term);
  auto posting = segment.database.postlist_begin(term);
  while (posting != end) {
    const uint32_t docid = *posting;
    const uint32_t kept = segment.deletions->first_kept(docid);
    if (kept == docid) {
      documents.push_back({place, docid});
      ++posting;
    } else {
      posting.skip_to(kept);
    }
  }
}

}  // namespace

cxs_error *cxs_reader_postings(cxs_reader *reader, const cxs_terms *terms, cxs_postings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    auto owned = std::make_unique<OwnedPostings>();
    for (const std::string &term : cxs::terms_of(*terms)) {
      if (!term.empty())
        for (size_t place = 0; place < reader->segments.size(); ++place)
          append(term, uint32_t(place), reader->segments[place], owned->storage.documents);
      owned->storage.ends.push_back(owned->storage.documents.size());
    }
    owned->seen = {owned->storage.ends.size(), owned->storage.ends.data(), owned->storage.documents.data()};
    *out = &owned.release()->seen;
  });
}

cxs_error *cxs_reader_matching(cxs_reader *reader, const cxs_search_request *request, cxs_postings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    auto owned = std::make_unique<OwnedPostings>();
    owned->storage.documents = cxs::matching(*reader, *request);
    owned->storage.ends.push_back(owned->storage.documents.size());
    owned->seen = {owned->storage.ends.size(), owned->storage.ends.data(), owned->storage.documents.data()};
    *out = &owned.release()->seen;
  });
}

void cxs_postings_free(cxs_postings *postings) {
  if (postings) OwnedPostings::free(postings);
}
