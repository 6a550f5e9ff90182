internal import Articles

/// Says of a family where its text comes from, who has it from whom, and how many texts it is.
struct FamilyDescriber {
  private let articles: [Int]
  private let centre: Int
  private let members: [FamilyMember]
  private let graph: LinkGraph

  init(_ articles: [Int], centre: Int, members: [FamilyMember], graph: LinkGraph) {
    self.articles = articles
    self.centre = centre
    self.members = members
    self.graph = graph
  }

  /// The family, with all that is said of it.
  func family() -> Family {
    let origin = origin()
    let tree = tree(from: origin)
    return Family(
      articles: articles, centre: centre, origin: origin, tree: tree, outlets: outlets,
      versions: 1 + tree.count { $0.parent != nil && ($0.share < 0.97 || $0.kept < 0.97) },
      independentTexts: 1 + articles.count { isMostlyOwn($0) })
  }

  /// Articles without an outlet count as one outlet each.
  private var outlets: Int {
    let named = Set(articles.compactMap { members[$0].outlet })
    return named.count + articles.count { members[$0].outlet == nil }
  }

  /// Whether less than half of an article is the family's text.
  private func isMostlyOwn(_ article: Int) -> Bool {
    guard article != centre, let link = link(from: article, to: centre) else { return false }
    return graph.containment(of: article, by: link) < 0.5
  }

  private func link(from article: Int, to other: Int) -> Int? {
    graph.links(of: article).first { graph.other(of: $0, than: article) == other }
  }

  // MARK: Origin

  /// The source that most of those who credit one credit; else the article published first; else the fullest.
  private func origin() -> Family.Origin {
    if let (source, count) = mostCredited() {
      let own = articles.first { members[$0].outlet == source }
      let share = Double(count) / Double(articles.count)
      return Family.Origin(
        article: own, source: source,
        basis: "\(count) of \(articles.count) articles \(count == 1 ? "credits" : "credit") \(source)",
        confidence: min(0.95, 0.5 + share / 2), isCredited: true)
    }
    let dated = articles.filter { members[$0].published != nil }
    if let first = dated.min(by: { isOlder($0, $1) }), let published = members[first].published {
      return origin(first, published: published, among: dated)
    }
    return Family.Origin(
      article: centre, source: members[centre].outlet, basis: "the fullest version; there are no dates",
      confidence: 0.3
    )
  }

  /// The article that was published first, unless another one with a vaguer date may have been.
  private func origin(_ first: Int, published: ArticleDate, among dated: [Int]) -> Family.Origin {
    if let other = dated.first(where: { $0 != first && !isCertainlyEarlier(first, than: $0) }) {
      return Family.Origin(
        article: nil, source: nil,
        basis: "the dates do not decide: \(published) is that of \(members[other].outlet ?? "another") too",
        confidence: 0.2)
    }
    return Family.Origin(
      article: first, source: members[first].outlet,
      basis: "published \(published), before the others; no credit says where the text comes from",
      confidence: dated.count == articles.count ? 0.6 : 0.4)
  }

  /// Whether an article was published on an earlier day than another, or in an earlier month where one has no day.
  private func isCertainlyEarlier(_ one: Int, than other: Int) -> Bool {
    guard let dateOne = members[one].published, let dateOther = members[other].published else { return false }
    if let dayOne = dateOne.epochDay, let dayOther = dateOther.epochDay { return dayOne < dayOther }
    return dateOne.isCertainlyBefore(dateOther)
  }

  /// The source that the articles credit most, with how many do, one's own outlet left out.
  ///
  /// A source counts that is the outlet of one of them, an agency, or named as that of the text: a paper that is only
  /// cited in the text is not where the text comes from.
  private func mostCredited() -> (String, Int)? {
    let outlets = Set(articles.compactMap { members[$0].outlet })
    var counts: [String: (articles: Int, strength: Int)] = [:]
    for article in articles {
      for (source, strength) in sources(of: article, outlets) where source != members[article].outlet {
        guard strength >= .named || KnownSources.isAgency(source) else { continue }
        counts[source, default: (0, 0)].articles += 1
        counts[source, default: (0, 0)].strength += strength.rawValue
      }
    }
    // One article that is told something by an agency is no sign that its text is the agency's.
    let enough = counts.filter { source, count in
      (count.articles > 1 || count.strength >= CreditStrength.named.rawValue)
        && (outlets.contains(source) || count.articles * 5 >= articles.count)
    }
    return enough.max { ($0.value.strength, $1.key) < ($1.value.strength, $0.key) }
      .map { ($0.key, $0.value.articles) }
  }

  /// What an article credits, with the names in its dateline that another article of the family has too, or is of.
  private func sources(of article: Int, _ outlets: Set<String>) -> [String: CreditStrength] {
    var sources = members[article].sources
    for name in members[article].datelines {
      let isShared = articles.contains { $0 != article && members[$0].datelines.contains(name) }
      if let outlet = outlets.first(where: { SourceName.areSame($0, name) }) {
        sources[outlet] = .signed
      } else if isShared {
        sources[name] = .signed
      }
    }
    return sources
  }

  /// The date of an article in a form that orders; a vague one comes after all that it may mean, and what has no
  /// date comes last.
  private func dateKey(_ article: Int) -> (Int, Int, Int, Int) {
    guard let date = members[article].published else { return (.max, 0, 0, 0) }
    return (date.year, date.month ?? 13, date.day ?? 32, date.second ?? 86_400)
  }

  // MARK: Tree

  /// Each article below the one that it most likely has the text from, parents first.
  private func tree(from origin: Family.Origin) -> [Family.Branch] {
    let order = articles.sorted { one, other in
      if (one == origin.article) != (other == origin.article) { return one == origin.article }
      return isOlder(one, other)
    }
    var place: [Int: Int] = [:]
    for (index, article) in order.enumerated() { place[article] = index }
    return order.enumerated().map { index, article in
      guard let link = bestLink(of: article, amongFirst: index, place, origin) else {
        return Family.Branch(article: article, parent: nil, share: 1, kept: 1)
      }
      let parent = graph.other(of: link, than: article)
      return Family.Branch(
        article: article, parent: parent, share: graph.containment(of: article, by: link),
        kept: graph.containment(of: parent, by: link))
    }
  }

  /// Whether an article comes before another: by date, then the fuller first.
  private func isOlder(_ one: Int, _ other: Int) -> Bool {
    let (dateOne, dateOther) = (dateKey(one), dateKey(other))
    if dateOne != dateOther { return dateOne < dateOther }
    return (members[other].ownWords, one) < (members[one].ownWords, other)
  }

  /// The link to the earlier article that has most of an article's text and least besides, since cuts and edits
  /// are inherited: what a copy lacks, its copies lack.
  ///
  /// Copies of what none of the family's articles is stand side by side below it, unless they name one another: who of
  /// them cut whose text, nobody can tell. Nor do dates of one day.
  private func bestLink(
    of article: Int, amongFirst index: Int, _ place: [Int: Int], _ origin: Family.Origin
  ) -> Int? {
    let isFromThird = origin.article == nil && origin.source != nil
    let links = graph.links(of: article).filter { link in
      let other = graph.other(of: link, than: article)
      guard place[other].map({ $0 < index }) ?? false else { return false }
      if other == origin.article || names(article, other) { return true }
      return !isFromThird && isCertainlyEarlier(other, than: article)
    }
    return links.max { one, other in
      (closeness(of: article, one), place[graph.other(of: other, than: article)] ?? 0)
        < (closeness(of: article, other), place[graph.other(of: one, than: article)] ?? 0)
    }
  }

  /// Whether an article gives another's outlet as where it has the text from.
  private func names(_ article: Int, _ other: Int) -> Bool {
    members[other].outlet.flatMap { members[article].sources[$0] }.map { $0 >= .named } ?? false
  }

  /// How near a possible parent is, in hundredths so that a word more or less does not decide.
  private func closeness(of article: Int, _ link: Int) -> Int {
    let parent = graph.other(of: link, than: article)
    let share = graph.containment(of: article, by: link)
    let kept = graph.containment(of: parent, by: link)
    return Int(share * 200) + Int(kept * 100) - min(50, graph.changes(of: link))
  }
}
