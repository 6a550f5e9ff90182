// Checking a segment.

#include <xapian.h>

#include <sstream>

#include "blocks.h"
#include "guard.h"
#include "strings.h"

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
