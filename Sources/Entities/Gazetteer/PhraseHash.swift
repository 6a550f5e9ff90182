internal import TextAnalysis

/// The hash of a phrase, made from the hashes of its words in order.
public struct PhraseHash: Sendable, Hashable {
  /// The bits.
  public private(set) var value: UInt64 = 0

  /// Starts a phrase of no words.
  public init() {}

  /// Starts a phrase with the hash of its first word's normal form.
  @inline(__always)
  public init(word hash: UInt64) { append(hash) }

  /// Makes the hash of words in their normal form, separated by white space.
  init(words: String) {
    for word in words.split(whereSeparator: \.isWhitespace) { append(TokenHash.hash(word.utf8)) }
  }

  /// Makes the hash of words that are given by theirs.
  init(of hashes: ArraySlice<UInt64>) {
    for hash in hashes { append(hash) }
  }

  /// Takes one more word into the phrase, given by the hash of its normal form.
  @inline(__always)
  public mutating func append(_ hash: UInt64) { value = TokenHash.mixed(value &+ hash) }
}
