internal import Articles

/// Reads RSS and Atom.
enum XMLFeedReader {
  private static let contentModule = "http://purl.org/rss/1.0/modules/content/"

  /// The feed of a document; nil where its root is none.
  static func feed(_ root: MarkupElement) -> Feed? {
    switch root.name.lowercased() {
    case "feed": atom(root)
    case "rss", "rdf": rss(root)
    default: nil
    }
  }

  // MARK: RSS

  private static func rss(_ root: MarkupElement) -> Feed {
    let channel = root.child("channel") ?? root
    var feed = Feed()
    feed.title = channel.text("title")
    feed.language = channel.text("language") ?? root["lang"]
    feed.author = channel.text("managingEditor").map(person)
    // RSS 1.0 and 0.90 have the items beside the channel.
    let items = channel.children("item") + (channel.name == root.name ? [] : root.children("item"))
    feed.entries = items.filter(isArticle).map { entry(ofItem: $0, in: feed) }
    return feed
  }

  /// Pages, pictures and menus of an export of WordPress are no articles.
  private static func isArticle(_ item: MarkupElement) -> Bool {
    guard let type = item.text("post_type") else { return true }
    return type == "post" && item.text("status") != "draft"
  }

  private static func entry(ofItem item: MarkupElement, in feed: Feed) -> FeedEntry {
    var entry = FeedEntry()
    entry.id = item.text("guid")
    entry.title = item.plain("title")
    entry.address = item.text("origLink") ?? item.text("link") ?? permanentLink(item)
    entry.authors = item.children.filter { $0.name == "creator" || $0.name == "author" }
      .compactMap { $0.child("name")?.line ?? $0.line }.map(person).filter { !$0.isEmpty }
    entry.published =
      item.text("pubDate") ?? item.text("date") ?? item.text("published") ?? item.text("post_date")
    entry.source = item.text("source")
    entry.language = item.text("language")
    let encoded = item.children.first { $0.name == "encoded" && isContentModule($0) } ?? item.child("content")
    entry.content = (encoded ?? item.child("body")).flatMap { markup(in: $0) }
    entry.summary = item.child("description").flatMap { markup(in: $0) }
    if entry.content == nil { entry.promoteDescription() }
    return entry
  }

  private static func isContentModule(_ element: MarkupElement) -> Bool {
    element.namespace == contentModule || element.namespace == "content"
  }

  private static func permanentLink(_ item: MarkupElement) -> String? {
    guard let guid = item.child("guid"), guid["isPermaLink"] != "false" else { return nil }
    return guid.line.flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  /// The name in "ann@lamp.example (Ann Lee)", or the text as it is.
  private static func person(_ text: String) -> String {
    guard text.contains("@"), let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"),
      open < close
    else { return text }
    return String(text[text.index(after: open)..<close]).trimmedOrNil ?? ""
  }

  // MARK: Atom

  private static func atom(_ root: MarkupElement) -> Feed {
    var feed = Feed()
    feed.title = root.plain("title")
    feed.language = root["lang"]
    feed.author = authors(root).joined(separator: ", ").trimmedOrNil
    feed.entries = root.children("entry").map { element in
      var entry = FeedEntry()
      entry.id = element.text("id")
      entry.title = element.plain("title")
      entry.address = link(element)
      entry.authors = authors(element)
      entry.published =
        element.text("published") ?? element.text("issued") ?? element.text("created")
        ?? element.text("updated") ?? element.text("modified")
      entry.language = element["lang"] ?? element.child("content")?["lang"]
      entry.outlet = element.child("source")?.plain("title")
      entry.content = element.child("content").flatMap { $0["src"] == nil ? markup(in: $0) : nil }
      entry.summary = element.child("summary").flatMap { markup(in: $0) }
      return entry
    }
    return feed
  }

  private static func authors(_ element: MarkupElement) -> [String] {
    element.children("author").compactMap { $0.text("name") ?? $0.line }
  }

  private static func link(_ entry: MarkupElement) -> String? {
    let links = entry.children("link")
    let page = links.first {
      ($0["rel"] ?? "alternate") == "alternate" && ($0["type"] ?? "text/html").contains("html")
    }
    return (page ?? links.first { ($0["rel"] ?? "alternate") == "alternate" })?["href"]
  }

  // MARK: Text

  /// The text of an element that holds markup, written out or as elements; nil where there is none.
  static func markup(in element: MarkupElement) -> String? {
    guard element.children.isEmpty else { return MarkupText.text(of: element).trimmedOrNil }
    let raw = element.rawText
    if element["type"] == "text" || element["type"] == "text/plain" { return raw.trimmedOrNil }
    return MarkupText.text(ofHTML: raw).trimmedOrNil
  }
}

extension FeedEntry {
  /// The words from which on a description is a text rather than a summary of one.
  private static let wordsOfText = 150

  /// Takes the description for the text where it is as long as one and is not cut.
  ///
  /// Feeds before RSS 2.0 have no other place for it.
  fileprivate mutating func promoteDescription() {
    guard let summary, summary.split(separator: " ").count >= Self.wordsOfText, !summary.endsAsCut else {
      return
    }
    content = summary
  }
}

extension String {
  /// Whether the text ends as one does that was cut: in dots, or in a call to read on.
  var endsAsCut: Bool {
    let end = suffix(40).lowercased().trimmedOrNil ?? ""
    return ["...", "…", "[...]", "[…]", "[ ... ]", "read more", "(more)", "continue reading"].contains {
      end.hasSuffix($0) || end.hasSuffix($0 + ".") || end.hasSuffix($0 + " »")
    } || endsAsCutByCount
  }

  /// Whether the text ends in a count of what was cut off, as "[+1234 chars]".
  var endsAsCutByCount: Bool {
    guard hasSuffix("chars]"), let open = ranges(of: "[+").last else { return false }
    return self[open.upperBound...].dropLast("chars]".count).allSatisfy { $0.isNumber || $0 == " " }
  }
}

extension MarkupElement {
  /// The text of the first child of a name, on one line.
  func text(_ name: String) -> String? { child(name)?.line }

  /// The same without markup that is written out in it.
  func plain(_ name: String) -> String? {
    child(name).flatMap { MarkupText.text(ofHTML: $0.rawText).onOneLine.trimmedOrNil }
  }
}
