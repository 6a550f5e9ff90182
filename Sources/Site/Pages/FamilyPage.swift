internal import Archive
internal import Articles
internal import Presentation

/// A family: who has a text from whom, and when.
enum FamilyPage {
  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let id = try context.query.required("id")
    _ = try context.archive.record(ofArticle: id)
    let first = try context.query.number("from", in: 0...10_000_000, otherwise: 0)
    guard let report = try context.reprintReport(within: 1.5) else {
      return ProblemPage.waiting("The report on reprints", part: nil)
    }
    guard let view = try FamilyView(of: id, in: report, context.archive) else {
      return SiteResponse(
        page: HTMLPage(
          title: "No family", part: nil,
          main: """
            <h1>No other article is a reprint of this one</h1>
            <p>Others may still share parts or quotations of it: <a href="\(Address.article(id))">the dossier</a> lists them.</p>
            """))
    }
    return SiteResponse(
      page: HTMLPage(
        title: view.title ?? id, part: nil, layout: "wide", main: main(view, id: id, from: first)))
  }

  private static func main(_ view: FamilyView, id: String, from first: Int) -> HTML {
    let next = first + FamilyView.rows
    let more: HTML =
      next < view.family.tree.count
      ? "<p><a href=\"\(Address.of("/family", ["id": id, "from": "\(next)"]))\">The next \(min(FamilyView.rows, view.family.tree.count - next))</a></p>"
      : .none
    return """
      <h1\(HTML.attributes(language: view.language))>\(view.title ?? id)</h1>
      <p class="source">\(view.counts)</p>
      \(view.origin)
      <p class="actions">Keep as <a href="\(Address.of("/family.html", ["id": id]))" download="family.html">a page</a> · \
      <a href="\(Address.of("/api/family", ["id": id]))" download="family.jsonl">JSON</a> · \
      <a href="\(Address.of("/family.csv", ["id": id]))" download="family.csv">CSV</a> · the picture as \
      <a href="\(Address.of("/family.svg", ["id": id]))" download="family.svg">SVG</a>\
      <span data-png="\(Address.of("/family.svg", ["id": id]))" hidden> · <button type="button" class="link">PNG</button></span></p>
      <section><h2>When</h2><div class="scroll" tabindex="0" role="region" aria-label="Timeline">\(FamilyTimeline(view.family).svg(standsAlone: false))</div></section>
      <section><h2>Versions</h2>\(view.table(from: first))\(more)</section>
      <section><h2>Who has it from whom</h2>\(view.tree())</section>
      """
  }
}

/// A family as files that are kept.
enum FamilyExport {
  private static func view(_ context: RouteContext) throws -> FamilyView {
    let id = try context.query.required("id")
    guard let report = try context.reprintReport(within: 60) else { throw Problem.busy }
    guard let view = try FamilyView(of: id, in: report, context.archive) else {
      throw Problem.notFound("no other article is a reprint of \"\(id)\"")
    }
    return view
  }

  static func picture(_ context: RouteContext) throws -> SiteResponse {
    let svg = FamilyTimeline(try view(context).family).svg(standsAlone: true)
    return .download("family.svg", type: "image/svg+xml", Array(svg.text.utf8))
  }

  static func table(_ context: RouteContext) throws -> SiteResponse {
    let view = try view(context)
    let articles = view.byID
    let header = ["article", "outlet", "published", "from", "share", "kept", "changes"]
    let rows = view.family.tree.map { branch -> [String] in
      let article = articles[ByteKey(branch.article)]
      let report = branch.parent.flatMap { view.reports[.init($0, branch.article)] }
      let isTurned = branch.parent.map { !$0.utf8.lexicographicallyPrecedes(branch.article.utf8) } ?? false
      return [
        branch.article, article?.outlet ?? "", article?.published?.description ?? "", branch.parent ?? "",
        "\(branch.share.rounded(toPlaces: 4))", "\(branch.kept.rounded(toPlaces: 4))",
        (report.map { PairText.changes(of: $0, isTurned: isTurned) } ?? []).joined(separator: "; "),
      ]
    }
    let text = ([header] + rows).map { $0.map(TableText.csvField).joined(separator: ",") + "\r\n" }.joined()
    return .download("family.csv", type: "text/csv; charset=utf-8", Array(text.utf8))
  }

  static func page(_ context: RouteContext) throws -> SiteResponse {
    let view = try view(context)
    let title = view.title ?? view.family.articles.first?.id ?? ""
    let evidence = EvidencePage(
      title: title,
      body: """
        <h1>\(title)</h1><p>\(view.counts)</p>\(view.origin)
        \(FamilyTimeline(view.family).svg(standsAlone: false))
        \(view.table(rows: .max))
        """)
    return .download("family.html", type: "text/html; charset=utf-8", Array(evidence.html.utf8))
  }
}
