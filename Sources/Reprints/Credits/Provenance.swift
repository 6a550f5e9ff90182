internal import Articles

/// Judges from credits, outlets and dates whose text two articles share, who has it from whom, and whether the
/// copying is credited.
struct Provenance {
  /// Whose text it is, as far as anything tells.
  private(set) var source: String?
  /// Who has it from whom.
  private(set) var direction = PairReport.Direction.unknown
  /// What the direction rests on, in words.
  private(set) var basis = ""
  /// What the credits say of the copying.
  private(set) var credit = CreditVerdict.none

  /// The sources that the original credits and the copy does not.
  private(set) var dropped: [String] = []

  private let a: Side
  private let b: Side

  /// Judges two articles with a relation.
  init(of a: ComparableText, _ b: ComparableText, relation: Relation) {
    var (sideA, sideB) = (Side(a), Side(b))
    let isCopy = relation == .reprint || relation == .partial || relation == .rewrite
    if isCopy {
      sideA.name(sideB.outlet, in: a)
      sideB.name(sideA.outlet, in: b)
    }
    self.a = sideA
    self.b = sideB
    if isCopy || relation == .quotes { source = bestSource() }
    if isCopy {
      judgeDirection(a.published, b.published)
      credit = verdictOnCopy()
      dropped = droppedCredits()
    } else if self.a.credits(self.b.outlet) || self.b.credits(self.a.outlet) {
      credit = .creditedNotCopied
    }
  }

  /// What one article credits.
  private struct Side {
    var outlet: String?
    /// The strongest credit of each source, photos left out.
    var strengths: [String: Int] = [:]

    init(_ text: ComparableText) {
      outlet = text.outletName
      for credit in text.credits where credit.kind != .photo {
        strengths[credit.source] = max(strengths[credit.source] ?? 0, credit.strength)
      }
    }

    /// Takes any mention of the other's outlet for a credit, where text is shared.
    mutating func name(_ other: String?, in text: ComparableText) {
      guard let other, other != outlet, strengths[other] == nil else { return }
      if SourceName.isNamed(other, in: text.text, words: text.words) { strengths[other] = 2 }
    }

    func credits(_ source: String?) -> Bool { source.map { strengths[$0] != nil } ?? false }
  }

  // MARK: Source

  /// The source that both together credit most: what signs the text before what is only cited in it, an outlet
  /// of the two before others.
  private func bestSource() -> String? {
    var scores: [String: Int] = [:]
    for side in [a, b] {
      for (source, strength) in side.strengths where source != side.outlet || strength >= 4 {
        scores[source, default: 0] += strength
      }
    }
    for (side, other) in [(a, b), (b, a)] {
      guard let outlet = side.outlet else { continue }
      if KnownSources.agencies.contains(outlet) { scores[outlet, default: 0] += 6 }
      if other.credits(outlet), other.outlet != outlet { scores[outlet, default: 0] += 4 }
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  // MARK: Direction

  private mutating func judgeDirection(_ dateA: ArticleDate?, _ dateB: ArticleDate?) {
    if let source, source == a.outlet || source == b.outlet, a.outlet != b.outlet {
      direction = source == a.outlet ? .bFromA : .aFromB
      let copy = source == a.outlet ? b : a
      basis = copy.credits(source) ? "the copy credits \(source)" : "\(source) is one of the two outlets"
      return
    }
    if let source, a.credits(source) || b.credits(source),
      KnownSources.agencies.contains(source) || bothCredit(source)
    {
      direction = .bothFromThird
      basis = bothCredit(source) ? "both credit \(source)" : "one credits \(source)"
      return
    }
    guard let dateA, let dateB, dateA.isCertainlyBefore(dateB) || dateB.isCertainlyBefore(dateA) else {
      return
    }
    direction = dateA < dateB ? .bFromA : .aFromB
    basis = "the first was published \(min(dateA, dateB)), the other \(max(dateA, dateB))"
  }

  private func bothCredit(_ source: String) -> Bool { a.credits(source) && b.credits(source) }

  // MARK: Credit

  private func verdictOnCopy() -> CreditVerdict {
    switch direction {
    case .aFromB: return verdict(copy: a, original: b)
    case .bFromA: return verdict(copy: b, original: a)
    case .bothFromThird:
      guard let source else { return .copiedWithoutCredit }
      return bothCredit(source) ? .creditedAndCopied : .lostOnTheWay
    case .unknown:
      return a.credits(b.outlet) || b.credits(a.outlet) ? .creditedAndCopied : .copiedWithoutCredit
    }
  }

  private func droppedCredits() -> [String] {
    let sides: (copy: Side, original: Side)? =
      switch direction {
      case .aFromB: (a, b)
      case .bFromA: (b, a)
      case .bothFromThird, .unknown: nil
      }
    guard let (copy, original) = sides else { return [] }
    return original.strengths.keys.filter { $0 != original.outlet && !copy.credits($0) }.sorted()
  }

  private func verdict(copy: Side, original: Side) -> CreditVerdict {
    if copy.credits(original.outlet) { return .creditedAndCopied }
    guard let source else { return .copiedWithoutCredit }
    if copy.credits(source) { return .creditedAndCopied }
    return original.credits(source) && source != original.outlet ? .lostOnTheWay : .copiedWithoutCredit
  }
}
