internal import Articles
internal import Reprints

/// Takes translations into families: who has a text in another language is of the family that has it.
///
/// A pair of which neither article is in a family makes one of its own. Where both are, in different families (an agency's text that
/// five papers have in German and twenty in English), the smaller one joins the larger; what is in one family already stays as it is.
/// Who has it from whom is said where the pair tells; else the translation stands beside those that have the text from the origin.
struct TranslatedFamilies {
  private var families: [ArticleFamily?]
  private var place: [ByteKey: Int] = [:]

  init(_ families: [ArticleFamily]) {
    self.families = families
    for (number, family) in families.enumerated() {
      for article in family.articles { place[ByteKey(article.id)] = number }
    }
  }

  /// The families with the translations in them, the largest first; the same as before where there are none.
  ///
  /// - Parameter pairs: The translations, each pair once.
  consuming func joined(by pairs: [ArticlePair]) -> [ArticleFamily] {
    guard !pairs.isEmpty else { return families.compactMap(\.self) }
    // The surest first: an article that two others may translate goes to the one that it is nearest to.
    let order = pairs.sorted {
      ($1.report.confidence, $1.covered, $0.a.id, $0.b.id) < (
        $0.report.confidence, $0.covered, $1.a.id, $1.b.id
      )
    }
    for pair in order where !pair.report.isWithinOutlet || place[ByteKey(pair.a.id)] == nil { join(pair) }
    for number in families.indices {
      families[number]?.articles.sort { ArticleStamp($0) < ArticleStamp($1) }
    }
    return families.compactMap(\.self).enumerated().sorted {
      ($1.element.articles.count, $0.offset) < ($0.element.articles.count, $1.offset)
    }.map(\.element)
  }

  private mutating func join(_ pair: ArticlePair) {
    switch (place[ByteKey(pair.a.id)], place[ByteKey(pair.b.id)]) {
    case (nil, nil): found(pair)
    case (let family?, nil): add(pair.b, of: pair.a, pair, to: family)
    case (nil, let family?): add(pair.a, of: pair.b, pair, to: family)
    case (let one?, let other?) where one != other: merge(one, other, by: pair)
    case _: break
    }
  }

  /// A family of two.
  private mutating func found(_ pair: ArticlePair) {
    let isTurned = pair.report.direction == .aFromB
    let (first, second) = isTurned ? (pair.b, pair.a) : (pair.a, pair.b)
    let isDirected = isTurned || pair.report.direction == .bFromA
    let origin = ArticleFamily.Origin(
      article: isDirected ? first.id : nil, source: isDirected ? first.outlet : pair.report.source,
      basis: pair.report.basis.isEmpty
        ? "one text in two languages; nothing tells which is the original" : pair.report.basis,
      confidence: isDirected || pair.report.source != nil ? 0.6 : 0.2,
      isCredited: pair.report.source != nil && (isDirected || pair.report.direction == .bothFromThird))
    var family = ArticleFamily(
      articles: [first, second], origin: origin,
      tree: [ArticleFamily.Branch(article: first.id, parent: nil, share: 1, kept: 1)],
      outlets: Set([first, second].map(\.outletKey)).count, texts: 1)
    place[ByteKey(first.id)] = families.count
    place[ByteKey(second.id)] = families.count
    family.tree.append(branch(of: second, from: first, pair))
    families.append(family)
  }

  private mutating func add(
    _ article: ArticleSummary, of member: ArticleSummary, _ pair: ArticlePair, to number: Int
  ) {
    guard var family = families[number] else { return }
    if !family.articles.contains(where: { $0.outletKey == article.outletKey }) { family.outlets += 1 }
    family.articles.append(article)
    family.tree.append(branch(of: article, from: member, pair))
    families[number] = family
    place[ByteKey(article.id)] = number
  }

  private mutating func merge(_ one: Int, _ other: Int, by pair: ArticlePair) {
    guard let first = families[one], let second = families[other] else { return }
    let isLarger = first.articles.count >= second.articles.count
    let (into, from) = isLarger ? (one, other) : (other, one)
    guard var family = families[into], let joining = families[from] else { return }
    let (member, article) = isLarger ? (pair.a, pair.b) : (pair.b, pair.a)
    let known = Set(family.articles.map(\.outletKey))
    family.outlets += Set(joining.articles.map(\.outletKey)).subtracting(known).count
    family.articles += joining.articles
    // The shared text is counted once.
    family.texts += joining.texts - 1
    var tree = joining.tree
    if let index = tree.firstIndex(where: { ByteKey($0.article) == ByteKey(article.id) }) {
      let link = branch(of: article, from: member, pair)
      tree[index].translationOf = link.translationOf
      if tree[index].parent == nil { tree[index] = link }
    }
    family.tree += tree
    for moved in joining.articles { place[ByteKey(moved.id)] = into }
    families[into] = family
    families[from] = nil
  }

  /// The place of an article in the tree, by the pair that links it with a member.
  private func branch(
    of article: ArticleSummary, from member: ArticleSummary, _ pair: ArticlePair
  ) -> ArticleFamily.Branch {
    let isFirst = ByteKey(pair.a.id) == ByteKey(article.id)
    let (share, kept) = (pair.report.containmentA, pair.report.containmentB)
    let isFromMember = pair.report.direction == (isFirst ? .aFromB : .bFromA)
    return ArticleFamily.Branch(
      article: article.id, parent: isFromMember ? member.id : nil, share: isFirst ? share : kept,
      kept: isFirst ? kept : share, translationOf: member.id)
  }
}

extension ArticlePair {
  /// How much of both texts the pair covers.
  fileprivate var covered: Double { report.containmentA + report.containmentB }
}

extension ArticleSummary {
  /// What stands for its outlet in a count of outlets: articles without one count as one each.
  fileprivate var outletKey: ByteKey {
    outlet.map { ByteKey("outlet " + SourceName.identity(of: $0)) } ?? ByteKey("article " + id)
  }
}
