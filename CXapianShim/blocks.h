// Hashes of the blocks of a segment's files, and reads that are held against them.

#ifndef CXS_BLOCKS_H
#define CXS_BLOCKS_H

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cxs {

/// The name of the file with the hashes, in the folder of the segment.
inline constexpr char block_hashes_name[] = "blocks";

/// The size of Xapian's blocks, so that each of its reads is of one hash.
inline constexpr size_t block_bytes = 8192;

/// A hash of 32 bits; a single changed word always changes what it is made from.
uint32_t block_hash(const uint8_t *bytes, size_t count);

/// What one file of a segment must be like, block by block.
struct HashedFile {
  std::string path;
  uint64_t size = 0;
  std::vector<uint32_t> hashes;

};

/// A file whose reads are checked: each block when it is read for the first time.
class CheckedFile {
 public:
  explicit CheckedFile(HashedFile &&known);

  /// The first byte of the first block in a stretch of the file that is not as it was written; -1 for none.
  /// Blocks of which the stretch has only a part are not looked at.
  int64_t first_damage(const uint8_t *bytes, size_t count, uint64_t offset);

  /// Whether a block was read before, and was as it was written.
  bool is_sound(uint64_t block) const {
    return block < file.hashes.size() &&
           (sound[block / 64].load(std::memory_order_relaxed) & (uint64_t(1) << (block % 64)));
  }

  const HashedFile file;
  /// No other file of this process has or had this number; from 1 on.
  const uint64_t number;

 private:
  /// A bit for each block that was found to be as it was written.
  std::vector<std::atomic<uint64_t>> sound;
};

/// The hashes of all files in a folder, as a file.
std::string encoded_block_hashes(const std::string &folder);

/// Reads what encoded_block_hashes made; none at all where the folder has no such file.
std::vector<HashedFile> block_hashes(const std::string &folder);

/// As long as the value lives, what this process reads from the files of a segment by pread, as Xapian does, is
/// held against their hashes: the first read of a block that is not as it was written fails with EBADMSG, and so does
/// every later one.
class CheckedReads {
 public:
  explicit CheckedReads(const std::string &folder);
  CheckedReads(const CheckedReads &) = delete;
  CheckedReads &operator=(const CheckedReads &) = delete;
  ~CheckedReads();

  /// Whether there is nothing to check.
  bool empty() const { return files.empty(); }

 private:
  std::vector<std::shared_ptr<CheckedFile>> files;
};

/// How many reads of this thread were of files that are checked.
uint64_t checked_reads_of_thread();

/// Reads all files of a segment; throws where one is not as it was written.
void check_whole(const std::string &folder);

/// What the last read of this thread that failed for damage was of, for the message.
const std::string &last_damage();

}  // namespace cxs

#endif
