// Results that own what they point to, and ways to fill them.

#ifndef CXS_STRINGS_H
#define CXS_STRINGS_H

#include <string>
#include <vector>

#include "CXapianShim.h"

namespace cxs {

/// Byte strings back to back.
class StringList {
 public:
  void add(const std::string &text) {
    bytes += text;
    ends.push_back(bytes.size());
  }

  size_t count() const { return ends.size(); }

  /// A view of the list, good until it changes.
  cxs_strings view() const {
    return {ends.size(), ends.data(), reinterpret_cast<const uint8_t *>(bytes.data())};
  }

 private:
  std::vector<uint64_t> ends;
  std::string bytes;
};

/// A result: what C sees, followed by what it points into.
template <typename Seen, typename Storage>
struct Owned {
  Seen seen{};
  Storage storage;

  static void free(Seen *seen) { delete reinterpret_cast<Owned *>(seen); }
};

using OwnedStrings = Owned<cxs_strings, StringList>;

/// Hands a list of strings to the caller.
inline cxs_strings *released(StringList &&list) {
  auto *owned = new OwnedStrings{{}, std::move(list)};
  owned->seen = owned->storage.view();
  return &owned->seen;
}

}  // namespace cxs

#endif
