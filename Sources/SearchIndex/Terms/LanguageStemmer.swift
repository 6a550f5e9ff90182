import TextAnalysis

/// Makes the terms of words of one language: their stems, folded; words of a language without a stemmer stay whole.
final class LanguageStemmer {
  /// Tells the languages of one ``StemCache`` apart.
  let number: UInt64
  private let stemmer: Stemmer?

  /// - Parameter language: An ISO 639-1 code; one without a stemmer is no error.
  init(language: String, number: UInt64 = 0) {
    self.number = number
    stemmer = Stemmer(language: language)
  }

  /// Appends the stem of a lower-case word, with the accents of Latin letters folded: élan and elan are one.
  func appendStem(of word: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let stemmer else { return appendFolded(word, to: &bytes) }
    stemmer.withStem(of: word) { stem in appendFolded(stem.isEmpty ? word : stem, to: &bytes) }
  }

  private func appendFolded(_ word: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if word.contains(where: { $0 >= 0x80 }) {
      bytes.append(contentsOf: AccentFolding.folded(word))
    } else {
      bytes.append(contentsOf: word)
    }
  }
}
