public import TextAnalysis

/// A small sketch of what an article is about, by which possible rewrites of it are found in an archive.
///
/// The names, numbers and long words of a text, the smallest hashes of them: two texts share about the share of
/// the sketch that they share of these words (bottom-k sketch: Broder 1997; Cohen and Kaplan 2007). Texts that
/// tell one story in other words keep names and numbers. Keep articles with four values in common or more as
/// candidates for ``RewriteDetector``.
public struct StorySketch: Sendable, Equatable {
  /// The smallest hashes, ascending; 32 bits each.
  public let values: [UInt32]

  /// Takes a sketch as it was made; the values must ascend.
  public init(values: [UInt32]) { self.values = values }

  /// Sketches an article with at most a number of values.
  public init(of text: ComparableText, size: Int = 24) {
    self.init(of: text.text, text.words, size: size) { text.marks[$0].isDisjoint(with: .notOwn) }
  }

  /// Sketches a text whole, its furniture included: cheaper, and good enough to find candidates.
  public init(of text: AnalysedText, _ words: WordList, size: Int = 24) {
    self.init(of: text, words, size: size) { _ in true }
  }

  private init(of text: AnalysedText, _ words: WordList, size: Int, isOwn: (Int) -> Bool) {
    var hashes: [UInt32] = []
    for (index, word) in words.words.enumerated() where isOwn(index) {
      let isName = word.isCapitalised && index > 0 && words.words[index - 1].sentence == word.sentence
      guard isName || word.isNumber || word.end - word.start >= 9 else { continue }
      guard let key = StoryOutline.key(of: index, text, words) else { continue }
      hashes.append(UInt32(truncatingIfNeeded: TokenHash.mixed(key) >> 32))
    }
    hashes.sort()
    var smallest: [UInt32] = []
    for hash in hashes where hash != smallest.last {
      if smallest.count == size { break }
      smallest.append(hash)
    }
    values = smallest
  }

  /// The number of values that two sketches share.
  public func common(with other: StorySketch) -> Int { Set(values).intersection(other.values).count }
}
