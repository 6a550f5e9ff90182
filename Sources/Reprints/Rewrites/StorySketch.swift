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
    var smallest = SmallestHashes(size)
    for (index, word) in words.words.enumerated() where isOwn(index) {
      let isName = word.isCapitalised && index > 0 && words.words[index - 1].sentence == word.sentence
      guard isName || word.isNumber || word.end - word.start >= 9 else { continue }
      guard let key = StoryOutline.key(of: index, text, words) else { continue }
      smallest.insert(UInt32(truncatingIfNeeded: TokenHash.mixed(key) >> 32))
    }
    values = smallest.values
  }

  /// The number of values that two sketches share.
  public func common(with other: StorySketch) -> Int { Set(values).intersection(other.values).count }
}

/// The smallest of many hashes, each once, ascending.
private struct SmallestHashes {
  private(set) var values: [UInt32] = []
  private let size: Int

  init(_ size: Int) {
    self.size = size
    values.reserveCapacity(size + 1)
  }

  /// Takes a hash in; most are too large, which one look tells.
  mutating func insert(_ hash: UInt32) {
    guard values.count < size || hash < values.last ?? 0 else { return }
    var place = values.count
    while place > 0, values[place - 1] > hash { place -= 1 }
    if place > 0, values[place - 1] == hash { return }
    values.insert(hash, at: place)
    if values.count > size { values.removeLast() }
  }
}
