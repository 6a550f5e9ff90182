internal import Articles

/// The grammar of numbers in JSON (RFC 8259, section 6).
enum JSONNumber {
  /// Whether the bytes are one number and nothing else: `-0.5e+10`, but not `+1`, `01`, `.5` or `1.`.
  static func isWellFormed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = bytes[...]
    _ = rest.take(where: { $0 == UInt8(ascii: "-") }, atMost: 1)
    if rest.first == UInt8(ascii: "0") {
      rest = rest.dropFirst()
    } else if rest.take(where: \.isDigit) == 0 {
      return false
    }
    if rest.take(where: { $0 == UInt8(ascii: ".") }, atMost: 1) == 1, rest.take(where: \.isDigit) == 0 {
      return false
    }
    if rest.take(where: { $0 | 0x20 == UInt8(ascii: "e") }, atMost: 1) == 1 {
      _ = rest.take(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }, atMost: 1)
      if rest.take(where: \.isDigit) == 0 { return false }
    }
    return rest.isEmpty
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Takes bytes off the front for as long as they fit; how many were taken.
  fileprivate mutating func take(where fits: (UInt8) -> Bool, atMost limit: Int = .max) -> Int {
    var count = 0
    while count < limit, let byte = first, fits(byte) {
      self = dropFirst()
      count += 1
    }
    return count
  }
}
