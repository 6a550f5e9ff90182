// The one way in which a failure leaves the shim.

#ifndef CXS_GUARD_H
#define CXS_GUARD_H

#include <stdexcept>
#include <string>

#include "CXapianShim.h"

namespace cxs {

/// A failure that the shim finds itself.
class Failure : public std::runtime_error {
 public:
  Failure(cxs_code code, const std::string &text) : std::runtime_error(text), code(code) {}
  const cxs_code code;
};

/// Makes an error of the exception being handled.
cxs_error *current_error() noexcept;

/// Runs the body of an extern "C" function and turns whatever it throws into an error.
template <typename Body>
cxs_error *guarded(Body body) noexcept {
  try {
    body();
    return nullptr;
  } catch (...) {
    return current_error();
  }
}

/// Throws where a slice leaves its buffer.
inline void check_slice(size_t count, cxs_slice slice) {
  if (slice.offset > count || slice.length > count - slice.offset)
    throw Failure(CXS_BAD_ARGUMENT, "a slice lies outside its buffer");
}

/// The bytes of a slice; throws where it leaves the buffer.
inline std::string bytes_of(const uint8_t *bytes, size_t count, cxs_slice slice) {
  check_slice(count, slice);
  return std::string(reinterpret_cast<const char *>(bytes) + slice.offset, slice.length);
}

/// A string of bytes and a count, which may be NULL and 0.
inline std::string bytes_of(const uint8_t *bytes, size_t count) {
  return count == 0 ? std::string() : std::string(reinterpret_cast<const char *>(bytes), count);
}

}  // namespace cxs

#endif
