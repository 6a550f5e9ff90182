// Reads of segments are held against the hashes of their blocks.
//
// Xapian 1.4 has no checksums: it takes a damaged block for what it says, and gives wrong answers or crashes. It
// reads its tables by `pread` alone, a block at a time. A program that defines `pread` has its libraries use that one
// (as malloc replacements do), so no block that is not as it was written ever reaches Xapian. `close` is replaced too,
// so that what is known of a descriptor ends with it. Blocks that are read more than once, as the upper levels of the
// tables are for every word, are kept (block_cache.h). All other files are read and closed as ever, for the cost of
// an atomic load.

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "block_cache.h"
#include "blocks.h"

namespace cxs {
namespace {

/// A file as the kernel knows it. Segments never change, so another size or time means another file, which took the
/// number of one that is gone.
struct FileIdentity {
  dev_t device;
  ino_t number;
  off_t size;
  int64_t seconds, nanoseconds;

  explicit FileIdentity(const struct stat &status)
      : device(status.st_dev), number(status.st_ino), size(status.st_size), seconds(status.st_mtim.tv_sec),
        nanoseconds(status.st_mtim.tv_nsec) {}

  bool operator==(const FileIdentity &other) const {
    return device == other.device && number == other.number && size == other.size && seconds == other.seconds &&
           nanoseconds == other.nanoseconds;
  }

  struct Hash {
    size_t operator()(const FileIdentity &file) const { return file.number * 31 + file.device; }
  };
};

/// The files whose reads are checked. What several readers have is in once, with the number of readers: a file stays
/// in until its last reader has closed it.
class Registry {
 public:
  std::shared_ptr<CheckedFile> add(HashedFile &&known) {
    struct stat status;
    if (stat(known.path.c_str(), &status) != 0) return nullptr;
    const std::unique_lock<std::shared_mutex> lock(mutex);
    auto &[file, readers] = files[FileIdentity(status)];
    if (!file) file = std::make_shared<CheckedFile>(std::move(known));
    ++readers;
    count.store(files.size(), std::memory_order_release);
    return file;
  }

  void remove(const std::shared_ptr<CheckedFile> &file) {
    const std::unique_lock<std::shared_mutex> lock(mutex);
    for (auto each = files.begin(); each != files.end(); ++each) {
      if (each->second.first != file) continue;
      if (--each->second.second == 0) files.erase(each);
      break;
    }
    count.store(files.size(), std::memory_order_release);
  }

  /// The file behind a descriptor, which lives as long as the descriptor is open; NULL where it is not checked.
  CheckedFile *file(int descriptor) {
    const bool has_place = descriptor >= 0 && descriptor < descriptors;
    if (has_place) {
      if (CheckedFile *known = opened[descriptor].load(std::memory_order_acquire)) return known;
    }
    struct stat status;
    if (count.load(std::memory_order_acquire) == 0 || fstat(descriptor, &status) != 0) return nullptr;
    const std::shared_lock<std::shared_mutex> lock(mutex);
    const auto found = files.find(FileIdentity(status));
    if (found == files.end()) return nullptr;
    CheckedFile *file = found->second.first.get();
    if (has_place) opened[descriptor].store(file, std::memory_order_release);
    return file;
  }

  void forget(int descriptor) {
    if (descriptor >= 0 && descriptor < descriptors) opened[descriptor].store(nullptr, std::memory_order_release);
  }

 private:
  /// Higher ones are looked up at every read.
  static constexpr int descriptors = 4096;

  std::shared_mutex mutex;
  std::unordered_map<FileIdentity, std::pair<std::shared_ptr<CheckedFile>, size_t>, FileIdentity::Hash> files;
  std::atomic<size_t> count{0};
  std::atomic<CheckedFile *> opened[descriptors] = {};
};

/// Never destroyed: threads may read to the very end of the process.
Registry &registry() {
  static Registry *made = new Registry;
  return *made;
}

/// Never destroyed, for the same reason.
BlockCache &cache() {
  static BlockCache *made = new BlockCache;
  return *made;
}

std::string &damage_of_thread() {
  thread_local std::string text;
  return text;
}

uint64_t &reads_of_thread() {
  thread_local uint64_t count = 0;
  return count;
}

/// False only in tests of what is done where our pread takes no effect.
thread_local bool has_effect = true;

using Close = int (*)(int);
using Read = ssize_t (*)(int, void *, size_t, off_t);

ssize_t checked_read(int descriptor, void *bytes, size_t count, off_t offset) {
  static const Read next = reinterpret_cast<Read>(dlsym(RTLD_NEXT, "pread"));
  CheckedFile *file = registry().file(descriptor);
  if (!file || offset < 0 || !has_effect) return next(descriptor, bytes, count, offset);
  ++reads_of_thread();
  // One that is read for the first time is not kept: most are read once.
  const uint64_t block = uint64_t(offset) / block_bytes;
  const bool is_again = count == block_bytes && uint64_t(offset) % block_bytes == 0 && file->is_sound(block);
  if (is_again && cache().read(file->number, block, static_cast<uint8_t *>(bytes))) return ssize_t(count);
  const ssize_t got = next(descriptor, bytes, count, offset);
  if (got <= 0) return got;
  const int64_t damage = file->first_damage(static_cast<const uint8_t *>(bytes), size_t(got), uint64_t(offset));
  if (damage < 0) {
    if (is_again && size_t(got) == block_bytes)
      cache().keep(file->number, block, static_cast<const uint8_t *>(bytes));
    return got;
  }
  damage_of_thread() = file->file.path + " is not as it was written, at byte " + std::to_string(damage);
  errno = EBADMSG;
  return -1;
}

}  // namespace

CheckedReads::CheckedReads(const std::string &folder) {
  for (HashedFile &file : block_hashes(folder)) {
    if (auto added = registry().add(std::move(file))) files.push_back(added);
  }
}

CheckedReads::~CheckedReads() {
  for (const auto &file : files) registry().remove(file);
}

uint64_t checked_reads_of_thread() { return reads_of_thread(); }

const std::string &last_damage() { return damage_of_thread(); }

}  // namespace cxs

extern "C" void cxs_reads_set_effect(bool effect) { cxs::has_effect = effect; }

extern "C" __attribute__((visibility("default"))) ssize_t pread(int descriptor, void *bytes, size_t count,
                                                                off_t offset) {
  return cxs::checked_read(descriptor, bytes, count, offset);
}

extern "C" __attribute__((visibility("default"))) ssize_t pread64(int descriptor, void *bytes, size_t count,
                                                                  off64_t offset) {
  return cxs::checked_read(descriptor, bytes, count, offset);
}

extern "C" __attribute__((visibility("default"))) int close(int descriptor) {
  static const cxs::Close next = reinterpret_cast<cxs::Close>(dlsym(RTLD_NEXT, "close"));
  cxs::registry().forget(descriptor);
  return next(descriptor);
}
