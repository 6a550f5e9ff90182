/// The text of a piece of markup, with its paragraphs.
struct MarkupText {
  private(set) var paragraphs: [String] = []
  private var open = ""
  /// Names of elements that are left out with all in them.
  private let leftOut: Set<String>

  /// Elements that begin a line of their own.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1",
    "hl2", "hr", "html", "li", "main", "media-caption", "nav", "ol", "p", "paragraph", "pre", "section",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// Elements whose content nobody reads.
  private static let unread: Set<String> = [
    "audio", "button", "canvas", "head", "iframe", "img", "input", "media", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "video",
  ]

  /// The text of an element: its paragraphs, divided by blank lines; elements of some names can be left out.
  static func text(of element: MarkupElement, without leftOut: Set<String> = []) -> String {
    paragraphs(of: element, without: leftOut).joined(separator: "\n\n")
  }

  /// The paragraphs of an element, each on one line.
  static func paragraphs(of element: MarkupElement, without leftOut: Set<String> = []) -> [String] {
    var text = MarkupText(leftOut: unread.union(leftOut))
    text.add(element)
    text.close()
    return text.paragraphs
  }

  private init(leftOut: Set<String>) { self.leftOut = leftOut }

  private mutating func add(_ element: MarkupElement) {
    for node in element.nodes {
      switch node {
      case .text(let piece): open += piece
      case .element(let child):
        let name = child.name.lowercased()
        if leftOut.contains(name) { continue }
        let isBlock = Self.blocks.contains(name)
        if isBlock { close() }
        add(child)
        if isBlock { close() }
      }
    }
  }

  private mutating func close() {
    if let line = open.onOneLine.trimmedOrNil { paragraphs.append(line) }
    open = ""
  }
}

extension MarkupText {
  /// The text of a text in which tags and references were left: where there are no tags, its lines stay as they are.
  static func text(ofMarkedText text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return HTMLMarkup.decoded(text) }
    // Line ends divide paragraphs where tags do not.
    let html =
      text.contains("<p") || text.contains("<br") || text.contains("<div")
      ? text
      : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
    return self.text(of: HTMLMarkup.root(of: Array(html.utf8)))
  }

  /// The text of a piece of HTML: its paragraphs, divided by blank lines; plain text stays as it is.
  static func text(ofHTML html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return html
    }
    return text(of: HTMLMarkup.root(of: Array(html.utf8)))
  }
}
