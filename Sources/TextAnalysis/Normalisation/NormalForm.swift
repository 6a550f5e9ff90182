/// The one form in which words are compared, by the search, by the reprints and by names alike.
///
/// It is made in two steps. The **lower-case form**, which stemmers take, has letters that are one made one
/// (``PlainLetters``): Arabic forms, `ё` and `е`, full width, what takes no room. The **normal form**, whose hash a token
/// has, folds Latin diacritics too (``AccentFolding``) and leaves out apostrophes.
package enum NormalForm {
  /// The lower-case form of a text as it is written, apostrophes made straight, as UTF-8.
  package static func lowercased(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return bytes
  }

  /// The normal form of a word as it is written, as UTF-8.
  package static func folded(_ word: some StringProtocol) -> [UInt8] {
    AccentFolding.folded(lowercased(word)).filter { $0 != UInt8(ascii: "'") }
  }

  /// The hash of the normal form of a word as it is written.
  package static func hash(_ word: some StringProtocol) -> UInt64 { TokenHash.hash(folded(word)) }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      bytes.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    } else if isApostrophe(scalar) {
      bytes.append(UInt8(ascii: "'"))
    } else if PlainLetters.isMark(scalar) {
      compose(scalar, at: &bytes)
    } else if !isInvisible(scalar) {
      PlainLetters.forEach(of: scalar) { append(plain: $0, to: &bytes) }
    }
  }

  private static func append(plain letter: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
  }

  /// Joins a combining mark to the letter at the end of some bytes, where the two are one letter; else leaves it out.
  private static func compose(_ mark: Unicode.Scalar, at bytes: inout [UInt8]) {
    guard let start = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }),
      let letter = String(decoding: bytes[start...], as: UTF8.self).unicodeScalars.first,
      let composed = PlainLetters.composed(letter, mark)
    else { return }
    bytes.removeSubrange(start...)
    append(plain: composed, to: &bytes)
  }

  /// Whether a character is an apostrophe where it stands within a word.
  package static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0xB4, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2019, 0x201B, 0xFF07: true
    default: false
    }
  }

  /// Whether a character takes no room: a soft hyphen, a zero-width space or joiner, a mark of direction.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }
}
