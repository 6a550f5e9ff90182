/// The rule for contents that Xapian would not take as a term: too long, or with a NUL.
///
/// A term may have 245 bytes, prefix included, and a NUL in it fails at the commit only. What has more than
/// 200 bytes, or a NUL, is kept as its first 100 bytes without NULs, a `#`, and a hash of the whole of 128
/// bits in hexadecimal digits.
enum LongTerm {
  static let mostBytes = 200

  static func shortened(_ content: some Collection<UInt8>) -> [UInt8] {
    guard content.count > mostBytes || content.contains(0) else { return Array(content) }
    let digits =
      hexadecimal(hash(content, seed: 0xCBF2_9CE4_8422_2325))
      + hexadecimal(hash(content, seed: 0x9AE1_6A3B_2F90_404F))
    return content.prefix(100).filter { $0 != 0 } + [UInt8(ascii: "#")] + digits
  }

  /// FNV-1a of 64 bits with a finishing mix, from a seed.
  private static func hash(_ content: some Collection<UInt8>, seed: UInt64) -> UInt64 {
    var hash = seed
    for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }

  private static func hexadecimal(_ number: UInt64) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return stride(from: 60, through: 0, by: -4).map { digits[Int(number >> UInt64($0) & 15)] }
  }
}
