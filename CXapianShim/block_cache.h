// Blocks of segments that are read again and again.

#ifndef CXS_BLOCK_CACHE_H
#define CXS_BLOCK_CACHE_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>

#include "blocks.h"

namespace cxs {

/// Keeps some blocks of the files that this process reads, for all its threads: what is kept is copied rather than
/// asked of the system.
///
/// Each block has one place, which the last one that was put there has.
class BlockCache {
 public:
  BlockCache() : places(new Place[count]), blocks(new uint8_t[count * block_bytes]) {}

  /// Copies a block, and says whether it was there.
  bool read(uint64_t file, uint64_t block, uint8_t *bytes);

  /// Puts a block in, in the place of another one.
  void keep(uint64_t file, uint64_t block, const uint8_t *bytes);

 private:
  /// 8 MiB of blocks. Their memory is taken from the system when a block is first put there.
  static constexpr size_t count = 1024;

  struct Place {
    std::mutex mutex;
    /// The number of the file, from 1 on; 0 where the place is empty.
    uint64_t file = 0;
    uint64_t block = 0;
  };

  static size_t place(uint64_t file, uint64_t block) {
    return size_t((block + file * 0x9e3779b97f4a7c15) * 0x9e3779b97f4a7c15 >> 54);
  }
  static_assert(count == size_t(1) << (64 - 54), "a place is the high bits of a hash");

  const std::unique_ptr<Place[]> places;
  const std::unique_ptr<uint8_t[]> blocks;
};

}  // namespace cxs

#endif
