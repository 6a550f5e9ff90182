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

  /// Makes options.
  public init(
    limit: Int = 10, offset: Int = 0, grouping: ResultGrouping = .text, order: ResultOrder = .relevance
  ) {
    self.limit = limit
    self.offset = offset
    self.grouping = grouping
    self.order = order
  }
}
