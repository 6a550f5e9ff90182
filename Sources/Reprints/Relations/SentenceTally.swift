internal import TextAnalysis

/// Adds up, sentence by sentence of one article, what another article covers.
struct SentenceTally {
  private let sizes: [UInt32]
  private var covered: [UInt32]
  private var pure: [UInt32]
  /// Numbers that stand in the same place in both texts: those that differ less those that are the same.
  private var otherNumbers: [Int32]

  init(_ text: ComparableText) {
    sizes = text.sentenceSizes
    covered = [UInt32](repeating: 0, count: sizes.count)
    pure = covered
    otherNumbers = [Int32](repeating: 0, count: sizes.count)
  }

  mutating func addCovered(_ sentence: UInt32) { covered[Int(sentence)] += 1 }
  mutating func addPure(_ sentence: UInt32) { pure[Int(sentence)] += 1 }

  mutating func addOtherNumbers(_ count: Int, _ sentence: UInt32) {
    otherNumbers[Int(sentence)] += Int32(count)
  }

  /// The pure words that stand in background sentences.
  func pureInBackground(of text: ComparableText) -> Int {
    pure.indices.reduce(0) { sum, index in
      pure[index] > 0 && text.isBackground(sentence: index) ? sum + Int(pure[index]) : sum
    }
  }

  /// The most pure words of a sentence of which 60 % or more is covered.
  ///
  /// A sentence that has two numbers more that differ than such as are the same is a form filled in anew.
  var pureInBest: Int {
    sizes.indices.reduce(0) { best, index in
      covered[index] * 10 >= sizes[index] * 6 && otherNumbers[index] < 2 ? max(best, Int(pure[index])) : best
    }
  }
}

extension ComparableText {
  /// Whether a sentence tells what has been going on for long, as agencies add below each new event of a war or a
  /// crisis: "has been … since".
  fileprivate func isBackground(sentence: Int) -> Bool {
    let tokens = text.tokens[text.sentences[sentence]]
    return tokens.contains { BackgroundWords.since.contains($0.hash) }
      && tokens.contains { BackgroundWords.perfect.contains($0.hash) }
  }
}

/// The words of sentences about what has been going on for long.
private enum BackgroundWords {
  static let since = WordSet("since")
  static let perfect = WordSet("has have been")
}
