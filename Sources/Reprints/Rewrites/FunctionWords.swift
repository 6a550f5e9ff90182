internal import Lexicons
internal import TextAnalysis

/// Words that tell nothing about a story, by language.
enum FunctionWords {
  /// Those of English.
  static let english = WordSet(.functionWords, "en")

  /// Those of the language whose most common words a text has most of; English where it has none.
  ///
  /// A text need not say its language for that, and a short one is told by its letters alone.
  static func set(for words: WordList) -> WordSet {
    var counts = [Int](repeating: 0, count: languages.count)
    for hash in words.hashes.prefix(sample) {
      guard var mask = masks[hash] else { continue }
      while mask != 0 {
        counts[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return languages[best]
  }

  /// The words at the start of a text that tell its language.
  private static let sample = 200

  /// The lists, English first.
  private static let languages: [WordSet] =
    [english] + others.map { WordSet(.stopWords, $0.language) }

  private static let others = Lexicon.all(.stopWords).filter { $0.language != "en" }

  /// The languages that have a word, as bits.
  private static let masks: [UInt64: UInt64] = {
    var masks: [UInt64: UInt64] = [:]
    let entries = [Lexicon(.functionWords, "en")?.entries ?? []] + others.map(\.entries)
    for (index, list) in entries.enumerated() {
      for word in list { masks[NormalForm.hash(word), default: 0] |= 1 << UInt64(index) }
    }
    return masks
  }()
}
