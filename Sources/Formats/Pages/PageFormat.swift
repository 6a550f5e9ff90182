internal import Articles

/// Pages of the web that were saved; exports of libraries as HTML among them.
struct PageFormat: DocumentFormat {
  let name = "html"
  let summary = "pages of the web (HTML), and exports of Factiva, Europresse and Nexis as HTML"
  let limit: Int
  private let reader = PageReader()

  /// Elements that pages begin with.
  private static let beginnings: Set<String> = [
    "html", "head", "body", "meta", "title", "script", "style", "link", "div", "p", "h1", "h2", "article",
    "main", "section",
    "table", "span", "center", "a", "img", "header", "base", "form", "ul", "font", "noscript",
  ]

  init(limit: Int) { self.limit = limit }

  func recognises(_ start: FileStart) -> Bool {
    if start.begins(with: "<!doctype html") { return true }
    guard let root = start.xmlRoot?.lowercased() else { return false }
    return Self.beginnings.contains(root)
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    if LibraryPageFormat.reads(document.bytes) {
      return try LibraryPageFormat(limit: limit).events(of: document)
    }
    return reader.events(
      of: document.bytes, PageReader.Origin(id: document.place.id, outlet: document.place.outlet),
      at: document.location)
  }
}
