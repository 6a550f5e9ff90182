internal import TextAnalysis

/// A set of words by their hashes, fast to ask about words that are not in it.
struct WordSet: Sendable {
  private var filter = [UInt64](repeating: 0, count: 64)
  private var hashes: Set<UInt64> = []

  /// Lists words, separated by spaces or line ends, in lower case.
  init(_ words: String) {
    for word in words.split(whereSeparator: \.isWhitespace) {
      let hash = TokenHash.hash(word.utf8.filter { $0 != UInt8(ascii: "'") })
      hashes.insert(hash)
      filter[Int(hash & 63)] |= 1 << (hash >> 6 & 63)
    }
  }

  /// Whether a word is in the set.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    filter[Int(hash & 63)] & (1 << (hash >> 6 & 63)) != 0 && hashes.contains(hash)
  }
}
