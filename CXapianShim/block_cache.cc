// Blocks of segments that are read again and again.

#include "block_cache.h"

#include <cstring>

namespace cxs {

bool BlockCache::read(uint64_t file, uint64_t block, uint8_t *bytes) {
  const size_t index = place(file, block);
  const std::lock_guard<std::mutex> lock(places[index].mutex);
  if (places[index].file != file || places[index].block != block) return false;
  std::memcpy(bytes, &blocks[index * block_bytes], block_bytes);
  return true;
}

void BlockCache::keep(uint64_t file, uint64_t block, const uint8_t *bytes) {
  const size_t index = place(file, block);
  const std::lock_guard<std::mutex> lock(places[index].mutex);
  places[index].file = file;
  places[index].block = block;
  std::memcpy(&blocks[index * block_bytes], bytes, block_bytes);
}

}  // namespace cxs
