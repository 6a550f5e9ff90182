/// Says of a pair where both have the text from, by what other articles of its family credit.
///
/// Two articles alone cannot tell whether one was taken from the other or both from a third, where neither says so. What
/// others say of the same text can. It adds to a pair that nothing else decides, or only dates do; what the two themselves
/// credit stands.
struct FamilyDirections {
  private var families: [Family] = []
  private var familyOfArticle: [Int: Int] = [:]
  private var sources: [Int: Set<String>] = [:]

  /// - Parameter compared: All pairs that have a relation.
  init(_ families: [Family], _ compared: [ComparedPair]) {
    self.families = families
    for (number, family) in families.enumerated() {
      for article in family.articles { familyOfArticle[article] = number }
    }
    for pair in compared
    where familyOfArticle[pair.numbers.a] != nil || familyOfArticle[pair.numbers.b] != nil {
      sources[pair.numbers.a, default: []].formUnion(pair.members.a.sources.keys)
      sources[pair.numbers.b, default: []].formUnion(pair.members.b.sources.keys)
    }
  }

  /// Gives a pair the origin that its family credits.
  func direct(_ pair: inout ComparedPair) {
    let report = pair.report
    guard report.relation == .reprint || report.relation == .partial, report.credit != .withinOutlet,
      let number = familyOfArticle[pair.numbers.a], number == familyOfArticle[pair.numbers.b],
      !isDecided(report)
    else { return }
    let origin = families[number].origin
    guard let source = origin.source, origin.isCredited, pair.members.a.outlet != source,
      pair.members.b.outlet != source
    else { return }
    pair.report.direction = .bothFromThird
    pair.report.source = source
    pair.report.basis = "by their family: \(origin.basis)"
    let credits = [pair.numbers.a, pair.numbers.b].count { sources[$0]?.contains(source) ?? false }
    pair.report.credit = credits == 2 ? .creditedAndCopied : credits == 1 ? .lostOnTheWay : .none
  }

  /// Whether the two articles themselves tell more than their dates.
  private func isDecided(_ report: PairReport) -> Bool {
    switch report.direction {
    case .unknown: false
    case .bothFromThird: true
    case .aFromB, .bFromA: !report.isByDates
    }
  }
}
