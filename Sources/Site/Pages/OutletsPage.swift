internal import Archive
internal import Articles
internal import Presentation

/// Who takes text from whom: as a matrix, as a network and as tables.
enum OutletsPage {
  /// The outlets of the matrix and of the network, those with most takings first.
  private static let most = 24
  private static let mostRows = 200

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    guard let report = try context.outletReport(within: 1.5) else {
      return ProblemPage.waiting("The report on outlets", part: .outlets)
    }
    let shown = OutletSelection(report, most: most)
    let main: HTML =
      report.flows.isEmpty
      ? "<h1>Nobody takes text from anybody here</h1><p>\(counted(report.articles, "article")) were compared.</p>"
      : """
      <h1>Who takes text from whom</h1>
      <p class="lead">An article takes from another outlet where it has a reprint or a part of an article from there. \
      \(counted(report.flows.count, "flow")) between outlets; of \(counted(report.undirectedPairs, "pair")) nothing tells who has it from whom.</p>
      <p class="actions">Keep as <a href="/api/outlets" download="outlets.jsonl">JSON</a> · <a href="/outlets.csv" download="flows.csv">CSV</a> · \
      <a href="/outlets.gexf" download="outlets.gexf">a network for Gephi</a></p>
      <section><h2>Flows</h2>\(FlowTable.html(Array(report.flows.prefix(mostRows))))</section>
      <section><h2>Matrix</h2><p class="source">Rows take, columns are taken from; numbers are articles.</p>\(shown.matrix)</section>
      <section><h2>Network</h2><p class="source">Arrows go from the source to the outlet that takes from it.</p>\(shown.network)</section>
      <section><h2>Outlets</h2>\(outlets(report))</section>
      """
    return SiteResponse(page: HTMLPage(title: "Outlets", part: .outlets, layout: "wide", main: main))
  }

  private static func outlets(_ report: OutletReport) -> HTML {
    let rows = report.outlets.prefix(mostRows).map { figures -> HTML in
      """
      <tr><th scope="row">\(ArticleParts.outlet(figures.outlet))</th><td>\(figures.isAgency ? "agency" : "")\(figures.isInArchive ? "" : " not in the archive")</td>\
      <td>\(figures.articles)</td><td>\(figures.taking)</td><td>\(figures.share(figures.wordsTaken).map(ArticleParts.share))</td>\
      <td>\(figures.share(figures.wordsFromAgencies).map(ArticleParts.share))</td><td>\(figures.given)</td></tr>
      """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Outlets"><table><thead><tr><th scope="col">Outlet</th><th scope="col">Kind</th><th scope="col">Articles</th>\
      <th scope="col">Taking</th><th scope="col">Of its words taken</th><th scope="col">Of its words from agencies</th><th scope="col">Given</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
  }

  static func table(_ context: RouteContext) throws -> SiteResponse {
    .download(
      "flows.csv", type: "text/csv; charset=utf-8", Array(OutletTables.flows(of: try report(context)).utf8))
  }

  static func network(_ context: RouteContext) throws -> SiteResponse {
    .download(
      "outlets.gexf", type: "application/xml", Array(OutletTables.network(of: try report(context)).utf8))
  }

  static func report(_ context: RouteContext) throws -> OutletReport {
    guard let report = try context.outletReport(within: 60) else { throw Problem.busy }
    return report
  }
}

/// Flows as a table.
enum FlowTable {
  static func html(_ flows: [OutletFlow]) -> HTML {
    let rows = flows.map { flow -> HTML in
      """
      <tr><td>\(ArticleParts.outlet(flow.source))</td><td>\(ArticleParts.outlet(flow.taker))</td><td>\(flow.articles)</td>\
      <td>\(flow.reprints)</td><td>\(flow.words)</td><td>\(flow.credited)</td><td>\(flow.delayText)</td><td>\(flow.back)</td></tr>
      """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Flows between outlets"><table><thead><tr><th scope="col">Source</th><th scope="col">Taker</th>\
      <th scope="col">Articles</th><th scope="col">Reprints</th><th scope="col">Words</th><th scope="col">Credited</th>\
      <th scope="col">Median delay</th><th scope="col">Back</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}

/// The outlets with most takings, as a matrix and as a network.
struct OutletSelection {
  private let names: [String]
  private let agencies: Set<String>
  private let flows: [OutletFlow]
  private let largest: Int

  init(_ report: OutletReport, most: Int) {
    var weights: [String: Int] = [:]
    for flow in report.flows {
      weights[flow.source, default: 0] += flow.articles
      weights[flow.taker, default: 0] += flow.articles
    }
    let sorted = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
    let chosen = Set(sorted)
    names = sorted
    agencies = Set(report.outlets.filter(\.isAgency).map(\.outlet))
    flows = report.flows.filter { chosen.contains($0.source) && chosen.contains($0.taker) }
    largest = max(1, flows.map(\.articles).max() ?? 1)
  }

  private struct Route: Hashable {
    let source: String
    let taker: String
  }

  var matrix: HTML {
    let counts = Dictionary(
      flows.map { (Route(source: $0.source, taker: $0.taker), $0.articles) }, uniquingKeysWith: +)
    let sources = names.filter { name in flows.contains { $0.source == name } }
    let takers = names.filter { name in flows.contains { $0.taker == name } }
    let head = sources.map { source -> HTML in "<th scope=\"col\"><bdi>\(source)</bdi></th>" }
    let rows = takers.map { taker -> HTML in
      let cells = sources.map { source -> HTML in
        guard let count = counts[Route(source: source, taker: taker)] else { return "<td></td>" }
        return
          "<td class=\"h\(1 + (count - 1) * 3 / max(1, largest - 1))\" title=\"\(taker) from \(source)\">\(count)</td>"
      }
      return "<tr><th scope=\"row\">\(ArticleParts.outlet(taker))</th>\(cells)</tr>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Matrix of outlets"><table class="matrix">
      <thead><tr><td></td>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  /// The outlets on a circle, with an arrow for each flow.
  var network: HTML {
    let (width, height, radius) = (1_000.0, 640.0, 250.0)
    var places: [String: (x: Double, y: Double, angle: Double)] = [:]
    for (index, name) in names.enumerated() {
      let angle = 2 * Double.pi * Double(index) / Double(max(1, names.count))
      places[name] = (width / 2 + radius * angle.cosine, height / 2 + radius * angle.sine, angle)
    }
    let arrows = flows.compactMap { flow -> HTML? in
      guard let from = places[flow.source], let to = places[flow.taker], flow.source != flow.taker else {
        return nil
      }
      let weight = (1 + 5 * Double(flow.articles) / Double(largest)).rounded(toPlaces: 1)
      // Bent towards the middle, and to one side, so that a flow and the one back are told apart.
      let middle = (x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
      let bend = (
        x: middle.x * 0.6 + width * 0.2 + (to.y - from.y) * 0.08,
        y: middle.y * 0.6 + height * 0.2 - (to.x - from.x) * 0.08
      )
      return """
        <path d="M\(from.x.rounded(toPlaces: 1)) \(from.y.rounded(toPlaces: 1))Q\(bend.x.rounded(toPlaces: 1)) \(bend.y.rounded(toPlaces: 1)) \
        \(to.x.rounded(toPlaces: 1)) \(to.y.rounded(toPlaces: 1))" stroke-width="\(weight)" marker-end="url(#arrow)">\
        <title>\(flow.taker) from \(flow.source): \(counted(flow.articles, "article"))</title></path>
        """
    }
    let nodes = names.compactMap { name -> HTML? in
      guard let place = places[name] else { return nil }
      let isRight = place.angle.cosine >= -0.01
      let kind = agencies.contains(name) ? "agency" : "outlet-node"
      let shown = name.unicodeScalars.count > 28 ? String(name.prefix(26)) + "…" : name
      return """
        <circle class="\(kind)" cx="\(place.x.rounded(toPlaces: 1))" cy="\(place.y.rounded(toPlaces: 1))" r="6"><title>\(name)</title></circle>\
        <text x="\((place.x + (isRight ? 11 : -11)).rounded(toPlaces: 1))" y="\((place.y + 4).rounded(toPlaces: 1))" text-anchor="\(isRight ? "start" : "end")">\(shown)</text>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Network of outlets"><svg class="network" viewBox="0 0 1000 640" role="img" \
      aria-label="Network of \(names.count) outlets; the tables have the same">\
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="13" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">\
      <path d="M0 0L8 4L0 8z"/></marker></defs>\(arrows)\(nodes)</svg></div>
      """
  }
}

/// One outlet: what it takes and gives, what it prints under many articles, and its articles.
enum OutletPage {
  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let name = try context.query.required("name")
    let filter = "outlet:\"\(name.split(separator: "\"").joined())\""
    var options = SearchOptions(limit: 20, order: .newest)
    options.grouping = .article
    options.facets = [.month, .person, .organisation, .place]
    options.facetLimit = 10
    let found = try context.archive.search(filter, options: options)
    let report = try context.outletReport(within: 0.5)
    let figures = report?.outlets.first { $0.outlet == name }
    let boilerplate = try found.results.prefix(6).flatMap { result in
      let text = Array(try context.archive.record(ofArticle: result.article.id).article.text.utf8)
      return try context.archive.standingText(inArticle: result.article.id).map {
        String(decoding: text[$0], as: UTF8.self)
      }
    }
    let flows = report?.flows ?? []
    let articles = found.results.map { result -> HTML in
      "<li>\(ArticleParts.headline(result.article))<br><span class=\"source\">\(ArticleParts.date(result.article.published))</span></li>"
    }
    let pieces = boilerplate.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let printed = pieces.map { piece -> HTML in "<li class=\"boilerplate\" dir=\"auto\">\(piece)</li>" }
    let months = found.facets?.facets.first { $0.field == .month }?.values ?? []
    let picture: HTML =
      months.isEmpty
      ? .none
      : "<section class=\"months\">\(MonthHistogram(counts: months.map { ($0.key, $0.articles) }).svg)</section>"
    let share: HTML? = figures.map { figures -> HTML in
      " · takes text in \(figures.taking) of \(figures.articles), gives it \(figures.given) times"
    }
    return SiteResponse(
      page: HTMLPage(
        title: name, part: .outlets, layout: "wide",
        main: """
          <h1><bdi>\(name)</bdi></h1>
          <p class="source"><a href="\(Address.search(filter))">\(counted(found.facets?.articles ?? 0, "article"))</a>\(share)</p>
          \(picture)
          <div class="columns"><div>
          <section><h2>Takes from</h2>\(FlowTable.html(flows.filter { $0.taker == name }))</section>
          <section><h2>Gives to</h2>\(FlowTable.html(flows.filter { $0.source == name }))</section>
          </div><aside aria-label="Its articles"><section><h2>Newest articles</h2><ul class="plain">\(articles)</ul></section>
          \(printed.isEmpty ? HTML.none : "<section><h2>Printed under many of its articles</h2><ul class=\"plain\">\(printed)</ul></section>")</aside></div>
          """))
  }
}
