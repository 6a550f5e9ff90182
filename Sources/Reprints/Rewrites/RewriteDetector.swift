internal import TextAnalysis

/// Finds the same story told sentence by sentence in other words: spun, translated back, paraphrased.
///
/// Sentences are compared by the words that carry them (``StoryOutline``), weighted by how few sentences of the
/// two have a word, and aligned in order by dynamic programming, as sentences are aligned across languages (Gale
/// and Church 1993) and monolingual comparable texts (Barzilay and Elhadad 2003). Two reports of one event share names
/// and numbers, but seldom half of the words that carry them, and seldom in the same order.
public struct RewriteDetector: Sendable {
  /// What tells that one text may be the other in other words.
  public struct Evidence: Sendable, Equatable {
    /// The share of the shorter one's words whose sentences are told in order by the other, 0 to 1.
    public var sentencesInOrder: Double
    /// The share of the smaller vocabulary that the other has, 0 to 1.
    public var vocabulary: Double
    /// The number of sentences that are told in order by the other.
    public var alignedSentences: Int
    /// The number of sentences of the shorter one.
    public var sentences = 0
    /// The share of the fewer numbers that the other has, 0 to 1; nil where there are too few to tell.
    public var numbers: Double?

    /// Nothing that tells.
    public static let none = Evidence(sentencesInOrder: 0, vocabulary: 0, alignedSentences: 0)
  }

  /// Two sentences tell the same from this similarity on.
  public var similarSentences = 0.25
  /// The share of the shorter text that must be told in order.
  public var leastInOrder = 0.2
  /// The share of the smaller vocabulary that must be shared.
  public var leastVocabulary = 0.55
  /// The sentences that must be told in order; fewer do where they are three quarters of a brief.
  public var leastSentences = 5
  /// The share of the numbers that must be shared: a form filled in anew has the words and not the numbers.
  public var leastNumbers = 0.6
  /// Words quoted in both from which on the writers may have had the same statement before them, so that more
  /// must be shared.
  public var commonStatement = 25
  /// The narration, in words, that both must have to be judged at all.
  public var leastWords = 60

  /// Makes a detector.
  public init() {}

  /// What tells that two articles are one story in other words.
  public func evidence(_ a: ComparableText, _ b: ComparableText) -> Evidence {
    evidence(a, b, alignment: Alignment(runs: [], chains: []))
  }

  /// Whether the evidence is enough.
  ///
  /// - Parameter quoted: the quoted words that both share.
  public func isRewrite(_ evidence: Evidence, quoted: Int = 0) -> Bool {
    guard evidence.vocabulary >= leastVocabulary, evidence.sentencesInOrder >= leastInOrder else {
      return false
    }
    guard evidence.numbers ?? 1 >= leastNumbers else { return false }
    if quoted >= commonStatement, evidence.vocabulary < 0.75 || evidence.sentencesInOrder < 0.4 {
      return false
    }
    if evidence.alignedSentences >= leastSentences { return true }
    return evidence.alignedSentences >= 3 && evidence.alignedSentences * 4 >= evidence.sentences * 3
      && evidence.vocabulary >= 0.65
  }

  func evidence(_ a: ComparableText, _ b: ComparableText, alignment: Alignment) -> Evidence {
    guard min(a.narrationWords, b.narrationWords) >= leastWords,
      a.vocabulary.shared(with: b.vocabulary) >= leastVocabulary * 0.9
    else { return .none }
    let outlineA = StoryOutline(of: a, leavingOut: quoted(in: b, alignment))
    let outlineB = StoryOutline(of: b, leavingOut: quoted(in: a, alignment.swapped))
    let vocabulary = outlineA.sharedVocabulary(with: outlineB)
    guard vocabulary >= leastVocabulary else {
      return Evidence(sentencesInOrder: 0, vocabulary: vocabulary, alignedSentences: 0)
    }
    let aligned = SentenceAlignment(outlineA.sentences, outlineB.sentences, threshold: similarSentences)
    return Evidence(
      sentencesInOrder: aligned.share, vocabulary: vocabulary, alignedSentences: aligned.count,
      sentences: min(outlineA.sentences.count, outlineB.sentences.count),
      numbers: outlineA.sharedNumbers(with: outlineB))
  }

  /// The words of the first text that are quoted in the second.
  private func quoted(in text: ComparableText, _ alignment: Alignment) -> Set<Int> {
    var words: Set<Int> = []
    for run in alignment.runs {
      for offset in 0..<run.count where text.marks[run.b + offset].contains(.quoted) {
        words.insert(run.a + offset)
      }
    }
    return words
  }
}

/// The best alignment in order of the sentences of two texts.
private struct SentenceAlignment {
  /// The share of the shorter text's words that lie in aligned sentences, weighted by their similarity.
  private(set) var share = 0.0
  /// The number of aligned sentences.
  private(set) var count = 0

  init(_ one: [[UInt64]], _ other: [[UInt64]], threshold: Double) {
    let words = (one.reduce(0) { $0 + $1.count }, other.reduce(0) { $0 + $1.count })
    let (shorter, longer) = words.0 <= words.1 ? (one, other) : (other, one)
    guard !shorter.isEmpty else { return }
    let weights = Self.weights(of: shorter + longer)
    let totals = (shorter + longer).map { $0.reduce(0) { $0 + weights[$1, default: 0] } }
    let width = longer.count + 1
    var best = [(value: Double, count: Int)](repeating: (0, 0), count: (shorter.count + 1) * width)
    for i in stride(from: shorter.count - 1, through: 0, by: -1) {
      for j in stride(from: longer.count - 1, through: 0, by: -1) {
        var cell = best[(i + 1) * width + j]
        let right = best[i * width + j + 1]
        if right.value > cell.value { cell = right }
        let similarity = Self.similarity(
          shorter[i], longer[j], totals[i], totals[shorter.count + j], weights: weights)
        if similarity >= threshold {
          let diagonal = best[(i + 1) * width + j + 1]
          let value = diagonal.value + similarity * Double(shorter[i].count)
          if value > cell.value { cell = (value, diagonal.count + 1) }
        }
        best[i * width + j] = cell
      }
    }
    share = best[0].value / Double(min(words.0, words.1))
    count = best[0].count
  }

  /// Words weigh more the fewer sentences have them.
  private static func weights(of sentences: [[UInt64]]) -> [UInt64: Double] {
    var counts: [UInt64: Int] = [:]
    for sentence in sentences { for word in sentence { counts[word, default: 0] += 1 } }
    return counts.mapValues { logarithm(1 + Double(sentences.count) / Double($0)) }
  }

  /// The natural logarithm of a number of at least 1, to four digits: without a mathematics library.
  private static func logarithm(_ number: Double) -> Double {
    let fraction = (number.significand - 1) / (number.significand + 1)
    let square = fraction * fraction
    let series = 2 * fraction * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square / 7)))
    return Double(number.exponent) * 0.693_147_18 + series
  }

  /// Half the share of the lighter sentence and half the Dice coefficient; 0 under three common words.
  private static func similarity(
    _ one: [UInt64], _ other: [UInt64], _ oneTotal: Double, _ otherTotal: Double, weights: [UInt64: Double]
  ) -> Double {
    var (i, j, common, weight) = (0, 0, 0, 0.0)
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        common += 1
        weight += weights[one[i], default: 0]
        i += 1
        j += 1
      } else if one[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    guard common >= 3 else { return 0 }
    return weight / min(oneTotal, otherTotal) / 2 + weight / (oneTotal + otherTotal)
  }
}
