/// A hash of a few successive words of a text, chosen so that texts which share a run share fingerprints.
public struct Fingerprint: Sendable, Hashable {
  /// The hash of the words: 40 bits, equal in every text for the same words.
  public let value: UInt64
  /// The first of the words, an index into ``WordList/words``.
  public let word: Int
  /// The bytes of the words, as UTF-8 offsets.
  public let bytes: Range<Int>

  /// Makes a fingerprint from its hash and place.
  public init(value: UInt64, word: Int, bytes: Range<Int>) {
    self.value = value
    self.word = word
    self.bytes = bytes
  }
}
