internal import Articles

/// Says of a pair who has the text from whom, by the families that its articles are in.
///
/// Two articles alone cannot tell whether one was taken from the other or both from a third: their dates only say
/// which came first. A family's tree can, and so can what a third article shares with both.
struct FamilyDirections {
  private var familyOfArticle: [Int: Int] = [:]
  private var parents: [Int: Int] = [:]
  private var roots: [Int] = []
  private let ids: [Int: String]
  private var origins: [String?] = []
  private var hasOrigin: [Bool] = []
  /// The sources that each article credits.
  private var sources: [Int: Set<String>] = [:]
  /// How much of an article's own words another has, for the pairs that share text.
  private var containments: [Link: Double] = [:]

  private struct Link: Hashable {
    let article: Int
    let other: Int
  }

  /// - Parameters:
  ///   - compared: All pairs that have a relation.
  ///   - records: The articles of the families, by number.
  init(_ families: [Family], _ compared: [ComparedPair], records: [Int: Article]) {
    for (number, family) in families.enumerated() {
      origins.append(family.origin.source)
      hasOrigin.append(family.origin.article != nil || family.origin.source != nil)
      roots.append(family.origin.article ?? family.tree.first?.article ?? -1)
      for branch in family.tree {
        familyOfArticle[branch.article] = number
        parents[branch.article] = branch.parent
      }
    }
    ids = records.mapValues(\.id)
    for pair in compared where pair.report.relation == .reprint || pair.report.relation == .partial {
      note(pair)
    }
  }

  private mutating func note(_ compared: ComparedPair) {
    let (a, b, report) = (compared.numbers.a, compared.numbers.b, compared.report)
    containments[Link(article: a, other: b)] = report.containmentA
    containments[Link(article: b, other: a)] = report.containmentB
    sources[a, default: []].formUnion(compared.members.a.sources.keys)
    sources[b, default: []].formUnion(compared.members.b.sources.keys)
    if let (copy, source) = compared.creditOfOutlet {
      sources[copy == compared.numbers.a ? a : b, default: []].insert(source)
    }
  }

  private func credits(_ article: Int, _ family: Int) -> Bool {
    origins[family].map { sources[article]?.contains($0) ?? false } ?? false
  }

  /// The pair with the direction that families give; as it is where a credit decides, or where they say nothing.
  func direct(_ pair: inout ComparedPair) { pair = directed(pair) }

  private func directed(_ pair: ComparedPair) -> ComparedPair {
    guard pair.report.relation == .reprint || pair.report.relation == .partial, !isDecidedByCredit(pair)
    else {
      return pair
    }
    let (a, b) = (familyOfArticle[pair.numbers.a], familyOfArticle[pair.numbers.b])
    if let a, a == b { return withinFamily(pair, a) }
    if let a, isBothFromRoot(outsider: pair.numbers.b, member: pair.numbers.a, a) {
      return bothFromThird(pair, a)
    }
    if let b, isBothFromRoot(outsider: pair.numbers.a, member: pair.numbers.b, b) {
      return bothFromThird(pair, b)
    }
    return pair
  }

  private func withinFamily(_ pair: ComparedPair, _ family: Int) -> ComparedPair {
    var directed = pair
    directed.report.basis = "by the family's tree"
    if isAncestor(pair.numbers.b, of: pair.numbers.a) {
      directed.report.direction = .aFromB
      directed.report.credit = verdict(copy: pair.numbers.a, of: pair.numbers.b, family) ?? pair.report.credit
    } else if isAncestor(pair.numbers.a, of: pair.numbers.b) {
      directed.report.direction = .bFromA
      directed.report.credit = verdict(copy: pair.numbers.b, of: pair.numbers.a, family) ?? pair.report.credit
    } else {
      return hasOrigin[family] ? bothFromThird(pair, family) : pair
    }
    return directed
  }

  /// What the credits say where a copy or its parent names the family's source; nil where neither does.
  private func verdict(copy: Int, of parent: Int, _ family: Int) -> CreditVerdict? {
    if credits(copy, family) { return .creditedAndCopied }
    return credits(parent, family) ? .lostOnTheWay : nil
  }

  private func bothFromThird(_ pair: ComparedPair, _ family: Int) -> ComparedPair {
    var directed = pair
    directed.report.direction = .bothFromThird
    directed.report.basis = "by the family's tree, both from \(origins[family] ?? ids[roots[family]] ?? "")"
    switch (credits(pair.numbers.a, family), credits(pair.numbers.b, family)) {
    case (true, true): directed.report.credit = .creditedAndCopied
    case (false, false): break
    default: directed.report.credit = .lostOnTheWay
    }
    return directed
  }

  /// Whether an article outside of a family has as much from the family's root as from a member that is not the
  /// root: then it is the root's text that both have.
  private func isBothFromRoot(outsider: Int, member: Int, _ family: Int) -> Bool {
    let root = roots[family]
    guard member != root, outsider != root,
      let fromRoot = containments[Link(article: outsider, other: root)],
      let fromMember = containments[Link(article: outsider, other: member)]
    else { return false }
    return fromRoot >= fromMember - 0.02
  }

  private func isDecidedByCredit(_ pair: ComparedPair) -> Bool {
    guard let source = pair.report.source, pair.report.direction != .unknown else { return false }
    return source == pair.records.a.outlet || source == pair.records.b.outlet
  }

  private func isAncestor(_ ancestor: Int, of article: Int) -> Bool {
    var next = parents[article]
    while let parent = next {
      if parent == ancestor { return true }
      next = parents[parent]
    }
    return false
  }
}
