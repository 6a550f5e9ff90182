internal import Articles

/// Compares planned pairs of articles, each article read as seldom as memory allows.
struct PairComparison<Source: ArticleCollection>: Sendable {
  let source: Source
  let survey: ArticleSurvey<Source>
  /// The pairs that a thread prepares articles for at a time.
  private let chunk = 512

  init(source: Source, survey: ArticleSurvey<Source>) {
    self.source = source
    self.survey = survey
  }

  /// The pairs that have a relation; each thread takes a stretch of them, whose neighbours share articles.
  func run(_ pairs: [PairPlanner.Pair]) throws(Source.Failure) -> [ComparedPair] {
    let part = max(1, (pairs.count + source.jobs - 1) / source.jobs)
    let parts = stride(from: 0, to: pairs.count, by: part).map { pairs[$0..<min($0 + part, pairs.count)] }
    return try source.map(parts) { part throws(Source.Failure) in
      var comparands = ComparandCache(source: source, survey: survey)
      var found: [ComparedPair] = []
      for start in stride(from: part.startIndex, to: part.endIndex, by: chunk) {
        let pairs = part[start..<min(start + chunk, part.endIndex)]
        try comparands.prepare(Set(pairs.flatMap { [$0.older, $0.newer] }))
        found += pairs.compactMap { compared($0, comparands) }
      }
      return found
    }.flatMap { $0 }
  }

  private func compared(_ pair: PairPlanner.Pair, _ comparands: ComparandCache<Source>) -> ComparedPair? {
    guard let older = comparands[pair.older], let newer = comparands[pair.newer] else { return nil }
    let inOrder = older.record.id < newer.record.id
    let (a, b) = inOrder ? (older, newer) : (newer, older)
    let report = RelationClassifier().report(a.text, b.text)
    guard report.relation != .none else { return nil }
    return ComparedPair(
      numbers: inOrder ? (pair.older, pair.newer) : (pair.newer, pair.older), records: (a.record, b.record),
      members: (a.member, b.member), report: report)
  }
}
