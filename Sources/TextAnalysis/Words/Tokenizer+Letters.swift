/// Taking letters into the lower-case form and the hash of the word that is being read.
extension Tokenizer {
  @inline(__always)
  mutating func take(_ byte: UInt8) {
    lowercased.appendInReserve(byte)
    word.hash.combine(byte)
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if PlainLetters.isMark(scalar) { return takeMark(scalar) }
    PlainLetters.forEach(of: scalar) { takePlain($0) }
    lowercased.reserve(bytes.count - position)
  }

  /// Appends a plain lower-case letter.
  mutating func takePlain(_ letter: Unicode.Scalar) {
    for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter { lowercased.append(byte) }
    fold(letter)
  }

  /// Appends a character that has neither case nor other forms.
  mutating func takeCaseless(_ letter: Unicode.Scalar) {
    for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
      lowercased.append(byte)
      word.hash.combine(byte)
    }
    lowercased.reserve(bytes.count - position)
  }

  static let firstPresentationForm: UInt32 = 0xF900

  private mutating func fold(_ letter: Unicode.Scalar) {
    if let base = AccentFolding.base(of: letter) {
      for byte in base { word.hash.combine(byte) }
    } else {
      for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter { word.hash.combine(byte) }
    }
  }

  /// Joins a combining mark to the letter before it, where the two are one letter; else it is left out.
  mutating func takeMark(_ mark: Unicode.Scalar) {
    let start = word.lowercasedStart
    let last = lowercased.withElements(from: start) { letters in
      letters.lastIndex { $0 & 0xC0 != 0x80 }.flatMap {
        String(decoding: letters[$0...], as: UTF8.self).unicodeScalars.first
      }
    }
    guard let last, let composed = compositions.composed(last, mark) else { return }
    lowercased.removeLast(UTF8.width(last))
    // A word may have any number of marks: of what comes before, only that behind the last of them is hashed again.
    if word.marked.start < start { word.marked = (start, TokenHash()) }
    let between = lowercased.withElements(from: word.marked.start) { String(decoding: $0, as: UTF8.self) }
    word.hash = word.marked.hash
    for letter in between.unicodeScalars where letter != "'" { fold(letter) }
    word.marked = (lowercased.count, word.hash)
    for byte in UTF8.encode(composed) ?? UTF8.encodedReplacementCharacter { lowercased.append(byte) }
    lowercased.reserve(bytes.count - position)
    fold(composed)
  }
}
