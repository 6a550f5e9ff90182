internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// An article of the archive, read and taken apart, ready to be compared with others.
struct PreparedArticle: Sendable {
  let article: Article
  let text: AnalysedText
  let words: WordList
  let fingerprints: [Fingerprint]

  init(_ article: Article, fingerprinter: Fingerprinter = Fingerprinter()) {
    self.article = article
    text = AnalysedText(article.text)
    words = WordList(text)
    fingerprints = fingerprinter.fingerprints(of: words)
  }

  /// The article with its own text told from the outlet's.
  func comparable(boilerplate: [Range<Int>]) -> ComparableText {
    ComparableText(article, text, words, boilerplate: boilerplate)
  }
}

/// What is known of an article without reading its text: enough to order articles and to tell outlets apart.
struct ArticleStamp: Sendable, Comparable {
  let id: String
  let outlet: String?
  /// When it was published; nil for a date that cannot be.
  let published: ArticleDate?

  init(_ article: Article) { self.init(article.id, outlet: article.outlet, published: article.published) }

  init(_ outline: ArticleOutline) {
    self.init(outline.id, outlet: outline.outlet, published: outline.published)
  }

  private init(_ id: String, outlet: String?, published: ArticleDate?) {
    self.id = id
    self.outlet = outlet
    self.published = published.flatMap { $0.isPlausible ? $0 : nil }
  }

  /// The oldest first; those without a date last; ties by id.
  static func < (left: ArticleStamp, right: ArticleStamp) -> Bool {
    switch (left.published, right.published) {
    case (let l?, let r?) where l != r: l < r
    case (nil, _?): false
    case (_?, nil): true
    default: left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }
}
