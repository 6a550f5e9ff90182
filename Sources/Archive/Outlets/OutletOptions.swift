public import Reprints

/// What a report on outlets covers.
public struct OutletOptions: Sendable {
  /// The relations that count as taking.
  public var relations: Set<Relation>
  /// Only articles that have a passage which answers this query count as takers; nil for all.
  public var query: String?
  /// The most hours between the article that has the text and the one that took it; nil for any time.
  ///
  /// Whichever is dated first. What has no date is left out where there is a limit.
  public var withinHours: Double?
  /// Whether each month of the takers' publication is counted for itself.
  public var isByMonth: Bool
  /// The number of threads.
  public var jobs: Int

  /// Makes options; without any, reprints and partial copies of all articles count.
  public init(
    relations: Set<Relation> = [.reprint, .partial], query: String? = nil, withinHours: Double? = nil,
    isByMonth: Bool = false, jobs: Int = 2
  ) {
    self.relations = relations
    self.query = query
    self.withinHours = withinHours
    self.isByMonth = isByMonth
    self.jobs = jobs
  }
}
