internal import Articles
internal import Extraction

/// Makes an article of a page of the web.
struct PageReader: Sendable {
  private let extractor = PageExtractor()

  /// What is known of a page beside its bytes.
  struct Origin {
    /// Where it was found; nil where it is a file alone.
    var address: String?
    /// The encoding that the server declared.
    var encoding: String?
    /// When it was fetched.
    var fetched: ArticleDate?
    /// The id of its article; empty to make one of its address.
    var id = ""
    /// The outlet, where the page names none.
    var outlet: String?
  }

  /// The article of a page after what was odd about it; or its refusal.
  func events(of bytes: [UInt8], _ origin: Origin, at location: SourceLocation) -> [ReadingEvent] {
    switch extractor.extract(bytes, url: origin.address, declaredEncoding: origin.encoding) {
    case .refused(let refusal):
      return [
        .refused(
          Refusal(
            .noArticle, at: location, "the page is no article (\(refusal.kind.rawValue)): \(refusal.detail)"))
      ]
    case .article(let page):
      var location = location
      location.sha256 = ContentHash(of: bytes).description
      var draft = ArticleDraft(at: location)
      draft.fill(with: page, origin)
      return draft.events(bytes: bytes.count)
    }
  }
}

extension ArticleDraft {
  fileprivate mutating func fill(with page: ExtractedArticle, _ origin: PageReader.Origin) {
    article.id = origin.id
    article.text = page.text
    article.title = page.title?.value
    if let outlet = page.outlet {
      article.outlet = outlet.value
    } else {
      article.outlet = origin.address.flatMap { WebAddress.host(of: $0) } ?? origin.outlet
    }
    article.url = origin.address ?? page.url?.value
    article.byline = page.authors.map { $0.value }.joined(separator: ", ").trimmedOrNil
    article.published = page.published?.value.inItsZone
    article.language = page.language?.value
    article.sources = page.sources.map { $0.value }
    article.crawled = origin.fetched
  }
}

extension PageDate {
  /// The date with the zone in which it was written.
  fileprivate var inItsZone: ArticleDate {
    ArticleDate(year: date.year, month: date.month, day: date.day, second: date.second, zone: offset) ?? date
  }
}

/// Addresses of the web.
enum WebAddress {
  /// The host of an address in lower case, without `www.` and the port; nil where it has none.
  static func host(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let authority = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let afterUser = authority.split(separator: "@").last ?? authority
    let host = afterUser.prefix { $0 != ":" }.lowercased()
    return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host).trimmedOrNil
  }
}
