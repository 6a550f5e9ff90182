/// A fingerprint of 40 bits as five bytes without a NUL: digits to the base 255, each plus one.
///
/// 255 to the fifth is a little less than 2 to the 40th; the 2 % of fingerprints above it share their term with
/// another one, which costs a candidate that the alignment then refuses.
enum FingerprintKey {
  static let length = 5

  static func bytes(_ value: UInt64) -> [UInt8] {
    var rest = value & 0xFF_FFFF_FFFF
    var bytes = [UInt8](repeating: 0, count: length)
    for index in bytes.indices.reversed() {
      bytes[index] = UInt8(rest % 255) + 1
      rest /= 255
    }
    return bytes
  }

  /// The number that the bytes stand for; nil for bytes that are no key.
  static func value(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard bytes.count == length else { return nil }
    var value: UInt64 = 0
    for byte in bytes {
      guard byte > 0 else { return nil }
      value = value * 255 + UInt64(byte - 1)
    }
    return value
  }
}
