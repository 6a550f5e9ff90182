internal import Presentation

/// How queries are written, which keys there are, and where the API is described.
enum HelpPage {
  private static let examples: [(query: String, meaning: String)] = [
    ("satellite intelligence", "any of the words; the best matches come first"),
    ("\"no limits\"", "the words in this order"),
    ("drone AND attack", "both words"),
    ("drone -garden", "without the second word"),
    ("drone NEAR/5 attack", "at most five words apart"),
    ("drone*", "words that begin so"),
    ("title:harbour", "in the headline"),
    ("outlet:\"Hill Echo\"", "of one outlet"),
    ("person:\"Antony Blinken\"", "passages that name a person, in any spelling; org: and place: likewise"),
    ("date:2024-03", "published then; also date:2024-01..2024-03, after:2024 and before:2024"),
    ("lang:uk", "in one language"),
    ("(grain OR wheat) -price", "groups"),
  ]

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let rows = examples.map { query, meaning -> HTML in
      "<tr><td><a href=\"\(Address.search(query))\"><code>\(query)</code></a></td><td>\(meaning)</td></tr>"
    }
    return SiteResponse(
      page: HTMLPage(
        title: "Help", part: .help,
        main: """
          <h1>Help</h1>
          <h2>Queries</h2>
          <table><thead><tr><th scope="col">Query</th><th scope="col">Finds</th></tr></thead><tbody>\(rows)</tbody></table>
          <h2>Keys</h2>
          <table><thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead><tbody>
          <tr><td><kbd>/</kbd></td><td>to the search field</td></tr>
          <tr><td><kbd>↓</kbd> <kbd>↑</kbd></td><td>from result to result, or through what the field proposes</td></tr>
          <tr><td><kbd>Enter</kbd></td><td>searches, or opens the result</td></tr>
          <tr><td><kbd>Esc</kbd></td><td>closes what the field proposes, or leaves the field</td></tr>
          <tr><td><kbd>n</kbd> <kbd>p</kbd></td><td>to the next and the previous change, where two texts stand beside each other</td></tr>
          </tbody></table>
          <h2>For programs</h2>
          <p>All that is shown here is to be had as JSON: <a href="/api/openapi.json">/api/openapi.json</a> describes it (OpenAPI 3.1).</p>
          """))
  }
}
