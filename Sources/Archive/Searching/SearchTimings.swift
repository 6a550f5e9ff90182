/// How long the parts of a search took.
public struct SearchTimings: Sendable, Equatable {
  /// From the text of the query to the best articles in order.
  public var ranking = Duration.zero
  /// Reading the articles, and choosing what is shown of them.
  public var extracts = Duration.zero
  /// Finding the articles that repeat a passage.
  public var repeats = Duration.zero
  /// Looking for what the reader should know about the query, and counting facets.
  public var rest = Duration.zero

  /// The whole.
  public var total: Duration { ranking + extracts + repeats + rest }
}

/// Shares the time that goes by among the parts of a search.
struct StopWatch {
  private(set) var timings = SearchTimings()
  private var last = ContinuousClock.now

  /// Counts the time since the last lap for a part.
  mutating func lap(_ part: WritableKeyPath<SearchTimings, Duration>) {
    let now = ContinuousClock.now
    timings[keyPath: part] += now - last
    last = now
  }
}
