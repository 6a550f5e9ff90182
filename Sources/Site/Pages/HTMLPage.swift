internal import Presentation

/// A page of the site: what all of them have, and what one of them shows.
struct HTMLPage: Sendable {
  /// The parts of the site, in the order of the menu.
  enum Part: String, CaseIterable, Sendable {
    case search, check, outlets, entities, status, help

    var path: String { self == .search ? "/" : "/\(rawValue)" }

    var name: String {
      switch self {
      case .search: "Search"
      case .check: "Check a text"
      case .outlets: "Outlets"
      case .entities: "Names"
      case .status: "Archive"
      case .help: "Help"
      }
    }
  }

  /// The title, without the name of the program.
  var title: String
  /// The part that the page belongs to; nil for one that belongs to none.
  var part: Part?
  /// What stands in the search field.
  var query = ""
  /// The class of the page's body, by which it is laid out.
  var layout = "narrow"
  /// Seconds after which it is asked for again; nil for a page that is whole.
  var refresh: Int?
  /// What it shows.
  var main: HTML

  /// The page as HTML.
  var text: String {
    let version = Asset.version
    let again: HTML? = refresh.map { "<meta http-equiv=\"refresh\" content=\"\($0)\">" }
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">\(again)
      <title>\(title) – Reprise</title>
      <link rel="icon" href="/icon.svg?v=\(version)">
      <link rel="stylesheet" href="/style.css?v=\(version)">
      <script src="/script.js?v=\(version)" defer></script>
      </head>
      <body class="\(layout)">
      <a class="skip" href="#main">Skip to the content</a>
      <header class="top">
      <a class="brand" href="/" aria-label="Reprise, to the start">Reprise</a>
      <form class="search" role="search" action="/" method="get">
      <label class="hidden" for="q">Search the archive</label>
      <input id="q" name="q" type="search" value="\(query)" placeholder="Words, &quot;a phrase&quot;, person:Name …" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="4000">
      <button type="submit">Search</button>
      <ul id="suggestions" class="suggestions" hidden></ul>
      </form>
      <nav aria-label="Parts of the site"><ul>\(HTMLPage.Part.allCases.map(item))</ul></nav>
      </header>
      <main id="main" tabindex="-1">
      \(main)
      </main>
      <footer class="foot">Reprise \(Version.current) · what is shown is read from this machine, and nothing is sent elsewhere</footer>
      <div id="live" class="hidden" role="status" aria-live="polite"></div>
      </body>
      </html>

      """
    return page.text
  }

  private func item(_ part: Part) -> HTML {
    let mark: HTML = part == self.part ? " aria-current=\"page\"" : .none
    return "<li><a href=\"\(part.path)\"\(mark)>\(part.name)</a></li>"
  }
}

/// A page that says why there is no other.
enum ProblemPage {
  static func page(_ problem: Problem, query: String?) -> HTMLPage {
    var place: HTML?
    if let range = problem.range, let text = problem.query {
      let error = QueryPlace(query: text, range: range)
      place =
        "<pre class=\"query-error\">\(error.before)<mark>\(error.part)</mark>\(error.behind)\n\(error.carets)</pre>"
    }
    return HTMLPage(
      title: problem.title, query: problem.query ?? query ?? "",
      main: """
        <h1>\(problem.title)</h1>
        <p class="problem" role="alert">\(problem.detail).</p>\(place)
        <p><a href="/help">How queries are written</a> · <a href="/">To the search</a></p>
        """)
  }

  /// A page that comes again by itself until something long is made.
  static func waiting(_ what: String, part: HTMLPage.Part?) -> SiteResponse {
    var response = SiteResponse(
      202,
      page: HTMLPage(
        title: "Being made", part: part, refresh: 2,
        main: """
          <h1>\(what) is being made</h1>
          <p>All articles are compared once for each commit of the archive. This page comes again by itself.</p>
          <p class="working" aria-hidden="true"></p>
          """))
    response.headers.append(("retry-after", "2"))
    return response
  }
}

/// The part of a query that cannot be read, with what stands around it on one line.
struct QueryPlace {
  let before: String
  let part: String
  let behind: String
  let carets: String

  init(query: String, range: Range<Int>) {
    let bytes = Array(query.utf8)
    let (start, end) = (min(range.lowerBound, bytes.count), min(range.upperBound, bytes.count))
    func text(_ bytes: ArraySlice<UInt8>) -> String {
      TerminalText.harmlessLine(String(decoding: bytes, as: UTF8.self))
    }
    before = text(bytes[..<start])
    part = text(bytes[start..<end])
    behind = text(bytes[end...])
    func columns(_ text: String) -> Int { text.reduce(0) { $0 + $1.columns } }
    carets =
      String(repeating: " ", count: columns(before)) + String(repeating: "^", count: max(1, columns(part)))
  }
}
