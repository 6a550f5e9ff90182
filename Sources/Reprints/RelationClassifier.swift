/// Decides what two articles have to do with one another.
///
/// The rules and their numbers were found by reading judged pairs of articles; each has a reason in terms of what
/// an editor would call copying. See METHOD.md.
public struct RelationClassifier: Sendable {
  /// The numbers of the rules, in words and shares.
  public struct Rules: Sendable {
    /// The share of the shorter article's own words from which on it is a reprint.
    public var reprintShare = 0.65
    /// The share of its narration that must be shared too: two articles of quotations are no reprint.
    public var reprintNarration = 0.3
    /// The own words that a reprint shares at least.
    public var reprintWords = 10
    /// Shared words of pure narration that make a partial.
    public var partialPure = 22
    /// Pure words of a sentence covered at 60 % or more that make a partial.
    public var partialSentence = 10
    /// Words quoted from the other one's narration that make a partial, where the outlet is named.
    public var partialExcerpt = 25

    /// The rules that Reprise uses everywhere.
    public init() {}
  }

  private let rules: Rules
  private let rewrites = RewriteDetector()

  /// Makes a classifier.
  public init(rules: Rules = Rules()) { self.rules = rules }

  /// What two articles have to do with one another.
  public func report(_ a: ComparableText, _ b: ComparableText) -> PairReport {
    report(a, b, alignment: Aligner(a.words).alignment(with: b.words))
  }

  /// What two articles have to do with one another, given what they have in common.
  public func report(_ a: ComparableText, _ b: ComparableText, alignment: Alignment) -> PairReport {
    let evidence = PairEvidence(a, b, alignment)
    var verdict = verdict(on: evidence, a, b)
    if verdict.relation != .reprint, verdict.relation != .partial,
      let rewrite = rewrite(a, b, alignment, quoted: evidence.quoted)
    {
      verdict = rewrite
    }
    let provenance = Provenance(of: a, b, relation: verdict.relation)
    let spans = SpanBuilder(a, b, alignment, classes: evidence.classes).spans()
    return PairReport(
      relation: verdict.relation, containmentA: evidence.a.containment, containmentB: evidence.b.containment,
      spans: verdict.relation == .boilerplate ? spans.furniture : spans.own,
      longestRun: verdict.relation == .boilerplate ? alignment.longest : evidence.longestOwnRun,
      confidence: verdict.confidence, why: verdict.why,
      changes: ChangeFinder(a.words, b.words).changes(in: alignment), direction: provenance.direction,
      basis: provenance.basis, source: provenance.source, credit: provenance.credit)
  }

  // MARK: Rules

  struct Verdict {
    var relation: Relation
    var confidence: Double
    var why: String
  }

  func verdict(on evidence: PairEvidence, _ a: ComparableText, _ b: ComparableText) -> Verdict {
    let isForm = evidence.otherNumbers >= 4 && evidence.otherNumbers > evidence.sameNumbers
    if !isForm, let verdict = copy(evidence) ?? excerpt(evidence, a, b) { return verdict }
    if isForm, evidence.pure >= rules.partialSentence {
      return Verdict(
        relation: .boilerplate, confidence: 0.7,
        why: "the same form, filled in with other figures (\(evidence.otherNumbers) differ)")
    }
    if evidence.quoted > evidence.boilerplate / 2 {
      return Verdict(
        relation: .quotes, confidence: 0.8, why: "\(evidence.quoted) words shared, all of them quoted")
    }
    if evidence.boilerplate > evidence.a.sharedNarration {
      return Verdict(relation: .boilerplate, confidence: 0.8, why: "only standing text shared")
    }
    return Verdict(relation: .none, confidence: 0.7, why: "nothing that tells is shared")
  }

  private func copy(_ evidence: PairEvidence) -> Verdict? {
    let shorter = evidence.a.own <= evidence.b.own ? evidence.a : evidence.b
    if shorter.containment >= rules.reprintShare, shorter.narrationContainment >= rules.reprintNarration,
      shorter.shared >= rules.reprintWords
    {
      return Verdict(
        relation: .reprint, confidence: 0.9,
        why: "\(percent(shorter.containment)) of the shorter text is in the other, "
          + "the longest run \(evidence.longestOwnRun) words")
    }
    if evidence.pure >= rules.partialPure {
      return Verdict(relation: .partial, confidence: 0.8, why: "\(evidence.pure) words of narration shared")
    }
    if evidence.pureInBestSentence >= rules.partialSentence {
      return Verdict(relation: .partial, confidence: 0.6, why: "a sentence of narration shared")
    }
    return nil
  }

  /// The same story in other words, never as sure as copying.
  private func rewrite(
    _ a: ComparableText, _ b: ComparableText, _ alignment: Alignment, quoted: Int
  ) -> Verdict? {
    let evidence = rewrites.evidence(a, b, alignment: alignment)
    guard rewrites.isRewrite(evidence, quoted: quoted) else { return nil }
    return Verdict(
      relation: .rewrite, confidence: min(0.6, 0.3 + evidence.sentencesInOrder / 2),
      why: "\(evidence.alignedSentences) sentences told in the same order in other words, "
        + "\(percent(evidence.vocabulary)) of the shorter one's vocabulary")
  }

  /// One quotes what the other says itself, and names it.
  private func excerpt(_ evidence: PairEvidence, _ a: ComparableText, _ b: ComparableText) -> Verdict? {
    for (side, from, text) in [(evidence.a, b, a), (evidence.b, a, b)]
    where side.quotedFromNarration >= rules.partialExcerpt {
      guard let outlet = from.outletName,
        SourceName.isNamed(outlet, in: text.text, words: text.words)
      else { continue }
      return Verdict(
        relation: .partial, confidence: 0.7,
        why: "\(side.quotedFromNarration) words quoted from \(outlet), which is named")
    }
    return nil
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
