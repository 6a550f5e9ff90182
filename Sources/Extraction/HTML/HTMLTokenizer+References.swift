// Character references: `&amp;`, `&#38;`, `&#x26;`.

extension HTMLTokenizer {
  /// Decodes the reference that begins here; false where there is none, and nothing is taken.
  mutating func appendReference(inAttribute: Bool) -> Bool {
    guard index + 1 < end else { return false }
    let next = source[index + 1]
    if next == UInt8(ascii: "#") { return appendNumericReference() }
    guard next.isASCIILetter || next.isASCIIDigit else { return false }
    var stop = index + 1
    while stop < end, stop - index <= HTMLEntities.longestName,
      source[stop].isASCIILetter || source[stop].isASCIIDigit
    {
      stop += 1
    }
    let name = UnsafeBufferPointer(start: source + index + 1, count: stop - index - 1)
    let hasSemicolon = stop < end && source[stop] == UInt8(ascii: ";")
    guard let match = HTMLEntities.shared.longest(name, hasSemicolon: hasSemicolon) else { return false }
    let after = index + 1 + match.length
    let isWhole = hasSemicolon && match.length == name.count
    if inAttribute, !isWhole, after < end {
      let following = source[after]
      if following == UInt8(ascii: "=") || following.isASCIILetter || following.isASCIIDigit { return false }
    }
    decoded.append(contentsOf: match.text.utf8)
    index = after + (isWhole ? 1 : 0)
    return true
  }

  private mutating func appendNumericReference() -> Bool {
    var position = index + 2
    guard position < end else { return false }
    let isHexadecimal = source[position] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let start = position
    var code: UInt32 = 0
    while position < end, let digit = source[position].digitValue, digit < (isHexadecimal ? 16 : 10) {
      code = min(code * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
      position += 1
    }
    guard position > start else { return false }
    if position < end, source[position] == UInt8(ascii: ";") { position += 1 }
    index = position
    decoded.append(contentsOf: String(Self.scalar(code)).utf8)
    return true
  }

  /// The character of a code; those of 80 to 9F are taken for windows-1252, as pages mean them.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(code), let meant = windows1252[Int(code - 0x80)] { return meant }
    return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private static let windows1252: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}",
    "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017D}", nil, nil, "\u{2018}", "\u{2019}",
    "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}",
    "\u{203A}", "\u{0153}", nil, "\u{017E}", "\u{0178}",
  ]
}

extension UInt8 {
  /// The value of a digit, also of a hexadecimal one.
  fileprivate var digitValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

/// The named character references, made ready at first use.
final class HTMLEntities: Sendable {
  static let shared = HTMLEntities()
  /// No name is longer.
  static let longestName = 32

  private struct Entry {
    let text: String
    let needsSemicolon: Bool
  }

  private let entries: [[UInt8]: Entry]

  private init() {
    var entries: [[UInt8]: Entry] = [:]
    entries.reserveCapacity(2200)
    for word in HTMLEntityTable.words.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let isLegacy = word.first == "!"
      let parts = word.drop { $0 == "!" }.split(separator: "=")
      guard parts.count == 2 else { continue }
      var text = ""
      for code in parts[1].split(separator: "+") {
        if let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init) {
          text.unicodeScalars.append(scalar)
        }
      }
      entries[Array(parts[0].utf8)] = Entry(text: text, needsSemicolon: !isLegacy)
    }
    self.entries = entries
  }

  /// The longest name that letters begin with, and its text.
  func longest(
    _ letters: UnsafeBufferPointer<UInt8>, hasSemicolon: Bool
  ) -> (length: Int, text: String)? {
    if hasSemicolon, let entry = entries[Array(letters)] { return (letters.count, entry.text) }
    // The longest name that is read without its semicolon has six letters.
    for length in stride(from: min(letters.count, 6), to: 1, by: -1) {
      if let entry = entries[Array(letters[..<length])], !entry.needsSemicolon { return (length, entry.text) }
    }
    return nil
  }
}
