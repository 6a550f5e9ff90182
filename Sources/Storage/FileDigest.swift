import Glibc

/// A fast hash of 64 bits that tells a damaged file from the one that was written.
///
/// Four lanes take eight bytes each in turn; every step can be undone, so a single changed word always changes
/// the hash. It guards against accidents, not against people.
package struct FileDigest {
  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

  private var lanes = SIMD4<UInt64>(1, 2, 3, 4)
  private var count = 0
  /// The bytes behind the last whole step.
  private var rest: [UInt8] = []

  /// Takes the next bytes; only the last ones may be a number that 32 does not divide.
  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    precondition(rest.isEmpty, "bytes come in multiples of 32 but for the last")
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes ^= bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      lanes = lanes &* SIMD4(repeating: Self.prime)
      lanes ^= lanes &>> 29
      offset += 32
    }
    rest = Array(bytes[offset...])
    count += bytes.count
  }

  private func finished() -> UInt64 {
    var hash = UInt64(count) &* Self.prime
    for lane in 0..<4 { hash = Self.mixed(hash, lanes[lane]) }
    for byte in rest { hash = Self.mixed(hash, UInt64(byte)) }
    return hash
  }

  package static func hash(_ bytes: [UInt8]) -> UInt64 {
    var digest = FileDigest()
    bytes.withUnsafeBytes { digest.add($0) }
    return digest.finished()
  }

  /// The hash of a whole file, read in pieces: a disk that cannot read it makes an error.
  package static func hash(ofFile name: String, in folder: DurableFolder) throws(IndexError) -> UInt64 {
    let path = folder.path(of: name)
    guard let file = try folder.openFile(name) else { throw DurableFolder.failure(path, ENOENT) }
    defer { close(file) }
    var digest = FileDigest()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 32)
    defer { piece.deallocate() }
    while true {
      let count = try filled(piece, from: file, path)
      digest.add(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      if count < piece.count { return digest.finished() }
    }
  }

  /// Reads until the piece is full or the file ends.
  private static func filled(
    _ piece: UnsafeMutableRawBufferPointer, from file: Int32, _ path: String
  ) throws(IndexError) -> Int {
    var count = 0
    while count < piece.count {
      let got = read(file, piece.baseAddress?.advanced(by: count), piece.count - count)
      if got == 0 { break }
      if got < 0 && errno != EINTR { throw DurableFolder.failure(path) }
      count += max(0, got)
    }
    return count
  }

  /// Sixteen hexadecimal digits.
  package static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let step = (hash ^ word) &* prime
    return step ^ step &>> 31
  }
}
