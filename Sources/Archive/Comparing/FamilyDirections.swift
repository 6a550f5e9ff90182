internal import Reprints

/// Says of a pair who has the text from whom, by the families that its articles are in.
///
/// Two articles alone cannot tell whether one was taken from the other or both from a third: their dates only say
/// which came first. A family's tree can, and so can what a third article shares with both.
struct FamilyDirections {
  private var familyOfArticle: [String: Int] = [:]
  private var parents: [String: String] = [:]
  private var roots: [String] = []
  private var origins: [String?] = []
  private var hasOrigin: [Bool] = []
  /// The sources that each article credits.
  private var sources: [String: Set<String>] = [:]
  /// How much of an article's own words another has, for the pairs that share text.
  private var containments: [Link: Double] = [:]

  private struct Link: Hashable {
    let article: String
    let other: String
  }

  /// - Parameter compared: All pairs that have a relation.
  init(_ families: [ArticleFamily], _ compared: [ComparedPair]) {
    for (number, family) in families.enumerated() {
      origins.append(family.origin.source)
      hasOrigin.append(family.origin.article != nil || family.origin.source != nil)
      roots.append(family.origin.article ?? family.tree.first?.article ?? "")
      for branch in family.tree {
        familyOfArticle[branch.article] = number
        parents[branch.article] = branch.parent
      }
    }
    for pair in compared where pair.pair.report.relation == .reprint || pair.pair.report.relation == .partial
    {
      note(pair)
    }
  }

  private mutating func note(_ compared: ComparedPair) {
    let (a, b, report) = (compared.pair.a.id, compared.pair.b.id, compared.pair.report)
    containments[Link(article: a, other: b)] = report.containmentA
    containments[Link(article: b, other: a)] = report.containmentB
    sources[a, default: []].formUnion(compared.members.a.sources.keys)
    sources[b, default: []].formUnion(compared.members.b.sources.keys)
    if let (copy, source) = compared.creditOfOutlet {
      sources[copy == compared.numbers.a ? a : b, default: []].insert(source)
    }
  }

  private func credits(_ article: String, _ family: Int) -> Bool {
    origins[family].map { sources[article]?.contains($0) ?? false } ?? false
  }

  /// The pair with the direction that families give; as it is where a credit decides, or where they say nothing.
  func applied(to pair: ArticlePair) -> ArticlePair {
    guard pair.report.relation == .reprint || pair.report.relation == .partial, !isDecidedByCredit(pair)
    else {
      return pair
    }
    let (a, b) = (familyOfArticle[pair.a.id], familyOfArticle[pair.b.id])
    if let a, a == b { return withinFamily(pair, a) }
    if let a, isBothFromRoot(outsider: pair.b.id, member: pair.a.id, a) { return bothFromThird(pair, a) }
    if let b, isBothFromRoot(outsider: pair.a.id, member: pair.b.id, b) { return bothFromThird(pair, b) }
    return pair
  }

  private func withinFamily(_ pair: ArticlePair, _ family: Int) -> ArticlePair {
    var directed = pair
    directed.report.basis = "by the family's tree"
    if isAncestor(pair.b.id, of: pair.a.id) {
      directed.report.direction = .aFromB
      directed.report.credit = verdict(copy: pair.a.id, of: pair.b.id, family) ?? pair.report.credit
    } else if isAncestor(pair.a.id, of: pair.b.id) {
      directed.report.direction = .bFromA
      directed.report.credit = verdict(copy: pair.b.id, of: pair.a.id, family) ?? pair.report.credit
    } else {
      return hasOrigin[family] ? bothFromThird(pair, family) : pair
    }
    return directed
  }

  /// What the credits say where a copy or its parent names the family's source; nil where neither does.
  private func verdict(copy: String, of parent: String, _ family: Int) -> CreditVerdict? {
    if credits(copy, family) { return .creditedAndCopied }
    return credits(parent, family) ? .lostOnTheWay : nil
  }

  private func bothFromThird(_ pair: ArticlePair, _ family: Int) -> ArticlePair {
    var directed = pair
    directed.report.direction = .bothFromThird
    directed.report.basis = "by the family's tree, both from \(origins[family] ?? roots[family])"
    switch (credits(pair.a.id, family), credits(pair.b.id, family)) {
    case (true, true): directed.report.credit = .creditedAndCopied
    case (false, false): break
    default: directed.report.credit = .lostOnTheWay
    }
    return directed
  }

  /// Whether an article outside of a family has as much from the family's root as from a member that is not the
  /// root: then it is the root's text that both have.
  private func isBothFromRoot(outsider: String, member: String, _ family: Int) -> Bool {
    let root = roots[family]
    guard member != root, outsider != root,
      let fromRoot = containments[Link(article: outsider, other: root)],
      let fromMember = containments[Link(article: outsider, other: member)]
    else { return false }
    return fromRoot >= fromMember - 0.02
  }

  private func isDecidedByCredit(_ pair: ArticlePair) -> Bool {
    guard let source = pair.report.source, pair.report.direction != .unknown else { return false }
    return source == pair.a.outlet || source == pair.b.outlet
  }

  private func isAncestor(_ ancestor: String, of article: String) -> Bool {
    var next = parents[article]
    while let parent = next {
      if parent == ancestor { return true }
      next = parents[parent]
    }
    return false
  }
}
