/// Tells the shared words of narration from mere names: no word counts whose neighbourhood of 8 shared words has
/// 45 % capitals or more: that an office and its holder are called the same is no copying.
struct PurityWindow {
  /// A pair of shared words.
  struct Word {
    var a: Int
    var b: Int
    var isCapitalised: Bool
    /// What it would count as.
    var use: Use
  }

  /// What a word counts as where it is not among names.
  enum Use {
    /// As nothing: it is quoted on both sides, or stands in a sentence that is mostly quoted or a stock one.
    case nothing
    /// As narration, on both sides.
    case narration
    /// As an excerpt: quoted by the first from the narration of the second.
    case quotedByA
    /// As an excerpt: quoted by the second from the narration of the first.
    case quotedByB
  }

  private var words: [Word] = []

  mutating func append(_ word: Word) { words.append(word) }

  /// The words that count and are not among names.
  func pureWords() -> [Word] {
    var capitals = [0]
    capitals.reserveCapacity(words.count + 1)
    for word in words { capitals.append(capitals[capitals.count - 1] + (word.isCapitalised ? 1 : 0)) }
    return words.indices.compactMap { index in
      guard words[index].use != .nothing else { return nil }
      let start = max(0, min(index - 4, words.count - 8))
      let end = min(words.count, start + 8)
      let share = Double(capitals[end] - capitals[start]) / Double(end - start)
      return share < 0.45 ? words[index] : nil
    }
  }
}
