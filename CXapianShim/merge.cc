// Merging segments into one, and checking one.

#include <xapian.h>

#include <filesystem>
#include <sstream>

#include "guard.h"
#include "reader.h"
#include "strings.h"

namespace {

namespace fs = std::filesystem;

/// A folder that is removed with everything in it when the value goes.
class Scratch {
 public:
  explicit Scratch(const char *path) : path(path) {
    if (fs::exists(path)) throw cxs::Failure(CXS_BAD_ARGUMENT, "the scratch folder is there already");
  }
  Scratch(const Scratch &) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }

  const fs::path path;
};

/// A copy of a segment from which its deleted documents are gone.
std::string pruned(const cxs_segment &segment, const cxs::Deletions &deletions, const fs::path &copy) {
  fs::create_directories(copy);
  fs::copy(segment.path, copy, fs::copy_options::recursive);
  cxs::check_copy(segment.path, copy.string());
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (const cxs_run &run : deletions.all())
    for (uint32_t i = 0; i < run.count; ++i) database.delete_document(run.first + i);
  database.commit();
  database.close();
  return copy.string();
}

void merge(const cxs_segment *segments, size_t count, const char *destination, const char *scratch) {
  if (count == 0) throw cxs::Failure(CXS_BAD_ARGUMENT, "no segments to merge");
  if (fs::exists(destination))
    throw cxs::Failure(CXS_BAD_ARGUMENT, std::string("there is something at '") + destination + "' already");
  const Scratch copies(scratch);
  std::vector<std::unique_ptr<cxs::CheckedReads>> checks;
  Xapian::Database all;
  for (size_t i = 0; i < count; ++i) {
    checks.push_back(std::make_unique<cxs::CheckedReads>(segments[i].path));
    const cxs::Deletions deletions(segments[i]);
    const std::string path = deletions.empty()
                                 ? segments[i].path
                                 : pruned(segments[i], deletions, copies.path / std::to_string(i));
    all.add_database(Xapian::Database(path, Xapian::DB_BACKEND_GLASS));
  }
  // FULLER packs tighter, but such a database must not be changed afterwards.
  all.compact(destination, Xapian::Compactor::FULL, 0);
}

}  // namespace

cxs_error *cxs_merge(const cxs_segment *segments, size_t count, const char *destination, const char *scratch) {
  return cxs::guarded([&] { merge(segments, count, destination, scratch); });
}

cxs_error *cxs_check(const char *path, size_t *problems, cxs_strings **out) {
  *problems = 0;
  *out = nullptr;
  return cxs::guarded([&] {
    const cxs::CheckedReads checks(path);
    std::ostringstream report;
    *problems = Xapian::Database::check(path, 0, &report);
    cxs::StringList list;
    list.add(report.str());
    *out = cxs::released(std::move(list));
  });
}
