public import Articles

/// What is said of an article wherever it is listed.
public struct ArticleSummary: Sendable, Hashable {
  /// The article's id.
  public let id: String
  /// The outlet that published it, where known.
  public let outlet: String?
  /// The headline, where there is one.
  public let title: String?
  /// Where it was found, where known.
  public let url: String?
  /// The language as an ISO 639-1 code, where known: as declared, or as detected.
  public let language: String?
  /// When the outlet says it was published, where it does.
  public let published: ArticleDate?

  /// Sums up an article.
  public init(_ article: Article) { self.init(article, language: article.language) }

  /// Sums up an article as the archive keeps it.
  public init(_ record: ArticleRecord) { self.init(record.article, language: record.language) }

  /// Sums up an article of which only the outline was read: without headline, address and language.
  init(_ outline: ArticleOutline) {
    id = outline.id
    outlet = outline.outlet
    title = nil
    url = nil
    language = nil
    published = outline.published
  }

  private init(_ article: Article, language: String?) {
    id = article.id
    outlet = article.outlet
    title = article.title
    url = article.url
    self.language = language
    published = article.published
  }
}
