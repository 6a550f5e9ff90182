// Reading posting lists: by term, counted by article, or for the documents of given articles.

#include <algorithm>
#include <numeric>

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

/// Counts the groups, each beginning with a document of `head`, in which the term occurs.
uint64_t groups_with(const std::string &term, const std::string &head, const cxs::Segment &segment) {
  const auto end = segment.database.postlist_end(term);
  const auto last_head = segment.database.postlist_end(head);
  auto posting = segment.database.postlist_begin(term);
  auto next_head = segment.database.postlist_begin(head);
  uint64_t count = 0;
  while (posting != end) {
    const uint32_t docid = *posting;
    const uint32_t kept = segment.deletions->first_kept(docid);
    if (kept != docid) {
      posting.skip_to(kept);
      continue;
    }
    ++count;
    if (next_head != last_head) next_head.skip_to(docid + 1);
    if (next_head == last_head) break;
    posting.skip_to(*next_head);
  }
  return count;
}

struct FrequencyStorage {
  std::vector<uint32_t> lengths;
  std::vector<uint32_t> frequencies;
};
using OwnedFrequencies = cxs::Owned<cxs_frequencies, FrequencyStorage>;

/// A group, and the number of its first document in the result.
struct Place {
  cxs_group group;
  size_t start;
};

/// The groups in the order in which they lie in the files.
std::vector<Place> places_of(const cxs_group *groups, size_t count, size_t &documents) {
  std::vector<Place> places;
  places.reserve(count);
  documents = 0;
  for (size_t i = 0; i < count; ++i) {
    if (groups[i].run.first == 0 || groups[i].run.count > UINT32_MAX - groups[i].run.first)
      throw cxs::Failure(CXS_BAD_ARGUMENT, "a group has impossible ids");
    places.push_back({groups[i], documents});
    documents += groups[i].run.count;
  }
  std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
    return std::make_pair(a.group.segment, a.group.run.first) < std::make_pair(b.group.segment, b.group.run.first);
  });
  return places;
}

void read_lengths(const cxs_reader &reader, const std::vector<Place> &places, std::vector<uint32_t> &lengths) {
  for (const Place &place : places) {
    const Xapian::Database &database = reader.at(place.group.segment).database;
    for (uint32_t i = 0; i < place.group.run.count; ++i)
      lengths[place.start + i] = database.get_doclength(place.group.run.first + i);
  }
}

/// Walks the posting list of one term in one segment through the groups `from` to `to`, which lie there.
void read_frequencies(const cxs::Segment &segment, const std::string &term, size_t column, size_t columns,
                      const Place *from, const Place *to, std::vector<uint32_t> &frequencies) {
  const auto end = segment.database.postlist_end(term);
  auto posting = segment.database.postlist_begin(term);
  for (const Place *place = from; place != to && posting != end; ++place) {
    const cxs_run run = place->group.run;
    posting.skip_to(run.first);
    for (; posting != end && *posting < run.first + run.count; ++posting)
      frequencies[(place->start + *posting - run.first) * columns + column] = posting.get_wdf();
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

cxs_error *cxs_reader_group_counts(cxs_reader *reader, const cxs_terms *terms, const uint8_t *head,
                                   size_t head_count, uint64_t *out) {
  return cxs::guarded([&] {
    const std::vector<std::string> given = cxs::terms_of(*terms);
    const std::string start = cxs::bytes_of(head, head_count);
    for (size_t i = 0; i < given.size(); ++i) {
      out[i] = 0;
      if (given[i].empty()) continue;
      for (const cxs::Segment &segment : reader->segments) out[i] += groups_with(given[i], start, segment);
    }
  });
}

cxs_error *cxs_reader_frequencies(cxs_reader *reader, const cxs_terms *terms, const cxs_group *groups, size_t count,
                                  cxs_frequencies **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    const std::vector<std::string> given = cxs::terms_of(*terms);
    size_t documents = 0;
    const std::vector<Place> places = places_of(groups, count, documents);
    auto owned = std::make_unique<OwnedFrequencies>();
    owned->storage.lengths.resize(documents);
    owned->storage.frequencies.resize(documents * given.size());
    read_lengths(*reader, places, owned->storage.lengths);
    for (const Place *from = places.data(), *end = from + places.size(), *to; from != end; from = to) {
      const uint32_t segment = from->group.segment;
      to = std::find_if(from, end, [=](const Place &place) { return place.group.segment != segment; });
      for (size_t column = 0; column < given.size(); ++column)
        if (!given[column].empty())
          read_frequencies(reader->at(segment), given[column], column, given.size(), from, to,
                           owned->storage.frequencies);
    }
    owned->seen = {documents, given.size(), owned->storage.lengths.data(), owned->storage.frequencies.data()};
    *out = &owned.release()->seen;
  });
}

void cxs_frequencies_free(cxs_frequencies *frequencies) {
  if (frequencies) OwnedFrequencies::free(frequencies);
}
