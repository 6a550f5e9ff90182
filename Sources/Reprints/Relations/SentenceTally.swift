/// Adds up, sentence by sentence of one article, what another article covers.
struct SentenceTally {
  private let sizes: [UInt32]
  private var covered: [UInt32]
  private var pure: [UInt32]

  init(_ text: ComparableText) {
    sizes = text.sentenceSizes
    covered = [UInt32](repeating: 0, count: sizes.count)
    pure = covered
  }

  mutating func addCovered(_ sentence: UInt32) { covered[Int(sentence)] += 1 }
  mutating func addPure(_ sentence: UInt32) { pure[Int(sentence)] += 1 }

  /// The most pure words of a sentence of which 60 % or more is covered.
  var pureInBest: Int {
    sizes.indices.reduce(0) { best, index in
      covered[index] * 10 >= sizes[index] * 6 ? max(best, Int(pure[index])) : best
    }
  }
}
