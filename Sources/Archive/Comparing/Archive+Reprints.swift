internal import Articles
public import Reprints
internal import SearchIndex
internal import TextAnalysis

/// What a report on reprints covers.
public struct ReprintOptions: Sendable {
  /// The relations that are reported.
  public var relations: Set<Relation>
  /// The number of threads.
  public var jobs: Int

  /// Makes options; without any, every relation but `none` is reported.
  public init(relations: Set<Relation> = Set(Relation.allCases).subtracting([.none]), jobs: Int = 2) {
    self.relations = relations
    self.jobs = jobs
  }
}

extension Archive {
  /// All pairs of articles that have text in common, in the order of their ids.
  ///
  /// The pairs depend on the articles alone, not on the order in which they came in or on how they lie in the
  /// index. Which pairs are compared is said in `PairPlanner`.
  public func reprints(options: ReprintOptions = ReprintOptions()) throws(ArchiveError) -> [ArticlePair] {
    let survey = try ArchiveSurvey(self, jobs: options.jobs)
    let pairs = survey.plannedPairs()
    let comparison = PairComparison(archive: self, survey: survey, relations: options.relations)
    return try comparison.run(pairs, jobs: options.jobs).sorted {
      ($0.a.id, $0.b.id) < ($1.a.id, $1.b.id)
    }
  }
}
