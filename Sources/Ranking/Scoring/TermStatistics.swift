internal import Glibc

/// What a collection of articles says of one term.
public struct TermStatistics: Sendable, Equatable {
  /// The number of articles that have it in the text or headline.
  public var articles: Int
  /// How often it occurs in all of them.
  public var occurrences: Int
  /// How often the query has it, as ``RankedTerms/Term/queryFrequency``.
  public var queryFrequency: Double

  /// Makes the statistics of a term; a term that no article has weighs nothing.
  public init(articles: Int, occurrences: Int, queryFrequency: Double = 1) {
    self.articles = articles
    self.occurrences = occurrences
    self.queryFrequency = queryFrequency
  }

  /// About how many articles have a term that some passages have, where only passages are counted.
  ///
  /// It takes the passages with the term as spread over articles by chance, so it errs upwards for terms that
  /// come often where they come at all; the exact number ranks a little better.
  public static func estimatedArticles(withPassages count: Int, of passages: Int, in articles: Int) -> Int {
    guard count > 0, passages > 0, articles > 0 else { return 0 }
    let share = min(1, Double(count) / Double(passages))
    let any = 1 - pow(1 - share, Double(passages) / Double(articles))
    return min(articles, max(1, Int((Double(articles) * any).rounded())))
  }
}

/// What a collection says of all articles together.
public struct CollectionStatistics: Sendable, Equatable {
  /// The number of articles.
  public var articles: Int
  /// The mean length of an article, headline included, in words.
  public var averageArticleLength: Double
  /// The mean length of a passage, headline included, in words.
  public var averagePassageLength: Double

  /// Makes the statistics of a collection.
  public init(articles: Int, averageArticleLength: Double, averagePassageLength: Double) {
    self.articles = articles
    self.averageArticleLength = averageArticleLength
    self.averagePassageLength = averagePassageLength
  }
}
