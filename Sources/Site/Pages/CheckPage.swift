internal import Archive
internal import Presentation
internal import Reprints

/// Says whose text a text is.
enum CheckPage {
  private static let mostMatches = 50

  static func form(_ context: RouteContext) throws -> SiteResponse {
    SiteResponse(
      page: HTMLPage(
        title: "Check a text", part: .check,
        main: """
          <h1>Whose text is this?</h1>
          <p class="lead">The text is compared with the archive on this machine; it is not kept, and not added.</p>
          \(input(""))
          """))
  }

  private static func input(_ text: String) -> HTML {
    """
    <form class="check" method="post" action="/check/result">
    <label for="text">Paste a text, or drop a file of text here</label>
    <textarea id="text" name="text" rows="12" required dir="auto" spellcheck="false">\(text)</textarea>
    <p class="actions"><button type="submit">Check</button> <span class="unknown">\(SiteLimits.bodyBytes / 1024) KiB at most</span></p>
    </form>
    """
  }

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let form = try FormValues(parsing: context.request.body)
    let text = (try form.required("text")).split(separator: "\r\n", omittingEmptySubsequences: false).joined(
      separator: "\n")
    let matches = try context.archive.matches(of: text, limit: mostMatches)
    return SiteResponse(
      page: HTMLPage(
        title: "Whose text is this?", part: .check, layout: "dossier",
        main: """
          <h1>\(verdict(matches))</h1>
          \(SharedText.legend)
          <div class="columns"><div class="text" lang="" dir="auto">\(SharedText(text, matches: matches).html)</div>
          <aside aria-label="Who has it">\(list(matches))</aside></div>
          <details><summary>Check another text</summary>\(input(""))</details>
          """))
  }

  private static func verdict(_ matches: [TextMatch]) -> String {
    guard let first = matches.first else { return "No article has text in common with it" }
    let outlet = first.article.outlet ?? first.article.id
    return first.report.relation == .translation
      ? "An article of \(outlet) is \(percent(first.share)) of it in another language"
      : "\(percent(first.share)) of its words are in an article of \(outlet)"
  }

  private static func list(_ matches: [TextMatch]) -> HTML {
    guard !matches.isEmpty else { return "<p>Runs of 13 words or more would have been found.</p>" }
    let items = matches.map { match -> HTML in
      """
      <li>\(ArticleParts.headline(match.article))<br><span class="source">\(ArticleParts.source(match.article))</span>\
      <br>\(ArticleParts.share(match.share)) \(match.report.relation.rawValue): \(match.report.why)</li>
      """
    }
    return "<section><h2>\(counted(matches.count, "article"))</h2><ol class=\"plain\">\(items)</ol></section>"
  }
}
