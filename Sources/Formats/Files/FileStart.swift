internal import Articles

/// The beginning of a file, by which its format is told.
struct FileStart: Sendable {
  /// How many bytes are asked for.
  static let size = 1 << 13

  /// The first bytes, as they are.
  let bytes: [UInt8]
  /// Whether this is all of the file.
  let isWhole: Bool
  /// The ending of the file's name in lower case, without that of its compression; nil for none.
  let ending: String?
  /// Where text begins, behind a byte order mark and white space.
  let textStart: Int

  init(bytes: [UInt8], isWhole: Bool, name: String) {
    self.bytes = bytes
    self.isWhole = isWhole
    ending = FileName.ending(ofUnpacked: name)
    let text = bytes.dropByteOrderMark()
    textStart = text.firstIndex { !$0.isBlank } ?? bytes.count
  }

  /// The bytes from where text begins.
  var text: ArraySlice<UInt8> { bytes[textStart...] }

  /// Whether the file begins with these bytes.
  func hasMagic(_ magic: [UInt8], at offset: Int = 0) -> Bool {
    bytes.count >= offset + magic.count && bytes[offset..<offset + magic.count].elementsEqual(magic)
  }

  /// Whether the file begins with these ASCII characters.
  func hasMagic(_ magic: String, at offset: Int = 0) -> Bool { hasMagic(Array(magic.utf8), at: offset) }

  /// Whether the text begins with these ASCII characters, in any case.
  func begins(with word: String) -> Bool {
    text.count >= word.utf8.count
      && zip(text, word.utf8).allSatisfy { $0 | ($0.isLetter ? 0x20 : 0) == $1 | ($1.isLetter ? 0x20 : 0) }
  }

  /// Whether these ASCII characters occur at all.
  func contains(_ word: String) -> Bool { bytes.contains(bytesOf: word) }

  /// Whether this may be text: control characters are rare in it.
  var isText: Bool {
    let controls = bytes.count { $0 < 0x20 && !$0.isBlank && $0 != 0x1B }
    return controls * 32 <= bytes.count
  }

  /// Whether it is UTF-8, but for a character that is cut at the end.
  var isUTF8: Bool {
    if UTF8Check.isValid(bytes) { return true }
    guard !isWhole else { return false }
    return (1...3).contains { bytes.count > $0 && UTF8Check.isValid(Array(bytes.dropLast($0))) }
  }

  /// The first lines, without their ends.
  func lines(_ count: Int) -> [ArraySlice<UInt8>] {
    text.split(separator: 0x0A, maxSplits: count, omittingEmptySubsequences: false).prefix(count).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
  }
}

extension Collection<UInt8> {
  /// The bytes without a UTF-8 byte order mark at their start.
  func dropByteOrderMark() -> SubSequence {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}
