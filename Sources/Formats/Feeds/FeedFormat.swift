internal import Articles

/// Feeds: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, and the exports of WordPress.
struct FeedFormat: DocumentFormat {
  let name = "feed"
  let summary = "RSS 0.9 to 2.0, Atom, JSON Feed: entries with their whole text"
  let limit: Int

  func recognises(_ start: FileStart) -> Bool {
    if let root = start.xmlRoot { return ["rss", "feed", "rdf:rdf", "rdf"].contains(root.lowercased()) }
    return start.begins(with: "{") && Self.isJSONFeed(start)
  }

  /// Whether JSON begins as a feed: with its version, slashes escaped or not, or the address that only a feed gives.
  private static func isJSONFeed(_ start: FileStart) -> Bool {
    ["jsonfeed.org/version", #"jsonfeed.org\/version"#].contains(where: start.contains)
      || (start.contains(#""feed_url""#) && start.contains(#""items""#))
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    guard let feed = try Self.feed(in: document) else {
      throw Refusal(.badDocument, at: document.location, "it begins as a feed and is none")
    }
    guard !feed.entries.isEmpty else {
      throw Refusal(.noText, at: document.location, "the feed has no entries")
    }
    return feed.entries.enumerated().flatMap { number, entry in
      events(of: entry, in: feed, at: document.location(ofArticle: number + 1), place: document.place)
    }
  }

  private static func feed(in document: Document) throws(Refusal) -> Feed? {
    let start = document.bytes.dropByteOrderMark().first { !$0.isBlank }
    if start == UInt8(ascii: "{") { return try JSONFeedReader.feed(in: document) }
    return XMLReader.root(of: document.bytes).flatMap(XMLFeedReader.feed)
  }

  private func events(
    of entry: FeedEntry, in feed: Feed, at location: SourceLocation, place: ArticlePlace
  ) -> [ReadingEvent] {
    let name = entry.title ?? entry.address ?? entry.id ?? "an entry"
    guard let content = entry.content else {
      let what = entry.summary == nil ? "no text" : "a summary alone"
      return [
        .refused(
          Refusal(
            .summaryOnly, at: location,
            "\"\(name.prefix(80))\" has \(what); fetch the page that it leads to and index that"))
      ]
    }
    var draft = ArticleDraft(at: location)
    draft.article.outlet = entry.outlet ?? feed.title ?? place.outlet
    // Entries may share an address, as those of an export without pages do; each has a name of its own.
    if let id = entry.id {
      let hash = ContentHash(parts: [draft.article.outlet ?? "", id])
      draft.article.id = "entry-" + hash.description.prefix(16)
    }
    draft.article.url = entry.address
    draft.article.title = entry.title
    draft.article.text = content
    draft.article.byline = entry.authors.isEmpty ? feed.author : entry.authors.joined(separator: ", ")
    draft.setLanguage(entry.language ?? feed.language)
    draft.set(\.published, "publication", entry.published)
    if let source = entry.source { draft.article.sources = [source] }
    return draft.events(bytes: content.utf8.count)
  }
}

/// A feed as its document gives it.
struct Feed {
  var title: String?
  var language: String?
  var author: String?
  var entries: [FeedEntry] = []
}

/// An entry of a feed.
struct FeedEntry {
  var id: String?
  var title: String?
  var address: String?
  /// The outlet, where the feed gathers several.
  var outlet: String?
  /// The whole text; nil where there is a summary at most.
  var content: String?
  var summary: String?
  var authors: [String] = []
  var published: String?
  var language: String?
  /// The feed that the entry was taken from.
  var source: String?
}
