internal import Articles

/// Decides what two articles have to do with one another.
///
/// The rules and their numbers were found by reading judged pairs of articles; each has a reason in terms of what
/// an editor would call copying. See <doc:Method>.
public struct RelationClassifier: Sendable {
  /// The numbers of the rules, in words and shares.
  public struct Rules: Sendable {
    /// The share of the shorter article's own words from which on it is a reprint.
    public var reprintShare = 0.65
    /// The share of its narration that must be shared too: two articles of quotations are no reprint.
    public var reprintNarration = 0.3
    /// The share from which on it is a reprint whatever is quoted, where both begin with the same quotation: what is
    /// cut in the midst of what somebody says has no narration yet.
    public var reprintOfQuotation = 0.9
    /// The own words that a reprint shares at least.
    public var reprintWords = 10
    /// Shared words of pure narration that make a partial.
    public var partialPure = 22
    /// Shared words of pure narration that make a partial where they have no run longer than `partialRun`.
    public var partialPieces = 28
    /// Pure words of a sentence covered at two thirds or more that make a partial.
    public var partialSentence = 13
    /// What would be a partial and has no run of this many words may be a rewrite.
    public var partialRun = 6
    /// Words quoted from the other one's narration that make a partial, where the outlet is named.
    public var partialExcerpt = 25

    /// Own shared words, in names, figures or set phrases, that are told though they are no narration: a list, a table.
    public var sharedList = 50
    /// The words of the longest run that such a list has at the least.
    public var sharedListRun = 15
    /// Fewer quoted words in common than this are nothing.
    public var leastQuoted = 8
    /// The days from which on two stories that share only background tell of different events.
    public var daysOfOneEvent = 7
    /// The days from which on what one outlet tells again is its background.
    public var daysOfOwnBackground = 28
    /// Background has fewer shared words of pure narration than this.
    public var ownBackground = 100
    /// And it is a smaller share of either article's own words than this.
    public var ownBackgroundShare = 0.25

    /// The rules that Reprise uses everywhere.
    public init() {}
  }

  private let rules: Rules
  let credit: CreditRules
  private let rewrites: RewriteDetector
  /// Where pieces of sentences agree in order besides, less of the vocabulary is enough.
  private let rewritesInPieces: RewriteDetector

  /// Makes a classifier.
  public init(
    rules: Rules = Rules(), rewrite: RewriteRules = RewriteRules(), credit: CreditRules = CreditRules()
  ) {
    self.rules = rules
    self.credit = credit
    rewrites = RewriteDetector(rules: rewrite)
    var inPieces = rewrite
    inPieces.leastVocabulary = rewrite.leastVocabularyInPieces
    rewritesInPieces = RewriteDetector(rules: inPieces)
  }

  /// Makes a classifier by the rules of a report.
  public init(_ rules: ReprintRules) {
    self.init(rules: rules.relation, rewrite: rules.rewrite, credit: rules.credit)
  }

  /// What two articles have to do with one another.
  public func report(_ a: ComparableText, _ b: ComparableText) -> PairReport {
    report(a, b, alignment: Aligner(a.words).alignment(with: b.words))
  }

  /// What two articles have to do with one another, given what they have in common.
  public func report(_ a: ComparableText, _ b: ComparableText, alignment: Alignment) -> PairReport {
    let evidence = PairEvidence(a, b, alignment)
    var verdict = verdict(on: evidence, a, b)
    let isInPieces = verdict.relation == .partial && evidence.longestOwnRun < rules.partialRun
    let isStanding = verdict.boilerplate ?? .standing == .standing
    if isStanding, verdict.relation != .reprint, verdict.relation != .partial || isInPieces,
      let rewrite = rewrite(a, b, alignment, quoted: evidence.quoted, isInPieces: isInPieces)
    {
      verdict = rewrite
    }
    let provenance = Provenance(
      of: a, b, relation: verdict.relation, alignment: alignment, excerpt: verdict.excerpt,
      rules: credit)
    let spans = SpanBuilder(a, b, alignment, classes: evidence.classes).spans()
    return PairReport(
      relation: verdict.relation, containmentA: evidence.a.containment, containmentB: evidence.b.containment,
      spans: verdict.relation == .boilerplate ? spans.furniture : spans.own,
      longestRun: verdict.relation == .boilerplate ? alignment.longest : evidence.longestOwnRun,
      confidence: verdict.confidence, boilerplate: verdict.boilerplate, why: verdict.why,
      changes: ChangeFinder(a, b).changes(in: alignment), direction: provenance.direction,
      basis: provenance.basis, isByDates: provenance.isByDates, source: provenance.source,
      credit: provenance.credit,
      droppedCredits: provenance.dropped)
  }

  // MARK: Rules

  func verdict(on evidence: PairEvidence, _ a: ComparableText, _ b: ComparableText) -> Verdict {
    if a.isSitePage, b.isSitePage, evidence.a.shared + evidence.boilerplate > 0 { return .page(evidence) }
    let isTemplate = evidence.slots.areOfTemplate(sameNumbers: evidence.sameNumbers)
    let isForm =
      isTemplate || evidence.otherNumbers >= 4 && evidence.otherNumbers > evidence.sameNumbers
    if isStandingBackground(evidence, a, b) { return .background(evidence) }
    if !isForm, let verdict = copy(evidence) ?? excerpt(evidence, a, b) {
      return verdict.relation == .partial && isOwnBackground(evidence, a, b)
        ? .ownBackground(evidence) : verdict
    }
    if isForm, evidence.pure >= rules.partialSentence { return .form(evidence) }
    if evidence.quoted >= rules.leastQuoted, evidence.quoted > evidence.boilerplate / 2 {
      return .quotes(evidence, doubt: doubt(evidence))
    }
    if evidence.boilerplate > evidence.a.sharedNarration {
      return .boilerplate(evidence, doubt: doubt(evidence))
    }
    let shared = max(evidence.a.sharedNarration, evidence.b.sharedNarration)
    if shared >= rules.sharedList, evidence.longestOwnRun >= rules.sharedListRun { return .list(shared) }
    return .nothing(evidence, doubt: doubt(evidence))
  }

  /// Whether two stories of different events share their background alone: most of what they share tells what has
  /// been going on for long, they share little of the whole, and nothing says that they stand less than a week apart.
  private func isStandingBackground(_ evidence: PairEvidence, _ a: ComparableText, _ b: ComparableText)
    -> Bool
  {
    guard evidence.pure > 0, evidence.pureBackground * 10 >= evidence.pure * 6 else { return false }
    guard max(evidence.a.containment, evidence.b.containment) < rules.reprintShare else { return false }
    guard let dayA = a.published?.epochDay, let dayB = b.published?.epochDay else { return true }
    return abs(dayA - dayB) >= rules.daysOfOneEvent
  }

  /// Whether one outlet tells again after weeks what has been going on: a small part of either story.
  private func isOwnBackground(_ evidence: PairEvidence, _ a: ComparableText, _ b: ComparableText) -> Bool {
    guard Provenance.areOneOutlet(a, b), let dayA = a.published?.epochDay, let dayB = b.published?.epochDay,
      abs(dayA - dayB) >= rules.daysOfOwnBackground
    else { return false }
    let share = max(evidence.a.containment, evidence.b.containment)
    return evidence.pure < rules.ownBackground && share < rules.ownBackgroundShare
  }

  private func copy(_ evidence: PairEvidence) -> Verdict? {
    let shorter = evidence.a.own <= evidence.b.own ? evidence.a : evidence.b
    let isNarrated =
      shorter.narrationContainment >= rules.reprintNarration
      || evidence.beginAlike && shorter.containment >= rules.reprintOfQuotation
    if shorter.containment >= rules.reprintShare, isNarrated, shorter.shared >= rules.reprintWords {
      return .reprint(evidence, share: shorter.containment, threshold: rules.reprintShare)
    }
    let leastPure = evidence.longestOwnRun > rules.partialRun ? rules.partialPure : rules.partialPieces
    if evidence.pure - evidence.pureInForms >= leastPure {
      return .partial(evidence, threshold: rules.partialPure)
    }
    if evidence.pureInBestSentence >= rules.partialSentence { return .sentence(evidence) }
    return nil
  }

  /// How near the evidence comes to a partial, 0 to 1.
  private func doubt(_ evidence: PairEvidence) -> Double {
    let pure = Double(evidence.pure) / Double(rules.partialPure)
    return min(1, max(pure, Double(evidence.pureInBestSentence) / Double(rules.partialSentence)))
  }

  /// The same story in other words, never as sure as copying.
  private func rewrite(
    _ a: ComparableText, _ b: ComparableText, _ alignment: Alignment, quoted: Int, isInPieces: Bool
  ) -> Verdict? {
    let detector = isInPieces ? rewritesInPieces : rewrites
    // What an outlet tells again in other words is its own update.
    if let one = a.outletName, let other = b.outletName, SourceName.areSame(one, other) { return nil }
    let evidence = detector.evidence(a, b, alignment: alignment)
    guard detector.isRewrite(evidence, quoted: quoted) else { return nil }
    return .rewrite(evidence)
  }

  /// One quotes what the other says itself, and names it.
  private func excerpt(_ evidence: PairEvidence, _ a: ComparableText, _ b: ComparableText) -> Verdict? {
    for (side, from, text, direction) in [
      (evidence.a, b, a, PairReport.Direction.aFromB), (evidence.b, a, b, .bFromA),
    ]
    where side.quotedFromNarration >= rules.partialExcerpt {
      guard let outlet = from.outletName, outlet != text.outletName,
        SourceName.isNamed(outlet, in: text.text, words: text.words)
      else { continue }
      return .excerpt(
        side.quotedFromNarration, of: outlet, direction: direction, threshold: rules.partialExcerpt)
    }
    return nil
  }
}
