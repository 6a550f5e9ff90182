public import Articles
public import TextAnalysis

/// An article, read and taken apart, ready to be compared with others.
public struct PreparedArticle: Sendable {
  /// The article.
  public let article: Article
  /// Its text in tokens.
  public let text: AnalysedText
  /// Its words.
  public let words: WordList
  /// Its fingerprints, in order.
  public let fingerprints: [Fingerprint]

  /// Takes an article apart.
  public init(_ article: Article, fingerprinter: Fingerprinter = Fingerprinter()) {
    self.article = article
    text = AnalysedText(article.text)
    words = WordList(text)
    fingerprints = fingerprinter.fingerprints(of: words)
  }

  /// The article with its own text told from the outlet's.
  ///
  /// - Parameter boilerplate: The outlet's standing text in it, as UTF-8 offsets (``StandingText``).
  public func comparable(boilerplate: [Range<Int>]) -> ComparableText {
    ComparableText(article, text, words, boilerplate: boilerplate)
  }
}
