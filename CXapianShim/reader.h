// A set of segments open for reading, as the files of the shim share it.

#ifndef CXS_READER_H
#define CXS_READER_H

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "CXapianShim.h"
#include "blocks.h"

namespace cxs {

/// The deleted documents of a segment: disjoint runs in ascending order.
class Deletions {
 public:
  Deletions() = default;
  explicit Deletions(const cxs_segment &segment);

  /// How many documents are deleted.
  uint32_t count() const { return total; }
  bool empty() const { return runs.empty(); }

  /// The first document from `docid` on that is not deleted.
  uint32_t first_kept(uint32_t docid) const;
  /// The first document from `docid` on that is deleted; 0 where there is none.
  uint32_t first_deleted(uint32_t docid) const;

 private:
  /// The first run that ends after `docid`.
  std::vector<cxs_run>::const_iterator run_at(uint32_t docid) const;

  std::vector<cxs_run> runs;
  uint32_t total = 0;
};

/// A segment: its database and what is deleted in it.
struct Segment {
  std::shared_ptr<const CheckedReads> checks;
  Xapian::Database database;
  std::shared_ptr<const Deletions> deletions;
  std::string uuid;
};

/// The terms of a call; throws where a slice leaves the buffer.
std::vector<std::string> terms_of(const cxs_terms &given);

}  // namespace cxs

struct cxs_reader {
  std::vector<cxs::Segment> segments;
  /// All segments as one database, in which ids interleave.
  Xapian::Database whole;

  /// The segment at a place; throws where there is none.
  const cxs::Segment &at(uint32_t segment) const;
  /// Whether anything is deleted in any segment.
  bool has_deletions() const;
};

#endif
