/// A page that can be kept as evidence: whole in one file, with no reference to anything outside of it, and with nothing
/// in it that can run.
package struct EvidencePage {
  private let title: String
  private let content: HTML

  /// - Parameters:
  ///   - title: What it is evidence of.
  ///   - body: What it shows.
  package init(title: String, body: HTML) {
    self.title = title
    content = body
  }

  /// The page.
  package var html: String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      \(content)
      </body>
      </html>

      """
    return page.text
  }

  /// Nothing runs in the page, and nothing is fetched by it.
  private static let policy: HTML =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private static let style: HTML = """
    body{font:16px/1.5 Georgia,serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#111;background:#fff}
    table{border-collapse:collapse;width:100%}td,th{vertical-align:top;text-align:left;padding:.15rem .5rem}
    .texts{table-layout:fixed}.texts td{white-space:pre-wrap;overflow-wrap:anywhere;padding:.4rem .5rem}
    .facts{font-size:.85rem}.facts td,.facts th{overflow-wrap:anywhere}
    .same{background:#fff3bf}.changed{background:#ffd8a8}.moved{background:#d0ebff}.only{color:#555}
    .legend span{padding:.1rem .4rem;margin-right:.5rem}.method{font-size:.8rem;color:#555}
    .timeline{width:100%;font:13px sans-serif}.timeline text{fill:#222}.timeline .from{fill:none;stroke:#888}
    .timeline .origin{fill:#9c2f17}.timeline .copy,.timeline .copies{fill:#1f5d78}.timeline .axis{stroke:#888}
    .timeline .undated{fill:#fff;stroke:#1f5d78}.bar{width:4rem;height:.6rem}.bar-all{fill:#ddd}.bar-part{fill:#1f5d78}
    .hidden{position:absolute;left:-99rem}
    @media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}}
    """
}
