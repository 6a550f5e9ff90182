internal import TextAnalysis

/// Which words carry an article, as bits: a quick bound on the vocabulary that two articles share.
struct VocabularyBits: Sendable {
  private var bits = [UInt64](repeating: 0, count: 32)
  private var count = 0

  /// Collects the words of an article's own narration.
  init(_ text: AnalysedText, _ words: WordList, _ marks: [ComparableText.Marks]) {
    let functionWords = FunctionWords.set(for: words)
    for index in words.hashes.indices where marks[index].isEmpty {
      guard let key = StoryOutline.key(of: index, text, words, functionWords: functionWords) else { continue }
      bits[Int(key & 31)] |= 1 << (key >> 5 & 63)
    }
    count = bits.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// At least about the share of the smaller vocabulary that both have, 0 to 1.
  func shared(with other: VocabularyBits) -> Double {
    let common = zip(bits, other.bits).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
    return count == 0 || other.count == 0 ? 0 : Double(common) / Double(min(count, other.count))
  }
}
