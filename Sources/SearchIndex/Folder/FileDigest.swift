import Glibc

/// A fast hash of 64 bits that tells a damaged file from the one that was written.
///
/// Four lanes take eight bytes each in turn; every step can be undone, so a single changed word always changes
/// the hash. It guards against accidents, not against people.
enum FileDigest {
  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(1, 2, 3, 4)
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes ^= bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      lanes = lanes &* SIMD4(repeating: prime)
      lanes ^= lanes &>> 29
      offset += 32
    }
    var hash = UInt64(bytes.count) &* prime
    for lane in 0..<4 { hash = mixed(hash, lanes[lane]) }
    while offset < bytes.count {
      hash = mixed(hash, UInt64(bytes[offset]))
      offset += 1
    }
    return hash
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes(hash) }

  /// The hash of a whole file.
  static func hash(ofFile path: String) throws(IndexError) -> UInt64 {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DurableFolder.failure(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw DurableFolder.failure(path) }
    let size = Int(status.st_size)
    guard size > 0 else { return hash([]) }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
      throw DurableFolder.failure(path)
    }
    defer { munmap(address, size) }
    return hash(UnsafeRawBufferPointer(start: address, count: size))
  }

  /// Sixteen hexadecimal digits.
  static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let step = (hash ^ word) &* prime
    return step ^ step &>> 31
  }
}
