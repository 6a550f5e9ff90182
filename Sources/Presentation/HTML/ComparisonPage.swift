public import Archive
internal import Articles
internal import Reprints

/// Two articles side by side as HTML: a page that can be kept as evidence, which says what was compared, by hashes and
/// offsets that anybody can check, and with which program; or the parts of one.
public struct ComparisonPage {
  private let comparison: ArticleComparison

  /// - Parameter comparison: The two articles and what they share.
  public init(_ comparison: ArticleComparison) { self.comparison = comparison }

  /// The page, with no reference to anything outside of it.
  public func html() -> String {
    EvidencePage(
      title: title,
      body: """
        <h1>\(heading)</h1>
        <p>\(verdict)</p>
        \(facts)
        \(legend)
        \(table { _ in nil })
        <h2>Shared stretches</h2>
        \(spans)
        <p class="method">Made by reprise \(Version.current). Offsets are UTF-8 bytes into the texts whose SHA-256 is given
        above; \(method)</p>
        """
    ).html
  }

  private var title: String { "\(comparison.a.article.id) and \(comparison.b.article.id)" }

  private var isTranslation: Bool { comparison.report.relation == .translation }

  /// How the stretches were found.
  private var method: HTML {
    isTranslation
      ? """
      sentences aligned in order by what dictionaries, names and numbers tell of them.
      """
      : """
      shingles of 6 words, winnowed in windows of 8; runs of 4 words or more, chained over gaps of up to 10.
      """
  }

  /// What the two are to one another, and which they are.
  package var heading: String { "\(comparison.report.relation.rawValue): \(title)" }

  /// How much they share, why that is what it is, who has it from whom, and how sure that is.
  package var verdict: String {
    let report = comparison.report
    let provenance = PairText(style: TerminalStyle(isColoured: false), width: 100).provenance(of: report)
    let (a, b) = (percent(report.containmentA), percent(report.containmentB))
    let shares =
      isTranslation
      ? "\(a) of the first one's words are in sentences that the second has too, \(b) of the second one's in such as the first has"
      : "\(a) of the first one's own words are in the second, \(b) of the second one's in the first"
    return [
      "\(shares): \(report.why).",
      provenance.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." },
      "Confidence \(percent(report.confidence)).",
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// What the marks mean.
  package var legend: HTML {
    """
    <p class="legend"><span class="same">\(isTranslation ? "the same in both languages" : "the same")</span> <span class="changed">changed</span>
    <span class="moved">moved</span> <span class="only">only here</span></p>
    """
  }

  /// What was compared: both records, and the hashes of their texts.
  package var facts: HTML {
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
    let known = rows.filter { $0.1 != nil || $0.2 != nil }.map { name, left, right -> HTML in
      "<tr><th scope=\"row\">\(name)</th><td>\(left ?? "unknown")</td><td>\(right ?? "unknown")</td></tr>\n"
    }
    return "<table class=\"facts\"><tbody>\(known)</tbody></table>"
  }

  /// The stretches that both have, by their offsets.
  package var spans: HTML {
    let rows = comparison.report.spans.map { span -> HTML in
      """
      <tr><td>\(span.a.lowerBound)–\(span.a.upperBound)</td><td>\(span.b.lowerBound)–\(span.b.upperBound)</td>\
      <td>\(span.words)</td><td>\(span.kind(in: comparison.report)) \(span.content.rawValue)</td></tr>

      """
    }
    return """
      <table class="facts"><thead><tr><th scope="col">bytes of the first</th><th scope="col">bytes of the second</th>\
      <th scope="col">words</th><th scope="col">kind</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  /// Both texts whole: paragraphs that both have stand beside each other, with what differs marked in them.
  ///
  /// - Parameter address: Where an article's id leads; nil for nowhere.
  package func table(_ address: (String) -> String?) -> HTML {
    let (a, b) = (comparison.a, comparison.b)
    let rows = ComparisonRows(comparison).rows.map { row -> HTML in
      "<tr>\(cell(row.left, a.language))\(cell(row.right, b.language))</tr>\n"
    }
    let heads = [a, b].map { record -> HTML in
      let id = record.article.id
      let name: HTML = address(id).map { address -> HTML in "<a href=\"\(address)\">\(id)</a>" } ?? "\(id)"
      let outlet: HTML? = record.article.outlet.map { outlet -> HTML in "<br><bdi>\(outlet)</bdi>" }
      return "<th scope=\"col\">\(name)\(outlet)</th>"
    }
    return """
      <table class="texts"><thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)
      </tbody></table>
      """
  }

  private func cell(_ text: StyledText, _ language: String?) -> HTML {
    let pieces = text.pieces.map { piece -> HTML in
      switch piece.look {
      case .changed: "<span class=\"changed\">\(piece.text)</span>"
      case .moved: "<span class=\"moved\">\(piece.text)</span>"
      case .removed, .added: "<span class=\"only\">\(piece.text)</span>"
      default: "<span class=\"same\">\(piece.text)</span>"
      }
    }
    return "<td\(HTML.attributes(language: language))>\(pieces)</td>"
  }
}
