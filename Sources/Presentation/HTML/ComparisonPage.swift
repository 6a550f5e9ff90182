public import Archive
internal import Articles
internal import Reprints

/// Two articles side by side as one HTML file that can be kept as evidence: it says what was compared, by hashes
/// and offsets that anybody can check, and with which program.
public struct ComparisonPage {
  private let comparison: ArticleComparison

  /// - Parameter comparison: The two articles and what they share.
  public init(_ comparison: ArticleComparison) { self.comparison = comparison }

  /// The page, with no reference to anything outside of it.
  public func html() -> String {
    let title = "\(comparison.a.article.id) and \(comparison.b.article.id)"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(HTMLText.escaped(comparison.report.relation.rawValue)): \(HTMLText.escaped(title))</h1>
      <p>\(HTMLText.escaped(verdict))</p>
      <table class="facts">\(facts())</table>
      <p class="legend"><span class="same">the same</span> <span class="changed">changed</span>
      <span class="moved">moved</span> <span class="only">only here</span></p>
      <table class="texts"><tr><th>\(HTMLText.escaped(comparison.a.article.id))</th><th>\(HTMLText.escaped(comparison.b.article.id))</th></tr>
      \(rows())
      </table>
      <h2>Shared stretches</h2>
      <table class="facts"><tr><th>bytes of the first</th><th>bytes of the second</th><th>words</th><th>kind</th></tr>
      \(spans())
      </table>
      <p class="method">Made by reprise \(Version.current). Offsets are UTF-8 bytes into the texts whose SHA-256 is given
      above; shingles of 6 words, winnowed in windows of 8; runs of 4 words or more, chained over gaps of up to 10.</p>
      </body>
      </html>

      """
  }

  private var verdict: String {
    let report = comparison.report
    let provenance = PairText(style: TerminalStyle(isColoured: false), width: 100).provenance(of: report)
    return [
      "\(percent(report.containmentA)) of the first one's own words are in the second, "
        + "\(percent(report.containmentB)) of the second one's in the first: \(report.why).",
      provenance.map { "\($0)." }, "Confidence \(percent(report.confidence)).",
    ].compactMap { $0 }.joined(separator: " ")
  }

  private func facts() -> String {
    let (a, b) = (comparison.a.article, comparison.b.article)
    let rows: [(String, String?, String?)] = [
      ("id", a.id, b.id), ("outlet", a.outlet, b.outlet), ("headline", a.title, b.title),
      ("address", a.url, b.url),
      ("published", a.published?.description, b.published?.description),
      ("printed", a.printed?.description, b.printed?.description),
      ("crawled", a.crawled?.description, b.crawled?.description), ("byline", a.byline, b.byline),
      ("UTF-8 bytes", "\(a.text.utf8.count)", "\(b.text.utf8.count)"),
      ("SHA-256 of the text", ContentHash(text: a.text).description, ContentHash(text: b.text).description),
    ]
    return rows.filter { $0.1 != nil || $0.2 != nil }.map { name, left, right in
      "<tr><th>\(name)</th><td>\(HTMLText.escaped(left ?? "unknown"))</td><td>\(HTMLText.escaped(right ?? "unknown"))</td></tr>"
    }.joined(separator: "\n")
  }

  private func rows() -> String {
    let (a, b) = (comparison.a.article.text, comparison.b.article.text)
    return comparison.segments.map { segment in
      let cells = [(a.utf8Part(segment.a), segment.a), (b.utf8Part(segment.b), segment.b)].map {
        text, bytes in
        let kind = text.isEmpty ? "empty" : Self.name(of: segment.kind)
        return
          "<td class=\"\(kind)\" title=\"bytes \(bytes.lowerBound) to \(bytes.upperBound)\">\(HTMLText.escaped(text))</td>"
      }
      return "<tr>" + cells.joined() + "</tr>"
    }.joined(separator: "\n")
  }

  private static func name(of kind: TextComparison.Kind) -> String {
    switch kind {
    case .same: "same"
    case .changed: "changed"
    case .moved: "moved"
    case .onlyA, .onlyB: "only"
    }
  }

  private func spans() -> String {
    comparison.report.spans.map { span in
      let cells = [
        "\(span.a.lowerBound)–\(span.a.upperBound)", "\(span.b.lowerBound)–\(span.b.upperBound)",
        "\(span.words)", "\(span.isVerbatim ? "verbatim" : "edited") \(span.content.rawValue)",
      ]
      return "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }.joined(separator: "\n")
  }

  /// Nothing runs in the page, and nothing is fetched by it.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private static let style = """
    body{font:16px/1.5 Georgia,serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#111;background:#fff}
    table{border-collapse:collapse;width:100%}td,th{vertical-align:top;text-align:left;padding:.15rem .5rem}
    .texts{table-layout:fixed}.texts td{white-space:pre-wrap;overflow-wrap:anywhere}
    .facts{font-size:.85rem}.facts td{overflow-wrap:anywhere}
    .same{background:#fff3bf}.changed{background:#ffd8a8}.moved{background:#d0ebff}.only{color:#555}
    .legend span{padding:.1rem .4rem;margin-right:.5rem}.method{font-size:.8rem;color:#555}
    """
}
