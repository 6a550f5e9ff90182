internal import Archive
internal import Presentation

/// Two texts side by side.
enum ComparePage {
  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let (a, b) = (try context.query.required("a"), try context.query.required("b"))
    let comparison = try context.archive.compare(a, with: b)
    let view = ComparisonPage(comparison)
    let pair = Address.of("/compare.html", ["a": a, "b": b])
    return SiteResponse(
      page: HTMLPage(
        title: "\(a) beside \(b)", part: nil, layout: "comparison",
        main: """
          <h1>\(view.heading)</h1>
          <p class="verdict">\(view.verdict)</p>
          <p class="actions"><button type="button" data-jump="next" hidden>Next change (n)</button> \
          <button type="button" data-jump="previous" hidden>Previous change (p)</button> \
          <a href="\(pair)" download="comparison.html">Keep as a page</a> · \
          <a href="\(Address.of("/api/compare", ["a": a, "b": b]))" download="comparison.jsonl">JSON</a> · \
          <a href="\(Address.comparison(b, a))">Change sides</a></p>
          \(view.legend)
          \(view.table { id in Address.article(id) })
          <details><summary>What was compared</summary>\(view.facts)</details>
          <details><summary>Shared stretches</summary>\(view.spans)</details>
          """))
  }

  static func evidence(_ context: RouteContext) throws -> SiteResponse {
    let (a, b) = (try context.query.required("a"), try context.query.required("b"))
    return .download(
      "comparison.html", type: "text/html; charset=utf-8",
      Array(ComparisonPage(try context.archive.compare(a, with: b)).html().utf8))
  }
}

extension SiteResponse {
  /// A file that is kept.
  static func download(_ name: String, type: String, _ bytes: [UInt8]) -> SiteResponse {
    var response = SiteResponse(type: type, bytes)
    response.headers.append(("content-disposition", "attachment; filename=\"\(name)\""))
    return response
  }
}
