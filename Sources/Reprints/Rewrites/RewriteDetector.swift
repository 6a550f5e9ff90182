internal import TextAnalysis

/// Finds the same story told sentence by sentence in other words: spun, translated back, paraphrased.
///
/// Sentences are compared by the words that carry them (``StoryOutline``), weighted by how few sentences of the
/// two have a word, and aligned in order by dynamic programming, as sentences are aligned across languages (Gale
/// and Church 1993) and monolingual comparable texts (Barzilay and Elhadad 2003). Two sentences tell the same only where
/// they share words that are no names, and no two different sets of numbers. Two reports of one event share names
/// and numbers, but seldom half of the words that carry them, and seldom in the same order.
public struct RewriteDetector: Sendable {
  /// What tells that one text may be the other in other words.
  public struct Evidence: Sendable, Equatable {
    /// The share of the shorter one's words whose sentences are told in order by the other, 0 to 1.
    public var sentencesInOrder: Double
    /// The share that these are of its sentences that the other tells in any order, by words, 0 to 1.
    public var ordered = 1.0
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

  /// The numbers of the rule.
  public var rules = RewriteRules()

  /// Makes a detector.
  public init(rules: RewriteRules = RewriteRules()) { self.rules = rules }

  /// What tells that two articles are one story in other words.
  public func evidence(_ a: ComparableText, _ b: ComparableText) -> Evidence {
    evidence(a, b, alignment: Alignment(runs: [], chains: []))
  }

  /// Whether the evidence is enough.
  ///
  /// - Parameter quoted: the quoted words that both share.
  public func isRewrite(_ evidence: Evidence, quoted: Int = 0) -> Bool {
    guard evidence.vocabulary >= rules.leastVocabulary, evidence.sentencesInOrder >= rules.leastInOrder,
      evidence.ordered >= rules.leastOrdered, evidence.numbers ?? 1 >= rules.leastNumbers
    else { return false }
    if quoted >= rules.commonStatement {
      guard evidence.vocabulary >= rules.vocabularyOfStatement,
        evidence.sentencesInOrder >= rules.inOrderOfStatement
      else { return false }
    }
    if evidence.alignedSentences >= rules.leastSentences { return true }
    return evidence.alignedSentences >= rules.leastOfBrief && evidence.sentencesInOrder >= rules.shareOfBrief
  }

  func evidence(_ a: ComparableText, _ b: ComparableText, alignment: Alignment) -> Evidence {
    guard min(a.narrationWords, b.narrationWords) >= rules.leastWords,
      a.vocabulary.shared(with: b.vocabulary) >= rules.leastVocabulary * 0.9
    else { return .none }
    let outlineA = StoryOutline(of: a, leavingOut: quoted(in: b, alignment))
    let outlineB = StoryOutline(of: b, leavingOut: quoted(in: a, alignment.swapped))
    let vocabulary = outlineA.sharedVocabulary(with: outlineB)
    guard vocabulary >= rules.leastVocabulary else {
      return Evidence(sentencesInOrder: 0, vocabulary: vocabulary, alignedSentences: 0)
    }
    let aligned = SentenceAlignment(outlineA.sentences, outlineB.sentences, rules)
    return Evidence(
      sentencesInOrder: aligned.share, ordered: aligned.ordered, vocabulary: vocabulary,
      alignedSentences: aligned.count,
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
