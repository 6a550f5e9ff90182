/// One article of an outlet: its text as it was given, and what its record says of it.
///
/// All offsets elsewhere in Reprise are UTF-8 byte offsets into ``text``, which is never changed.
public struct Article: Sendable, Equatable {
  /// The name of the article in its archive; adding an article with the same id replaces it.
  public var id: String
  /// The outlet that published it, as the record or the folder names it.
  public var outlet: String?
  /// Where it was found.
  public var url: String?
  /// The headline.
  public var title: String?
  /// The body, byte for byte as given.
  public var text: String
  /// The language as a lower-case ISO 639-1 code, where the record declares one.
  public var language: String?
  /// The names or agencies of the byline.
  public var byline: String?
  /// When the outlet says it was published.
  public var published: ArticleDate?
  /// The date that the record says was printed with the text.
  public var printed: ArticleDate?
  /// When a crawler fetched it.
  public var crawled: ArticleDate?
  /// Entities that the record brings.
  public var entities: [GivenEntity]
  /// Sources that the record names as where the text comes from (`isBasedOn`, `syndication` and the like).
  public var sources: [String]

  /// Makes an article; all but the id and the text may be unknown.
  public init(
    id: String, outlet: String? = nil, url: String? = nil, title: String? = nil, text: String,
    language: String? = nil, byline: String? = nil, published: ArticleDate? = nil,
    printed: ArticleDate? = nil, crawled: ArticleDate? = nil, entities: [GivenEntity] = [],
    sources: [String] = []
  ) {
    self.id = id
    self.outlet = outlet
    self.url = url
    self.title = title
    self.text = text
    self.language = language
    self.byline = byline
    self.published = published
    self.printed = printed
    self.crawled = crawled
    self.entities = entities
    self.sources = sources
  }
}
