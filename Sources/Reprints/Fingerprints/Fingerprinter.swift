public import TextAnalysis

/// Chooses the fingerprints of a text: hashes of every few words, thinned by winnowing.
///
/// Guarantee: two texts that share a run of ``guaranteedRun`` words (13 at the defaults) share a fingerprint,
/// and among any ``window`` successive shingles of a text at least one is chosen. Two fingerprints or more are
/// shared where a run of ``guaranteedRun`` + ``window`` words is.
///
/// Source: Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003,
/// section 3; ties by its "robust winnowing" (section 5.1), so that a text of few different words does not have
/// each of its shingles chosen. Words stand where the paper has characters.
public struct Fingerprinter: Sendable {
  /// The words of a shingle.
  public let shingle: Int
  /// The successive shingles of which at least one is chosen.
  public let window: Int

  /// The bits of a fingerprint's value.
  public static let bits = 40

  /// The shortest run of words that is certain to be found when two texts share it.
  public var guaranteedRun: Int { shingle + window - 1 }

  /// Makes a fingerprinter; values of texts compare only where shingles have the same number of words.
  public init(shingle: Int = 6, window: Int = 8) {
    precondition(shingle > 0 && window > 0, "a shingle and a window have at least one element")
    self.shingle = shingle
    self.window = window
  }

  /// The fingerprints of a text, in order.
  public func fingerprints(of text: AnalysedText) -> [Fingerprint] { fingerprints(of: WordList(text)) }

  /// The fingerprints of the words of a text, in order.
  ///
  /// A text of fewer shingles than a window has one; a text of fewer words than a shingle has none.
  public func fingerprints(of words: WordList) -> [Fingerprint] {
    shingleHashes(of: words.hashes).withUnsafeBufferPointer { winnowed($0, of: words) }
  }

  private func winnowed(_ shingles: UnsafeBufferPointer<UInt64>, of words: WordList) -> [Fingerprint] {
    guard !shingles.isEmpty else { return [] }
    var chosen: [Fingerprint] = []
    chosen.reserveCapacity(shingles.count / 4 + 1)
    var smallest = 0
    var lastChosen = -1
    for end in 0..<shingles.count {
      let start = end - window + 1
      if smallest < start {
        smallest = lastSmallest(of: shingles, in: start...end)
      } else if shingles[end] < shingles[smallest] || (end < window && shingles[end] == shingles[smallest]) {
        smallest = end
      }
      let windowIsWhole = start >= 0 || end == shingles.count - 1
      if windowIsWhole, lastChosen != smallest {
        lastChosen = smallest
        chosen.append(
          Fingerprint(
            value: shingles[smallest], word: smallest,
            bytes: words.bytes(ofWords: smallest..<smallest + shingle)))
      }
    }
    return chosen
  }

  /// The fingerprints of an article for each of its passages: a fingerprint belongs to the passage in which it
  /// starts.
  public func fingerprints(of words: WordList, in passages: [Passage]) -> [ArraySlice<Fingerprint>] {
    let all = fingerprints(of: words)
    var next = 0
    return passages.map { passage in
      let first = next
      while next < all.count, all[next].bytes.lowerBound < passage.bytes.upperBound { next += 1 }
      return all[first..<next]
    }
  }

  /// The hash of every run of ``shingle`` words, 40 bits each, by the words' polynomial modulo 2^64, mixed.
  func shingleHashes(of words: [UInt64]) -> [UInt64] {
    guard words.count >= shingle else { return [] }
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    let highest = (1..<shingle).reduce(UInt64(1)) { power, _ in power &* base }
    var rolling: UInt64 = 0
    for word in words[..<(shingle - 1)] { rolling = rolling &* base &+ word }
    return [UInt64](unsafeUninitializedCapacity: words.count - shingle + 1) { hashes, count in
      count = words.count - shingle + 1
      words.withUnsafeBufferPointer { words in
        for first in 0..<count {
          rolling = rolling &* base &+ words[first + shingle - 1]
          hashes.initializeElement(at: first, to: TokenHash.mixed(rolling) >> UInt64(64 - Self.bits))
          rolling &-= words[first] &* highest
        }
      }
    }
  }

  /// The last of the smallest hashes of a window.
  private func lastSmallest(of hashes: UnsafeBufferPointer<UInt64>, in window: ClosedRange<Int>) -> Int {
    var smallest = window.lowerBound
    var index = window.lowerBound + 1
    while index <= window.upperBound {
      if hashes[index] <= hashes[smallest] { smallest = index }
      index += 1
    }
    return smallest
  }
}
