public import Ranking

/// How results are put together.
public enum ResultGrouping: String, Sendable, CaseIterable {
  /// One result a passage.
  case none
  /// One result a text: the articles that repeat it stand below it.
  case text
  /// One result an article, its best passage.
  case article
}

/// How results are ordered.
public enum ResultOrder: String, Sendable, CaseIterable {
  /// The best first.
  case relevance
  /// The latest first.
  case newest
  /// The earliest first, undated ones last.
  case oldest
}

/// How the text of a query is read.
public enum QuerySyntax: Sendable {
  /// By the grammar of `QUERY-LANGUAGE.md`.
  case full
  /// As words alone: a headline, or a query of a test collection.
  case plainText
}

/// What page of results is wanted, and how.
public struct SearchOptions: Sendable {
  /// The number of results.
  public var limit: Int
  /// The number of results before them.
  public var offset: Int
  /// How results are put together.
  public var grouping: ResultGrouping
  /// How results are ordered.
  public var order: ResultOrder
  /// How the text of the query is read.
  public var syntax: QuerySyntax
  /// Whether each condition of the query must be met by one passage, not by the article as a whole.
  public var matchesPassages = false
  /// Whether the query is widened by what its best articles have in common.
  public var isExpanded = false
  /// The id of an article that results are to be like; the query then only says which articles may come.
  public var like: String?
  /// Whether results like an article may be copies of it.
  public var includesCopies = false
  /// Whether results of an outlet go down for each that stands above them.
  public var spreadsOutlets = false
  /// The days after which an article has lost half of what age takes off its score; nil for an order without age.
  public var freshness: Double?
  /// What to count over all matches.
  public var facets: [FacetField] = []
  /// The most values that are counted of each facet.
  public var facetLimit = 10
  /// The constants of the ranking.
  public var parameters = RankingParameters()

  /// Makes options.
  public init(
    limit: Int = 10, offset: Int = 0, grouping: ResultGrouping = .text, order: ResultOrder = .relevance,
    syntax: QuerySyntax = .full
  ) {
    self.limit = limit
    self.offset = offset
    self.grouping = grouping
    self.order = order
    self.syntax = syntax
  }
}
