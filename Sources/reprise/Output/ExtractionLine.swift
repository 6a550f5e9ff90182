internal import Extraction

/// An extracted article as a line of JSON, or why a page has none.
struct ExtractionLine: Encodable {
  /// A block of the text: its kind, its place in UTF-8 bytes, and whether it is quoted.
  private struct Block: Encodable {
    let kind: String
    let range: [Int]
    let quotation: Bool?
  }

  private let type: String
  private let file: String
  private var text: String?
  private var title: String?
  private var outlet: String?
  private var authors: [String]?
  private var published: String?
  private var modified: String?
  private var language: String?
  private var url: String?
  private var section: String?
  private var sources: [String]?
  private var blocks: [Block]?
  /// Where each value was found.
  private var found: [String: String]?
  /// Other dates of publication that the page gives, by where it gives them.
  private var otherDates: [String: String]?
  private var refused: String?
  private var detail: String?

  private enum CodingKeys: String, CodingKey {
    case type, file, text, title, outlet, authors, published, modified, language, url, section, sources,
      blocks, found
    case otherDates = "other_dates"
    case refused, detail
  }

  init(file: String, _ extracted: Extracted) {
    self.file = file
    switch extracted {
    case .refused(let refusal):
      type = "refusal"
      refused = refusal.kind.rawValue
      detail = refusal.detail
    case .article(let article):
      type = "article"
      take(article)
    }
  }

  private mutating func take(_ article: ExtractedArticle) {
    text = article.text
    title = article.title?.value
    outlet = article.outlet?.value
    authors = article.authors.isEmpty ? nil : article.authors.map(\.value)
    published = article.published?.value.description
    modified = article.modified?.value.description
    language = article.language?.value
    url = article.url?.value
    section = article.section?.value
    sources = article.sources.isEmpty ? nil : article.sources.map(\.value)
    blocks = article.blocks.map { block in
      Block(
        kind: block.kind.rawValue, range: [block.range.lowerBound, block.range.upperBound],
        quotation: block.isQuotation ? true : nil)
    }
    let places = [
      "title": article.title?.place, "outlet": article.outlet?.place, "authors": article.authors.first?.place,
      "published": article.published?.place, "modified": article.modified?.place,
      "language": article.language?.place,
      "url": article.url?.place, "section": article.section?.place, "sources": article.sources.first?.place,
    ]
    found = places.compactMapValues { $0?.description }
    var others: [String: String] = [:]
    for date in article.publishedCandidates.dropFirst() where date.value != article.published?.value {
      others[date.place.description] = date.value.description
    }
    otherDates = others.isEmpty ? nil : others
  }
}
