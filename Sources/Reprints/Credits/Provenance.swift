internal import Articles

/// Judges from credits, outlets, quotations and dates whose text two articles share, who has it from whom, and whether the
/// copying is credited.
///
/// What is asked first decides: one outlet's own; an agency; the strongest credits; dates that lie days apart. Nothing is said where none of them tells.
struct Provenance {
  /// Whose text it is, as far as anything tells.
  private(set) var source: String?
  /// Who has it from whom.
  private(set) var direction = PairReport.Direction.unknown
  /// What the direction rests on, in words.
  private(set) var basis = ""
  /// Whether the direction rests on the dates of publication alone.
  private(set) var isByDates = false
  /// What the credits say of the copying.
  private(set) var credit = CreditVerdict.none
  /// The sources that the original credits and the copy does not.
  private(set) var dropped: [String] = []

  private let textA: ComparableText
  private let textB: ComparableText
  private var a: CreditsOfArticle
  private var b: CreditsOfArticle
  private let relation: Relation
  private let rules: CreditRules

  /// Judges two articles with a relation.
  ///
  /// - Parameters:
  ///   - alignment: what they share.
  ///   - excerpt: who quotes whom, where one is known to quote what the other says itself.
  init(
    of textA: ComparableText, _ textB: ComparableText, relation: Relation, alignment: Alignment,
    excerpt: PairReport.Direction? = nil, rules: CreditRules = CreditRules()
  ) {
    (self.textA, self.textB, self.relation, self.rules) = (textA, textB, relation, rules)
    a = CreditsOfArticle(textA, shared: alignment.runs.map(\.aWords))
    b = CreditsOfArticle(textB, shared: alignment.runs.map(\.bWords))
    guard relation.isCopy else {
      source = relation == .quotes ? commonThird(atLeast: .statement) : nil
      if a.credits(b.outlet) || b.credits(a.outlet) { credit = .creditedNotCopied }
      return
    }
    a.findOutlet(of: textB)
    b.findOutlet(of: textA)
    (a, b) = (a.confirmed(with: b), b.confirmed(with: a))
    if isOneOutlet {
      judgeOneOutlet()
    } else {
      if let excerpt {
        decide(excerpt) { _, outlet in "the copy quotes \(outlet) and names it" }
      } else {
        judgeDirection()
      }
      credit = verdictOnCopy()
      // A sentence in common is too little to say of anybody that he copied it.
      if credit == .copiedWithoutCredit, relation != .reprint { credit = .none }
      dropped = droppedCredits()
    }
  }

  // MARK: One outlet

  private var isOneOutlet: Bool { Self.areOneOutlet(textA, textB) }

  /// Whether two articles are one outlet's: of one name, or of one site where a name is not known.
  static func areOneOutlet(_ textA: ComparableText, _ textB: ComparableText) -> Bool {
    if let one = textA.outletName, let other = textB.outletName { return SourceName.areSame(one, other) }
    guard let one = textA.host, let other = textB.host else { return false }
    return WebAddress.areOneSite(one, other)
  }

  private mutating func judgeOneOutlet() {
    credit = .withinOutlet
    source = commonThird(atLeast: .signed) ?? a.outlet ?? b.outlet
    basis = "both are \(a.outlet ?? textA.host ?? "one outlet")’s"
    // An outlet's dates come from one clock: what it published on a later day is its update.
    guard let dayA = textA.published?.epochDay, let dayB = textB.published?.epochDay, dayA != dayB else {
      return
    }
    direction = dayA < dayB ? .bFromA : .aFromB
    basis += ", the later one \(abs(dayA - dayB)) days after"
  }

  // MARK: Direction

  private mutating func judgeDirection() {
    if judgeAgency() || judgeCredits() || judgeDates() { return }
    source = commonThird(atLeast: .attributed)
  }

  /// An agency's text is not taken from the papers that run it.
  private mutating func judgeAgency() -> Bool {
    let isAgency = (KnownSources.isAgency(a.outlet), KnownSources.isAgency(b.outlet))
    guard isAgency.0 != isAgency.1 else { return false }
    decide(isAgency.0 ? .bFromA : .aFromB) { copy, outlet in
      copy.credits(outlet) ? "the copy credits \(outlet)" : "\(outlet) is an agency"
    }
    return true
  }

  /// The strongest credit decides: of the other's outlet, or of a third.
  private mutating func judgeCredits() -> Bool {
    let (ofB, ofA) = (a.strength(of: b.outlet), b.strength(of: a.outlet))
    let third = bestThird()
    let named = [ofB, ofA].compactMap { $0 }.max()
    if let third, third.strength >= .attributed, third.strength > (named ?? .mention) || ofA == ofB,
      !isOriginalsOwn(third.source, ofA, ofB)
    {
      fromThird(third.source)
      return true
    }
    if let named, ofA != ofB {
      // A passing mention says little where both cite one agency.
      if named < .named, let third, isWire(third) {
        fromThird(third.source)
        return true
      }
      decide((ofB ?? .mention) == named && ofB != nil ? .aFromB : .bFromA) { _, outlet in
        named == .mention ? "the copy names \(outlet)" : "the copy credits \(outlet)"
      }
      return true
    }
    if let third, isWire(third) {
      fromThird(third.source)
      return true
    }
    return false
  }

  /// Whether an agency is cited so that the text is its own: in what both share, or by both where most is shared.
  ///
  /// That two articles which share a sentence cite one agency elsewhere tells nothing of the sentence.
  private func isWire(_ third: (source: String, strength: CreditStrength)) -> Bool {
    guard KnownSources.isAgency(third.source) || third.source == AgencyLines.unnamed else { return false }
    return third.strength >= .named || relation == .reprint && isCreditedByBoth(third.source)
  }

  /// Whether one gives the other's outlet as its source, and a third is credited by that other alone, or by the copy alone and
  /// without being signed by it: what both share is then not the third's.
  private func isOriginalsOwn(_ third: String, _ ofA: CreditStrength?, _ ofB: CreditStrength?) -> Bool {
    guard let named = ofA ?? ofB, named >= .statement, ofA == nil || ofB == nil else { return false }
    let copy = ofB == nil ? b : a
    return !isCreditedByBoth(third) && copy.strength(of: third) ?? .mention < .signed
  }

  /// Dates of one day or of neighbouring days do not say who was first: a wire's text is run by many within that time.
  private mutating func judgeDates() -> Bool {
    guard let dateA = textA.published, let dateB = textB.published, let dayA = dateA.epochDay,
      let dayB = dateB.epochDay, abs(dayA - dayB) >= rules.daysApart
    else { return false }
    direction = dayA < dayB ? .bFromA : .aFromB
    isByDates = true
    let days = abs(dayA - dayB)
    basis =
      "published \(days) days apart, \(min(dateA, dateB)) and \(max(dateA, dateB)); no credit tells more"
    source = commonThird(atLeast: .attributed)
    return true
  }

  private mutating func fromThird(_ third: String) {
    (direction, source) = (.bothFromThird, third)
    basis = isCreditedByBoth(third) ? "both credit \(third)" : "one credits \(third)"
  }

  private mutating func decide(
    _ direction: PairReport.Direction, _ reason: (_ copy: CreditsOfArticle, _ outlet: String) -> String
  ) {
    let (copy, original) = direction == .aFromB ? (a, b) : (b, a)
    self.direction = direction
    source = sourceName(of: direction)
    basis = reason(copy, original.outlet ?? "the other")
  }

  // MARK: Thirds

  /// The third source that is credited most strongly, by both before by one, then by name.
  private func bestThird() -> (source: String, strength: CreditStrength)? {
    let all = a.thirds(besides: b.outlet) + b.thirds(besides: a.outlet)
    return all.max { one, other in
      (one.strength.rawValue, rank(one.source), other.source)
        < (other.strength.rawValue, rank(other.source), one.source)
    }
  }

  /// The best third that both credit, or that one does strongly enough.
  private func commonThird(atLeast strength: CreditStrength) -> String? {
    guard let third = bestThird(), third.strength >= strength else { return nil }
    let isTold = third.strength >= .attributed || isCreditedByBoth(third.source)
    return isTold || isWire(third) ? third.source : nil
  }

  /// Of two sources that are credited alike, one that is named comes before "agencies", then one that both credit.
  private func rank(_ source: String) -> Int {
    (source == AgencyLines.unnamed ? 0 : 2) + (isCreditedByBoth(source) ? 1 : 0)
  }

  private func isCreditedByBoth(_ source: String) -> Bool { a.credits(source) && b.credits(source) }

  // MARK: Credit

  private func verdictOnCopy() -> CreditVerdict {
    switch direction {
    case .aFromB: return verdict(copy: a, textA, original: b, textB)
    case .bFromA: return verdict(copy: b, textB, original: a, textA)
    case .bothFromThird:
      guard let source else { return .none }
      return isCreditedByBoth(source) ? .creditedAndCopied : .lostOnTheWay
    case .unknown: return .none
    }
  }

  private func verdict(
    copy: CreditsOfArticle, _ copyText: ComparableText, original: CreditsOfArticle,
    _ originalText: ComparableText
  ) -> CreditVerdict {
    if copy.credits(original.outlet) { return .creditedAndCopied }
    let thirds = original.thirds(besides: copy.outlet).filter { $0.strength >= .attributed }.map(\.source)
    if thirds.contains(where: copy.credits) { return .creditedAndCopied }
    if let source, source != original.outlet, copy.credits(source) { return .creditedAndCopied }
    if !thirds.isEmpty { return copy.strengths.isEmpty && copyText.isWhole ? .lostOnTheWay : .none }
    return isWithoutCredit(copy, copyText, original, originalText) ? .copiedWithoutCredit : .none
  }

  /// Whether nothing speaks against saying that a text was copied without credit.
  ///
  /// That one article is older does not make it the origin: both may have the text from a wire. So the original must be an
  /// agency's, or name its own outlet as the one that reports. And of an agency's text the copy's byline must be known, since
  /// pages give agencies their credit there.
  private func isWithoutCredit(
    _ copy: CreditsOfArticle, _ text: ComparableText, _ original: CreditsOfArticle,
    _ originalText: ComparableText
  ) -> Bool {
    guard let own = copy.outlet, let other = original.outlet, !SourceName.mayBeOneHouse(own, other),
      text.isWhole, text.credits.allSatisfy({ $0.source == own }), copy.datelines.isEmpty,
      original.datelines.isEmpty, original.thirds(besides: own).allSatisfy({ $0.strength < .attributed })
    else { return false }
    if KnownSources.isAgency(other) { return !text.bylineNames.isEmpty }
    return original.credits(other)
      || SourceName.isNamed(other, in: originalText.text, words: originalText.words)
  }

  /// The outlet that a direction makes the source; an institution by its name rather than by its host.
  private func sourceName(of direction: PairReport.Direction) -> String? {
    let (original, copy) = direction == .aFromB ? (textB, textA) : (textA, textB)
    if let label = original.host.flatMap(SourceName.institution), original.outletName == original.host,
      let name = InstitutionName(label, in: original)?.name ?? InstitutionName(label, in: copy)?.name
    {
      return name
    }
    return original.outletName
  }

  private func droppedCredits() -> [String] {
    guard direction == .aFromB || direction == .bFromA else { return [] }
    let (copy, original) = direction == .aFromB ? (a, b) : (b, a)
    return original.strengths.keys.filter { $0 != original.outlet && !copy.credits($0) }.sorted()
  }
}

extension CreditsOfArticle {
  /// The credits with the datelines that another article has too.
  fileprivate func confirmed(with other: CreditsOfArticle) -> CreditsOfArticle {
    var credits = self
    credits.confirmDatelines(with: other)
    return credits
  }
}
