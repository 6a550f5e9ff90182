/// A place in a short text, from which numbers, words and marks are taken one after the other.
struct ByteCursor {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  private var current: UInt8? { isAtEnd ? nil : bytes[index] }

  /// A run of digits: its value, and how many there were; nil where there is none, or more than 14.
  mutating func digits() -> (value: Int, width: Int)? {
    let start = index
    var value = 0
    while let byte = current, byte.isDigit {
      guard index - start < 14 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }

  /// A run of letters in lower case, without the dots of abbreviations ("p.m.", "Sept.").
  mutating func word() -> String? {
    guard let first = current, first.isLetter else { return nil }
    var letters: [UInt8] = []
    while let byte = current, byte.isLetter || byte == UInt8(ascii: ".") {
      if byte.isLetter { letters.append(byte | 0x20) }
      index += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Takes a character where it is next.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  /// Takes the next character where it is one of these.
  mutating func take(anyOf marks: String) -> Unicode.Scalar? {
    guard let byte = current, marks.utf8.contains(byte) else { return nil }
    index += 1
    return Unicode.Scalar(byte)
  }

  mutating func skipBlanks() {
    while let byte = current, byte.isBlank { index += 1 }
  }

  /// Skips `(…)` with nothing but one line inside; false where there is none.
  mutating func skipBracketed() -> Bool {
    guard current == UInt8(ascii: "("), let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) else {
      return false
    }
    index = end + 1
    return true
  }

  /// Skips the letters of "21st", where they are there; false where other letters follow the number.
  mutating func skipOrdinalSuffix() -> Bool {
    guard let byte = current, byte.isLetter else { return true }
    return ["st", "nd", "rd", "th"].contains(word())
  }
}

extension UInt8 {
  /// Whether this is an ASCII digit.
  package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether this is an ASCII letter.
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// Whether this is ASCII white space: space, tab, or an end of line.
  package var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
