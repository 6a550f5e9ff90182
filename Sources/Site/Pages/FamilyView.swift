internal import Archive
internal import Articles
internal import Presentation
internal import Reprints

/// A family as a table and a tree.
struct FamilyView {
  /// Rows of the table on one page.
  static let rows = 200

  let family: ArticleFamily
  /// The reports on pairs of its articles, by both ids.
  let reports: [PairKey: PairReport]
  let title: String?
  let language: String?

  /// Two ids in byte order.
  struct PairKey: Hashable {
    let a: ByteKey
    let b: ByteKey

    init(_ one: String, _ other: String) {
      let (one, other) = (ByteKey(one), ByteKey(other))
      (a, b) = one < other ? (one, other) : (other, one)
    }
  }

  /// Finds the family of an article; nil where it has none.
  init?(of id: String, in report: ReprintReport, _ archive: Archive) throws(ArchiveError) {
    guard
      let family = report.families.first(where: { $0.articles.contains { ByteKey($0.id) == ByteKey(id) } })
    else {
      return nil
    }
    let ids = Set(family.articles.map { ByteKey($0.id) })
    let origin = try archive.record(ofArticle: family.origin.article ?? family.articles.first?.id ?? id)
    self.family = family
    (title, language) = (origin.article.title, origin.language)
    reports = Dictionary(
      report.pairs.lazy.filter { ids.contains(ByteKey($0.a.id)) && ids.contains(ByteKey($0.b.id)) }
        .map { (PairKey($0.a.id, $0.b.id), $0.report) }, uniquingKeysWith: { first, _ in first })
  }

  /// The articles by their ids.
  var byID: [ByteKey: ArticleSummary] {
    Dictionary(family.articles.map { (ByteKey($0.id), $0) }, uniquingKeysWith: { first, _ in first })
  }

  var counts: String {
    "\(counted(family.articles.count, "article")) at \(counted(family.outlets, "outlet")), \(counted(family.texts, "independent text"))"
  }

  /// Where the text comes from, as far as anything tells, and what that rests on.
  var origin: HTML {
    let origin = family.origin
    let source: HTML? = origin.source.map { source -> HTML in "<bdi>\(source)</bdi>" }
    let article: HTML? = origin.article.map { id -> HTML in "<a href=\"\(Address.article(id))\">\(id)</a>" }
    let words = FamilyText.claim(of: origin)
    let claim = words.prefix(1).uppercased() + words.dropFirst()
    let name = HTML([source, article].compactMap { $0 }, separator: ", ")
    return """
      <p class="verdict">\(claim): \(name.isEmpty ? "unknown" : name) <span class="unknown">(\(FamilyText.basis(of: origin)))</span></p>
      """
  }

  /// The versions with what each cut, added and changed, parents before their children.
  func table(from first: Int = 0, rows: Int = FamilyView.rows) -> HTML {
    let articles = byID
    let lines = family.tree.dropFirst(first).prefix(rows).compactMap { branch -> HTML? in
      guard let article = articles[ByteKey(branch.article)] else { return nil }
      let parent = branch.parent.flatMap { articles[ByteKey($0)] }
      let from: HTML? = parent.map { parent -> HTML in
        "<a href=\"\(Address.comparison(parent.id, article.id))\"><bdi>\(parent.outlet ?? parent.id)</bdi></a>"
      }
      let other = branch.parent ?? branch.translationOf
      let report = other.flatMap { reports[PairKey($0, article.id)] }
      let isTurned = other.map { !$0.utf8.lexicographicallyPrecedes(article.id.utf8) } ?? false
      let changes = report.map { PairText.changes(of: $0, isTurned: isTurned) } ?? []
      return """
        <tr><td>\(ArticleParts.outlet(article.outlet))</td><td>\(ArticleParts.date(article.published))</td>\
        <td><a href="\(Address.article(article.id))">\(article.id)</a></td><td>\(from)\(translation(branch, article))</td>\
        <td>\(other == nil ? HTML.none : ArticleParts.share(branch.share))</td>\
        <td>\(other == nil ? HTML.none : ArticleParts.share(branch.kept))</td>\
        <td>\(HTML(changes.map { "\($0)" }, separator: "; "))</td></tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="The versions"><table>
      <thead><tr><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col">Article</th><th scope="col">Has it from</th>\
      <th scope="col">Of its own words taken</th><th scope="col">Of the other kept</th><th scope="col">Names and numbers</th></tr></thead>
      <tbody>\(HTML(Array(lines)))</tbody></table></div>
      """
  }

  /// Of which article it is the text in another language.
  private func translation(_ branch: ArticleFamily.Branch, _ article: ArticleSummary) -> HTML? {
    branch.translationOf.map { other -> HTML in
      """
       <a href="\(Address.comparison(other, article.id))">translation</a>
      """
    }
  }

  /// Who has it from whom, as lists within lists.
  func tree(most: Int = 500) -> HTML {
    let articles = byID
    let children = Dictionary(grouping: family.tree.prefix(most)) { $0.parent.map(ByteKey.init) }
    func list(_ parent: String?, depth: Int) -> HTML {
      guard let branches = children[parent.map(ByteKey.init)], depth < 40 else { return .none }
      let items = branches.map { branch -> HTML in
        let article = articles[ByteKey(branch.article)]
        return """
          <li>\(ArticleParts.outlet(article?.outlet)) · \(ArticleParts.date(article?.published)) · \
          <a href="\(Address.article(branch.article))">\(branch.article)</a>\(article.flatMap { translation(branch, $0) })\(list(branch.article, depth: depth + 1))</li>
          """
      }
      return "<ul>\(items)</ul>"
    }
    let rest = family.tree.count - most
    let more: HTML = rest > 0 ? "<p class=\"more\">and \(rest) more, in the table</p>" : .none
    return "<div class=\"tree\">\(list(nil, depth: 0))</div>\(more)"
  }
}
