internal import Archive
internal import Articles
internal import Presentation
internal import Reprints

/// An article's dossier: what is known of it, and whom it has its text from.
enum ArticlePage {
  private static let mostRelatives = 50

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let id = try context.query.required("id")
    let record = try context.archive.record(ofArticle: id)
    let relatives = try context.archive.relatives(of: record.article, limit: mostRelatives)
    let boilerplate = try context.archive.standingText(inArticle: id)
    let dossier = Dossier(record: record, relatives: relatives, boilerplate: boilerplate)
    let like = try likeIt(id, context)
    return SiteResponse(
      page: HTMLPage(
        title: record.article.title ?? id, part: nil, query: context.query["q"] ?? "", layout: "dossier",
        main: """
          <article>
          \(dossier.header)
          <div class="columns"><div class="text"\(HTML.attributes(language: record.language))>
          \(SharedText(record.article.text, matches: relatives.map(\.match), boilerplate: boilerplate).html)
          </div>
          <aside aria-label="What is known of the article">
          \(dossier.facts)\(dossier.credits)\(dossier.names)\(like)
          </aside></div>
          \(dossier.relativesTable)
          </article>
          """))
  }

  private static func likeIt(_ id: String, _ context: RouteContext) throws -> HTML {
    var options = SearchOptions(limit: 5)
    options.like = id
    let found = try context.archive.search("", options: options)
    guard !found.results.isEmpty else { return .none }
    let items = found.results.map { result -> HTML in
      "<li>\(ArticleParts.headline(result.article))<br><span class=\"source\">\(ArticleParts.outlet(result.article.outlet)) · \(ArticleParts.date(result.article.published))</span></li>"
    }
    return
      "<section><h2>Like it, but other texts</h2><ul class=\"plain\">\(items)</ul><p><a href=\"\(Address.of("/", ["like": id]))\">More</a></p></section>"
  }
}

/// The parts of a dossier.
struct Dossier {
  let record: ArticleRecord
  let relatives: [Relative]
  let boilerplate: [Range<Int>]

  private var article: Article { record.article }

  var header: HTML {
    let title = article.title ?? article.id
    return """
      <header class="headline"><h1\(HTML.attributes(language: record.language))>\(title)</h1>
      <p class="source">\(ArticleParts.source(ArticleSummary(record)))\(article.byline.map { byline -> HTML in " · <bdi>\(byline)</bdi>" })</p>
      <p class="verdict">\(verdict)</p>\(SharedText.legend)</header>
      """
  }

  private var verdict: HTML {
    let copies = relatives.filter { $0.match.report.relation != .boilerplate }
    guard !copies.isEmpty else { return "Nobody else in the archive has this text." }
    let outlets = Set(copies.compactMap(\.match.article.outlet)).count
    let taken = copies.first { $0.report?.direction == .aFromB }
    let from: HTML? = taken.map { relative -> HTML in
      " It has text from \(ArticleParts.headline(relative.match.article)), \(ArticleParts.outlet(relative.match.article.outlet))."
    }
    return """
      Shares text with \(counted(copies.count, "article")) of \(counted(outlets, "outlet")).\(from) \
      <a href="\(Address.family(article.id))">Its family: who has it from whom</a>
      """
  }

  var facts: HTML {
    let dates = ArticleDates(article)
    let rows: [(String, HTML?)] = [
      ("Outlet", ArticleParts.outlet(article.outlet)),
      ("Published", article.published.map(ArticleParts.date)),
      ("Printed", article.printed.map(ArticleParts.date)),
      ("Printed in the text", dates.printedInText.map(ArticleParts.date)),
      ("Crawled", article.crawled.map(ArticleParts.date)),
      ("Byline", article.byline.map { "<bdi>\($0)</bdi>" }),
      ("Language", record.language.map { "\($0)" }),
      ("Address", article.url.map { HTML.outwardLink($0, "\($0)") }),
      ("Id", "<code>\(article.id)</code>"),
      ("SHA-256 of the text", "<code>\(ContentHash(text: article.text).description)</code>"),
    ]
    let conflicts = dates.conflicts.map { conflict -> HTML in "<li>\(conflict)</li>" }
    let warning: HTML =
      conflicts.isEmpty ? .none : "<ul class=\"notices\" aria-label=\"Dates that differ\">\(conflicts)</ul>"
    let list = rows.compactMap { name, value -> HTML? in value.map { "<dt>\(name)</dt><dd>\($0)</dd>" } }
    return "<section><h2>What its record says</h2><dl>\(list)</dl>\(warning)</section>"
  }

  /// Whom the article credits, and what became of that in the copying.
  var credits: HTML {
    var items: [HTML] = article.sources.map { source -> HTML in
      "<li><bdi>\(source)</bdi> <span class=\"unknown\">named by its record</span></li>"
    }
    for relative in relatives {
      guard let report = relative.report, report.credit != .none || report.source != nil else { continue }
      let source: HTML? = report.source.map { source -> HTML in "<bdi>\(source)</bdi>: " }
      let verdict =
        report.credit == .none
        ? "credited" : report.credit.rawValue.split(separator: "_").joined(separator: " ")
      items.append(
        "<li>\(source)\(verdict) <a href=\"\(Address.comparison(article.id, relative.match.article.id))\">beside <bdi>\(relative.match.article.outlet ?? relative.match.article.id)</bdi></a></li>"
      )
    }
    guard !items.isEmpty else { return .none }
    return "<section><h2>Credits</h2><ul class=\"plain\">\(items)</ul></section>"
  }

  var names: HTML {
    let groups = EntityClass.allCases.compactMap { entityClass -> HTML? in
      var seen: Set<String> = []
      let mentions = record.mentions.filter { $0.entityClass == entityClass && seen.insert($0.key).inserted }
      let given = article.entities.filter { $0.entityClass == entityClass }
      guard !mentions.isEmpty || !given.isEmpty else { return nil }
      let tags = mentions.map { mention -> HTML in
        "<li>\(ArticleParts.entity(entityClass, key: mention.key, name: mention.name))</li>"
      }
      let brought = given.map { entity -> HTML in
        "<li><span class=\"tag given\"><bdi>\(entity.name)</bdi> (given)</span></li>"
      }
      return "<h3>\(EntityParts.plural(entityClass))</h3><ul class=\"tags\">\(tags)\(brought)</ul>"
    }
    return groups.isEmpty ? .none : "<section><h2>Names</h2>\(groups)</section>"
  }

  var relativesTable: HTML {
    guard !relatives.isEmpty else { return .none }
    let rows = relatives.map { relative -> HTML in
      let (match, report) = (relative.match, relative.report)
      return """
        <tr><td>\(ArticleParts.outlet(match.article.outlet))</td><td>\(ArticleParts.date(match.article.published))</td>\
        <td>\(ArticleParts.headline(match.article))</td><td>\(ArticleParts.share(match.share))</td>\
        <td>\((report ?? match.report).relation.rawValue)</td><td>\(report.flatMap(PairText.direction(of:)))</td>\
        <td><a href="\(Address.comparison(article.id, match.article.id))">compare<span class="hidden"> with \(match.article.id)</span></a></td></tr>
        """
    }
    return """
      <section class="relatives"><h2>Who has text of it</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Articles that share text"><table>
      <thead><tr><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col">Headline</th><th scope="col">Has of it</th>\
      <th scope="col">Relation</th><th scope="col">Who from whom</th><th scope="col">Beside it</th></tr></thead>
      <tbody>\(rows)</tbody></table></div></section>
      """
  }
}
