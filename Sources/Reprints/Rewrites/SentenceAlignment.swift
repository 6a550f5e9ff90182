/// The best alignment in order of the sentences of two texts, the shorter text first.
struct SentenceAlignment {
  /// The share of the shorter text's words that lie in aligned sentences.
  private(set) var share = 0.0
  /// The share that these are of its words in sentences that the other text has anywhere; 1 where there are none.
  private(set) var ordered = 1.0
  /// The number of aligned sentences.
  private(set) var count = 0

  private let rules: RewriteRules

  /// The best alignment of what follows two sentences.
  private struct Cell {
    /// What is maximised: words, weighted by how similar their sentences are.
    var value = 0.0
    var words = 0
    var count = 0
  }

  init(_ one: [StoryOutline.Sentence], _ other: [StoryOutline.Sentence], _ rules: RewriteRules) {
    self.rules = rules
    let sizes = (one.reduce(0) { $0 + $1.words.count }, other.reduce(0) { $0 + $1.words.count })
    let (shorter, longer) = sizes.0 <= sizes.1 ? (one, other) : (other, one)
    guard !shorter.isEmpty, !longer.isEmpty else { return }
    let weights = Self.weights(of: shorter + longer)
    let totals = (shorter + longer).map { $0.words.reduce(0) { $0 + weights[$1, default: 0] } }
    var anywhere = 0
    var below = [Cell](repeating: Cell(), count: longer.count + 1)
    for i in stride(from: shorter.count - 1, through: 0, by: -1) {
      var row = [Cell](repeating: Cell(), count: longer.count + 1)
      var isFound = false
      for j in stride(from: longer.count - 1, through: 0, by: -1) {
        var cell = below[j].value >= row[j + 1].value ? below[j] : row[j + 1]
        let similarity = similarity(
          shorter[i], longer[j], totals[i], totals[shorter.count + j], weights: weights)
        if similarity >= rules.similarSentences {
          isFound = true
          let words = shorter[i].words.count
          let value = below[j + 1].value + similarity * Double(words)
          if value > cell.value {
            cell = Cell(value: value, words: below[j + 1].words + words, count: below[j + 1].count + 1)
          }
        }
        row[j] = cell
      }
      if isFound { anywhere += shorter[i].words.count }
      below = row
    }
    share = Double(below[0].words) / Double(min(sizes.0, sizes.1))
    ordered = anywhere == 0 ? 1 : Double(below[0].words) / Double(anywhere)
    count = below[0].count
  }

  /// Words weigh more the fewer sentences have them.
  private static func weights(of sentences: [StoryOutline.Sentence]) -> [UInt64: Double] {
    var counts: [UInt64: Int] = [:]
    for sentence in sentences { for word in sentence.words { counts[word, default: 0] += 1 } }
    return counts.mapValues { logarithm(1 + Double(sentences.count) / Double($0)) }
  }

  /// The natural logarithm of a number of at least 1, to four digits: without a mathematics library.
  private static func logarithm(_ number: Double) -> Double {
    let fraction = (number.significand - 1) / (number.significand + 1)
    let square = fraction * fraction
    let series = 2 * fraction * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square / 7)))
    return Double(number.exponent) * 0.693_147_18 + series
  }

  /// Half the share of the lighter sentence and half the Dice coefficient; 0 under three common words, where too few of these
  /// are more than names, and where both give numbers and none is the same.
  private func similarity(
    _ one: StoryOutline.Sentence, _ other: StoryOutline.Sentence, _ oneTotal: Double, _ otherTotal: Double,
    weights: [UInt64: Double]
  ) -> Double {
    var (i, j, common, weight, asserted, numbers) = (0, 0, 0, 0.0, 0, 0)
    while i < one.words.count, j < other.words.count {
      let (left, right) = (one.words[i], other.words[j])
      if left == right {
        common += 1
        weight += weights[left, default: 0]
        if one.numbers.contains(left) {
          numbers += 1
        } else if !one.names.contains(left), !other.names.contains(left) {
          asserted += 1
        }
      }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    guard common >= 3, asserted >= rules.commonWords else { return 0 }
    if !one.numbers.isEmpty, !other.numbers.isEmpty, numbers == 0 { return 0 }
    return weight / min(oneTotal, otherTotal) / 2 + weight / (oneTotal + otherTotal)
  }
}
