/// Reading scripts that write no spaces between words.
extension Tokenizer {
  /// Reads a consonant of a script without spaces, with the vowel before it and the vowels and marks on and behind it.
  mutating func readSyllable() {
    word = WordInProgress(start: position, lowercasedStart: lowercased.count)
    var joinsNext = true
    while position < bytes.count {
      let (scalar, length) = bytes.scalar(at: position)
      guard CharacterClass(nonASCII: scalar) == .syllabic else { break }
      let part = SyllablePart(scalar)
      let isOn = part == .onConsonant || part == .joiner
      guard joinsNext || isOn || isClosing(at: position, length) else { break }
      joinsNext = part == .beforeConsonant || part == .joiner
      takeCaseless(scalar)
      position += length
    }
    append(
      .ideograph, shape: [.nonASCII, .syllable], from: word.start, lowercasedFrom: word.lowercasedStart,
      hash: word.hash)
  }

  /// Whether a Burmese consonant here has its vowel killed, so that it closes the syllable before it.
  private func isClosing(at index: Int, _ length: Int) -> Bool {
    let next = index + length
    guard next < bytes.count, bytes[next] >= 0x80 else { return false }
    return bytes.scalar(at: next).scalar.value == SyllablePart.asat
  }
}
