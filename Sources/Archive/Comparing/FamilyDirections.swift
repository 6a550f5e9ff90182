internal import Reprints

/// Says of a pair within a family who has the text from whom, by the family's tree.
///
/// Two articles alone cannot tell whether one was taken from the other or both from a third: their dates only say
/// which came first. The tree can.
struct FamilyDirections {
  /// The family of each article, and its branch there.
  private var familyOfArticle: [String: Int] = [:]
  private var parents: [String: String] = [:]
  private var origins: [String] = []

  init(_ families: [ArticleFamily]) {
    for (number, family) in families.enumerated() {
      origins.append(family.origin.source ?? family.origin.article ?? "the same source")
      for branch in family.tree {
        familyOfArticle[branch.article] = number
        parents[branch.article] = branch.parent
      }
    }
  }

  /// The pair with the direction that the tree gives; as it is where a credit decides, or outside of families.
  func applied(to pair: ArticlePair) -> ArticlePair {
    guard let family = familyOfArticle[pair.a.id], family == familyOfArticle[pair.b.id],
      !isDecidedByCredit(pair)
    else { return pair }
    var directed = pair
    if isAncestor(pair.b.id, of: pair.a.id) {
      directed.report.direction = .aFromB
      directed.report.basis = "by the family's tree"
    } else if isAncestor(pair.a.id, of: pair.b.id) {
      directed.report.direction = .bFromA
      directed.report.basis = "by the family's tree"
    } else {
      directed.report.direction = .bothFromThird
      directed.report.basis = "by the family's tree, both from \(origins[family])"
    }
    return directed
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
