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
      String(decoding: letters, as: UTF8.self).unicodeScalars.last
    }
    guard let last, let composed = PlainLetters.composed(last, mark) else { return }
    lowercased.removeLast(UTF8.width(last))
    for byte in UTF8.encode(composed) ?? UTF8.encodedReplacementCharacter { lowercased.append(byte) }
    lowercased.reserve(bytes.count - position)
    word.hash = TokenHash()
    let letters = lowercased.withElements(from: start) { String(decoding: $0, as: UTF8.self) }
    for letter in letters.unicodeScalars where letter != "'" { fold(letter) }
  }
}
