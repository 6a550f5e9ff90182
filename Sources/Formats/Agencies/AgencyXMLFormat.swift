internal import Articles

/// What agencies send in XML of the IPTC: NewsML-G2, NewsML 1, NITF.
struct AgencyXMLFormat: DocumentFormat {
  let name = "newsml"
  let summary = "NewsML-G2, NewsML 1 and NITF, as agencies send them"
  let limit: Int

  private static let roots: Set<String> = [
    "newsmessage", "newsitem", "packageitem", "newsml", "nitf", "conceptitem", "knowledgeitem",
    "planningitem",
  ]

  func recognises(_ start: FileStart) -> Bool { start.xmlRootName.map(Self.roots.contains) ?? false }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    guard let root = XMLReader.root(of: document.bytes) else {
      throw Refusal(.badDocument, at: document.location, "it begins as XML and is none")
    }
    let items = Self.items(in: root)
    guard !items.isEmpty else {
      throw Refusal(
        .unreadableKind, at: document.location,
        "it is XML of an agency without an item of news (<\(root.name)>), which holds no text")
    }
    return items.enumerated().flatMap { number, item in
      let location = document.location(ofArticle: items.count > 1 ? number + 1 : nil)
      return events(of: item, at: location, place: document.place)
    }
  }

  /// The items of a document, each of which has its own text.
  private static func items(in root: MarkupElement) -> [MarkupElement] {
    switch root.name {
    case "newsItem", "NewsItem", "nitf": [root]
    default: root.all { ["newsItem", "NewsItem", "nitf"].contains($0.name) }
    }
  }

  private func events(of item: MarkupElement, at location: SourceLocation, place: ArticlePlace)
    -> [ReadingEvent]
  {
    var draft = ArticleDraft(at: location)
    let kind: String?
    switch item.name {
    case "newsItem": kind = NewsMLG2.read(item, into: &draft)
    case "NewsItem": kind = NewsML1.read(item, into: &draft)
    default: kind = NITF.read(item, into: &draft)
    }
    draft.article.outlet = draft.article.outlet ?? place.outlet
    guard !draft.article.text.isBlank else {
      let title = draft.article.title.map { "\"\($0.prefix(80))\" is " } ?? "it is "
      return [
        .refused(Refusal(.noText, at: location, "\(title)an item of kind \(kind ?? "news") without a text"))
      ]
    }
    return draft.events(bytes: draft.article.text.utf8.count)
  }
}
