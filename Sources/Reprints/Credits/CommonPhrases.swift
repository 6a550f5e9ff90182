internal import TextAnalysis

/// Which names a text has in small letters too: "Fake News" beside "fake news".
///
/// The sequences of each length that end in small letters are gathered once, when the first name of that length is asked
/// for, so that a text of any number of names is gone through a few times.
struct CommonPhrases {
  private let words: WordList
  /// Hashes of the sequences, by their number of words.
  private var sequences: [Int: Set<UInt64>] = [:]

  init(_ words: WordList) { self.words = words }

  /// Whether the words of a name stand somewhere with its last word in small letters.
  mutating func contains(_ name: Range<Int>) -> Bool {
    guard !name.isEmpty else { return false }
    if sequences[name.count] == nil { sequences[name.count] = gathered(length: name.count) }
    return sequences[name.count]?.contains(hash(name)) ?? false
  }

  private func gathered(length: Int) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for end in words.hashes.indices where end + 1 >= length && !words.words[end].isCapitalised {
      found.insert(hash(end + 1 - length..<end + 1))
    }
    return found
  }

  private func hash(_ range: Range<Int>) -> UInt64 {
    words.hashes[range].reduce(0) { ($0 ^ $1) &* 0x9E37_79B1_85EB_CA87 ^ ($0 >> 29) }
  }
}
