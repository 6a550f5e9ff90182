// Hashes of blocks: made, written, read and compared.

#include "blocks.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "guard.h"
#include "strings.h"

namespace cxs {
namespace {

namespace fs = std::filesystem;

constexpr char magic[] = "RPBLK1\n";

template <typename Number>
void append(std::string &out, Number number) {
  out.append(reinterpret_cast<const char *>(&number), sizeof number);
}

/// Takes numbers and names from the front of an encoded list; throws where it ends too early.
class Decoder {
 public:
  explicit Decoder(const std::string &bytes) : bytes(bytes) {}

  std::string text(size_t count) {
    need(count);
    place += count;
    return bytes.substr(place - count, count);
  }

  template <typename Number>
  void take(Number *out, size_t count) {
    if (count > bytes.size() / sizeof(Number)) need(bytes.size() + 1);
    need(count * sizeof(Number));
    std::memcpy(out, bytes.data() + place, count * sizeof(Number));
    place += count * sizeof(Number);
  }

  uint64_t number() {
    uint64_t found = 0;
    take(&found, 1);
    return found;
  }

  size_t left() const { return bytes.size() - place; }

 private:
  void need(size_t count) const {
    if (count > left()) throw Failure(CXS_CORRUPT, "the list of block hashes is damaged");
  }

  const std::string &bytes;
  size_t place = 0;
};

/// Half a byte a kilobyte of tables: more than any segment has.
constexpr uint64_t most_hash_bytes = 1 << 28;

std::string content(const fs::path &path) {
  if (!fs::is_regular_file(fs::symlink_status(path)) || fs::file_size(path) > most_hash_bytes)
    throw Failure(CXS_CORRUPT, path.string() + " is no list of block hashes");
  std::string bytes(fs::file_size(path), '\0');
  std::ifstream file(path, std::ios::binary);
  if (!file.read(bytes.data(), std::streamsize(bytes.size()))) throw Failure(CXS_INPUT_OUTPUT, path.string() + " cannot be read");
  return bytes;
}

/// Gives each block of a file in turn, with its bytes.
template <typename Body>
void for_each_block(const fs::path &path, Body body) {
  std::ifstream file(path, std::ios::binary);
  std::vector<uint8_t> block(block_bytes);
  while (file) {
    file.read(reinterpret_cast<char *>(block.data()), block_bytes);
    if (file.gcount() > 0) body(block.data(), size_t(file.gcount()));
  }
  if (!file.eof()) throw Failure(CXS_INPUT_OUTPUT, path.string() + " cannot be read");
}

HashedFile hashed(const fs::path &path) {
  HashedFile file{path.string(), 0, {}};
  for_each_block(path, [&](const uint8_t *bytes, size_t count) {
    file.hashes.push_back(block_hash(bytes, count));
    file.size += count;
  });
  return file;
}

/// Xapian's lock file has no content, and the hashes cannot have one of themselves.
bool is_hashed(const std::string &name) { return name != "flintlock" && name != block_hashes_name; }

/// What is wrong with a file, for people; empty for nothing.
std::string damage(const HashedFile &known) {
  const std::string name = fs::path(known.path).filename().string();
  if (!fs::is_regular_file(fs::symlink_status(known.path))) return name + " is missing";
  // Before it is read: what is far too long may be full of holes, and would be read for hours.
  const uint64_t size = fs::file_size(known.path);
  if (size != known.size) return name + " has " + std::to_string(size) + " bytes, not " + std::to_string(known.size);
  const HashedFile found = hashed(known.path);
  if (found.size != known.size) return name + " cannot be read to its end";
  size_t bad = 0, first = 0;
  for (size_t i = found.hashes.size(); i-- > 0;) {
    if (found.hashes[i] == known.hashes[i]) continue;
    ++bad;
    first = i;
  }
  if (bad == 0) return "";
  return name + " is not as it was written: " + std::to_string(bad) + " of " + std::to_string(found.hashes.size()) +
         " blocks, the first at byte " + std::to_string(first * block_bytes);
}

}  // namespace

uint32_t block_hash(const uint8_t *bytes, size_t count) {
  constexpr uint64_t prime = 0x9E3779B185EBCA87;
  uint64_t lanes[8] = {1, 2, 3, 4, 5, 6, 7, 8};
  size_t place = 0;
  for (; place + sizeof lanes <= count; place += sizeof lanes) {
    for (size_t lane = 0; lane < 8; ++lane) {
      uint64_t word;
      std::memcpy(&word, bytes + place + 8 * lane, sizeof word);
      const uint64_t step = (lanes[lane] ^ word) * prime;
      lanes[lane] = step ^ (step >> 29);
    }
  }
  uint64_t hash = count * prime;
  for (const uint64_t lane : lanes) {
    hash = (hash ^ lane) * prime;
    hash ^= hash >> 31;
  }
  for (; place < count; ++place) {
    hash = (hash ^ bytes[place]) * prime;
    hash ^= hash >> 31;
  }
  return uint32_t(hash ^ (hash >> 32));
}

namespace {

uint64_t next_number() {
  static std::atomic<uint64_t> last{0};
  return ++last;
}

}  // namespace

CheckedFile::CheckedFile(HashedFile &&known)
    : file(std::move(known)), number(next_number()), sound((file.hashes.size() + 63) / 64) {}

int64_t CheckedFile::first_damage(const uint8_t *bytes, size_t count, uint64_t offset) {
  const uint64_t end = offset + count;
  for (uint64_t block = (offset + block_bytes - 1) / block_bytes; block < file.hashes.size(); ++block) {
    const uint64_t start = block * block_bytes;
    const uint64_t stop = std::min<uint64_t>(start + block_bytes, file.size);
    if (stop > end) break;
    const uint64_t bit = uint64_t(1) << (block % 64);
    if (sound[block / 64].load(std::memory_order_relaxed) & bit) continue;
    if (block_hash(bytes + (start - offset), stop - start) != file.hashes[block]) return int64_t(start);
    sound[block / 64].fetch_or(bit, std::memory_order_relaxed);
  }
  return -1;
}

std::string encoded_block_hashes(const std::string &folder) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file() && is_hashed(entry.path().filename().string())) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::string out(magic, sizeof magic);
  append(out, uint64_t(paths.size()));
  for (const fs::path &path : paths) {
    const std::string name = path.filename().string();
    const HashedFile file = hashed(path);
    append(out, uint64_t(name.size()));
    out += name;
    append(out, file.size);
    append(out, uint64_t(file.hashes.size()));
    for (const uint32_t hash : file.hashes) append(out, hash);
  }
  return out;
}

std::vector<HashedFile> block_hashes(const std::string &folder) {
  const fs::path path = fs::path(folder) / block_hashes_name;
  if (!fs::exists(path)) return {};
  const std::string bytes = content(path);
  Decoder decoder(bytes);
  if (decoder.text(sizeof magic) != std::string(magic, sizeof magic))
    throw Failure(CXS_CORRUPT, path.string() + " is no list of block hashes");
  std::vector<HashedFile> files(std::min<uint64_t>(decoder.number(), decoder.left()));
  for (HashedFile &file : files) {
    const std::string name = decoder.text(decoder.number());
    if (name.empty() || name == "." || name == ".." || name.find('/') != name.npos || name.find('\0') != name.npos)
      throw Failure(CXS_CORRUPT, path.string() + " has a name that no file of a segment has");
    file.path = (fs::path(folder) / name).string();
    file.size = decoder.number();
    file.hashes.resize(std::min<uint64_t>(decoder.number(), decoder.left()));
    decoder.take(file.hashes.data(), file.hashes.size());
    if (file.hashes.size() != (file.size + block_bytes - 1) / block_bytes)
      throw Failure(CXS_CORRUPT, path.string() + " does not fit the sizes of the files");
  }
  return files;
}

void check_whole(const std::string &folder) {
  for (const HashedFile &file : block_hashes(folder)) {
    const std::string found = damage(file);
    if (!found.empty()) throw Failure(CXS_CORRUPT, folder + ": " + found);
  }
}

}  // namespace cxs

cxs_error *cxs_blocks_hash(const char *path, cxs_strings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    cxs::StringList list;
    list.add(cxs::encoded_block_hashes(path));
    *out = cxs::released(std::move(list));
  });
}

cxs_error *cxs_blocks_check(const char *path, cxs_strings **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    cxs::StringList list;
    for (const cxs::HashedFile &file : cxs::block_hashes(path)) {
      const std::string found = cxs::damage(file);
      if (!found.empty()) list.add(found);
    }
    *out = cxs::released(std::move(list));
  });
}

struct cxs_checked_file {
  explicit cxs_checked_file(cxs::HashedFile &&known) : blocks(std::move(known)) {}
  cxs::CheckedFile blocks;
};

cxs_error *cxs_checked_file_open(const char *path, const char *name, cxs_checked_file **out) {
  *out = nullptr;
  return cxs::guarded([&] {
    for (cxs::HashedFile &file : cxs::block_hashes(path)) {
      if (std::filesystem::path(file.path).filename() != name) continue;
      *out = new cxs_checked_file(std::move(file));
      return;
    }
    throw cxs::Failure(CXS_CORRUPT, std::string(path) + " has no hashes of the blocks of " + name);
  });
}

cxs_error *cxs_checked_file_check(cxs_checked_file *checked, const uint8_t *file, size_t size, size_t offset,
                                  size_t count) {
  return cxs::guarded([&] {
    if (offset > size || count > size - offset || size != checked->blocks.file.size)
      throw cxs::Failure(CXS_CORRUPT, checked->blocks.file.path + " has another size than it was written with");
    // Whole blocks: those that the stretch begins and ends in are among them.
    const size_t start = offset / cxs::block_bytes * cxs::block_bytes;
    const size_t end = std::min(size, (offset + count + cxs::block_bytes - 1) / cxs::block_bytes * cxs::block_bytes);
    const int64_t damage = checked->blocks.first_damage(file + start, end - start, start);
    if (damage < 0) return;
    throw cxs::Failure(CXS_CORRUPT, checked->blocks.file.path + " is not as it was written, at byte " +
                                        std::to_string(damage));
  });
}

void cxs_checked_file_free(cxs_checked_file *checked) { delete checked; }
