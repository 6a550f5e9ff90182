/// What shows that one article is the other in another language, as whoever compares languages found it.
public struct TranslationEvidence: Sendable {
  /// Sentences that say the same, as UTF-8 bytes of both texts.
  public struct Passage: Sendable, Equatable {
    /// UTF-8 bytes in the first text.
    public var a: Range<Int>
    /// UTF-8 bytes in the second text.
    public var b: Range<Int>
    /// The words of the first text in it.
    public var words: Int

    /// Makes a passage.
    public init(a: Range<Int>, b: Range<Int>, words: Int) {
      self.a = a
      self.b = b
      self.words = words
    }
  }

  /// The share of the first text's words in sentences that the second has, 0 to 1.
  public var containmentA: Double
  /// The share of the second text's words in sentences that the first has, 0 to 1.
  public var containmentB: Double
  /// The passages, in the order of both texts.
  public var passages: [Passage]
  /// What was left out, added or changed, numbers and names first.
  public var changes: [Change]
  /// How sure it is, 0 to 1.
  public var confidence: Double
  /// The reason in words.
  public var why: String

  /// Makes evidence.
  public init(
    containmentA: Double, containmentB: Double, passages: [Passage], changes: [Change], confidence: Double,
    why: String
  ) {
    self.containmentA = containmentA
    self.containmentB = containmentB
    self.passages = passages
    self.changes = changes
    self.confidence = confidence
    self.why = why
  }
}

extension RelationClassifier {
  /// The report on two articles of which one is the other in another language: who has it from whom is told by their credits,
  /// their outlets and their dates, as of any copy.
  public func report(
    _ a: ComparableText, _ b: ComparableText, translation: TranslationEvidence
  ) -> PairReport {
    let provenance = Provenance(
      of: a, b, relation: .translation, alignment: Alignment(runs: [], chains: []), rules: credit)
    let spans = translation.passages.map { passage in
      PairReport.Span(
        a: passage.a, b: passage.b, isVerbatim: false, content: .narration, words: passage.words)
    }
    return PairReport(
      relation: .translation, containmentA: translation.containmentA, containmentB: translation.containmentB,
      spans: spans, longestRun: 0, confidence: translation.confidence, boilerplate: nil,
      why: translation.why, changes: translation.changes, direction: provenance.direction,
      basis: provenance.basis, isByDates: provenance.isByDates, source: provenance.source,
      credit: provenance.credit, droppedCredits: provenance.dropped)
  }
}
