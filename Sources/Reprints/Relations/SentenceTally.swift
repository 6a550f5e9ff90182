internal import Lexicons
internal import TextAnalysis

/// Adds up, sentence by sentence of one article, what another article covers.
struct SentenceTally {
  private let sizes: [UInt32]
  private var covered: [UInt32]
  private var pure: [UInt32]
  /// Numbers that stand in the same place in both texts and are the same there, and such as differ.
  private var numbers: [(same: Int32, other: Int32)]
  /// The sentence of the other text that most of the pure words stand in, by majority vote (Boyer and Moore 1981).
  private var mates: [(sentence: UInt32, votes: Int32)]

  init(_ text: ComparableText) {
    sizes = text.sentenceSizes
    covered = [UInt32](repeating: 0, count: sizes.count)
    pure = covered
    numbers = [(Int32, Int32)](repeating: (0, 0), count: sizes.count)
    mates = [(UInt32, Int32)](repeating: (0, 0), count: sizes.count)
  }

  mutating func addCovered(_ sentence: UInt32) { covered[Int(sentence)] += 1 }

  /// Counts a pure word, and the sentence that it stands in there.
  mutating func addPure(_ sentence: UInt32, in other: UInt32) {
    let index = Int(sentence)
    pure[index] += 1
    if mates[index].votes == 0 { mates[index].sentence = other }
    mates[index].votes += mates[index].sentence == other ? 1 : -1
  }

  mutating func addSameNumber(_ sentence: UInt32) { numbers[Int(sentence)].same += 1 }
  mutating func addOtherNumbers(_ count: Int, _ sentence: UInt32) {
    numbers[Int(sentence)].other += Int32(count)
  }

  /// The pure words that stand in background sentences.
  func pureInBackground(of text: ComparableText) -> Int {
    pure.indices.reduce(0) { sum, index in
      pure[index] > 0 && text.isBackground(sentence: index) ? sum + Int(pure[index]) : sum
    }
  }

  /// The pure words of sentences that have two numbers more that differ than such as are the same: a form filled in
  /// anew.
  var pureInForms: Int {
    pure.indices.reduce(0) { numbers[$1].other < numbers[$1].same + 2 ? $0 : $0 + Int(pure[$1]) }
  }

  /// The most pure words of a sentence of which two thirds or more are covered, as are two fifths of the one that has
  /// them there, and where no number differs or fewer do than are the same.
  func pureInBest(with other: SentenceTally) -> Int {
    sizes.indices.reduce(0) { best, index in
      guard pure[index] > best, covered[index] * 3 >= sizes[index] * 2 else { return best }
      guard numbers[index].other == 0 || numbers[index].other < numbers[index].same else { return best }
      let mate = Int(mates[index].sentence)
      return other.covered[mate] * 5 >= other.sizes[mate] * 2 ? Int(pure[index]) : best
    }
  }
}

extension ComparableText {
  /// Whether a sentence tells what has been going on for long, as agencies add below each new event of a war or a
  /// crisis: "has been … since".
  fileprivate func isBackground(sentence: Int) -> Bool {
    let tokens = text.tokens[text.sentences[sentence]]
    return tokens.contains { $0.hash == BackgroundWords.since }
      && tokens.contains { BackgroundWords.perfect.contains($0.hash) }
  }
}

/// The words of sentences about what has been going on for long.
private enum BackgroundWords {
  static let since = TokenHash.hash("since".utf8)
  static let perfect = WordSet(.perfectAuxiliaries)
}
