// Opening segments as a set, and what is known of the set as a whole.

#include <atomic>
#include "reader.h"

#include <algorithm>

#include "guard.h"
#include "strings.h"

namespace cxs {

Deletions::Deletions(const cxs_segment &segment)
    : runs(segment.deleted, segment.deleted + segment.deleted_count) {
  uint64_t last = 0;
  for (const cxs_run &run : runs) {
    const uint64_t end = uint64_t(run.first) + run.count;
    if (run.first <= last || run.count == 0 || end > UINT32_MAX)
      throw Failure(CXS_BAD_ARGUMENT, "deleted runs must be disjoint, ascending and not empty");
    last = end - 1;
    total += run.count;
  }
}

std::vector<cxs_run>::const_iterator Deletions::run_at(uint32_t docid) const {
  return std::partition_point(runs.begin(), runs.end(),
                              [=](const cxs_run &run) { return run.first + run.count <= docid; });
}

uint32_t Deletions::first_kept(uint32_t docid) const {
  for (auto run = run_at(docid); run != runs.end() && run->first <= docid; ++run) docid = run->first + run->count;
  return docid;
}

uint32_t Deletions::first_deleted(uint32_t docid) const {
  const auto run = run_at(docid);
  return run == runs.end() ? 0 : std::max(run->first, docid);
}

std::vector<std::string> terms_of(const cxs_terms &given) {
  std::vector<std::string> terms;
  terms.reserve(given.count);
  for (size_t i = 0; i < given.count; ++i)
    terms.push_back(bytes_of(given.bytes, given.byte_count, given.slices[i]));
  return terms;
}

}  // namespace cxs

const cxs::Segment &cxs_reader::at(uint32_t segment) const {
  if (segment >= segments.size()) throw cxs::Failure(CXS_BAD_ARGUMENT, "the set has no segment of that number");
  return segments[segment];
}

bool cxs_reader::has_deletions() const {
  return std::any_of(segments.begin(), segments.end(), [](const auto &segment) { return !segment.deletions->empty(); });
}

namespace {

std::atomic<bool> reads_are_checked{true};

/// An opening reads the root of each table: where none of that came by our pread, it is another program's library that
/// reads, or a libc that reads in another way, and the whole segment is looked at now.
void check_effect(uint64_t reads_before, const std::string &segment) {
  const bool has_effect = cxs::checked_reads_of_thread() != reads_before;
  reads_are_checked.store(has_effect, std::memory_order_relaxed);
  if (!has_effect) cxs::check_whole(segment);
}

}  // namespace

bool cxs_reads_are_checked(void) { return reads_are_checked.load(std::memory_order_relaxed); }

cxs_error *cxs_reader_open(const cxs_segment *segments, size_t count, cxs_reader **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    auto reader = std::make_unique<cxs_reader>();
    for (size_t i = 0; i < count; ++i) {
      std::shared_ptr<const cxs::CheckedReads> checks;
      if (!segments[i].is_unchecked) checks = std::make_shared<const cxs::CheckedReads>(segments[i].path);
      const uint64_t before = cxs::checked_reads_of_thread();
      Xapian::Database database(segments[i].path, Xapian::DB_BACKEND_GLASS);
      if (checks && !checks->empty() && database.get_doccount() > 0) check_effect(before, segments[i].path);
      reader->whole.add_database(database);
      reader->segments.push_back({checks, database, std::make_shared<cxs::Deletions>(segments[i]), database.get_uuid()});
    }
    *out = reader.release();
  });
}

void cxs_reader_free(cxs_reader *reader) { delete reader; }

cxs_error *cxs_reader_size(cxs_reader *reader, uint32_t segment, cxs_segment_size *out) {
  return cxs::guarded([&] {
    const cxs::Segment &found = reader->at(segment);
    const uint32_t deleted = found.deletions->count();
    const uint32_t documents = found.database.get_doccount();
    if (deleted > documents)
      throw cxs::Failure(CXS_CORRUPT, "more documents are marked as deleted than the segment holds");
    *out = {documents - deleted, deleted, found.database.get_lastdocid(), found.database.get_total_length()};
  });
}

cxs_error *cxs_reader_value_bounds(cxs_reader *reader, uint32_t slot, cxs_strings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    std::string lowest, highest;
    for (const cxs::Segment &segment : reader->segments) {
      if (segment.database.get_value_freq(slot) == 0) continue;
      const std::string lower = segment.database.get_value_lower_bound(slot);
      if (lowest.empty() || lower < lowest) lowest = lower;
      highest = std::max(highest, segment.database.get_value_upper_bound(slot));
    }
    cxs::StringList list;
    list.add(lowest);
    list.add(highest);
    *out = cxs::released(std::move(list));
  });
}

void cxs_strings_free(cxs_strings *strings) {
  if (strings) cxs::OwnedStrings::free(strings);
}
