internal import Articles
internal import Entities
internal import SearchIndex

/// What a repair did.
public struct RepairSummary: Sendable, Equatable {
  /// Articles that were read out of damaged segments and are in the index again.
  public var salvaged = 0
  /// Articles that could not be read any more.
  public var lost = 0
  /// The files that were forgotten, so that the next run reads them again, in order.
  public var forgotten: [String] = []
  /// The segments that were set aside.
  public var segments = 0
}

/// Repairs an archive: takes out of damaged segments what can still be read, sets them aside, and forgets the files
/// that the rest was read from, so that the next run of indexing brings it back.
///
/// All in one commit: a repair that is killed has changed nothing.
public struct ArchiveRepair {
  private let path: String

  /// - Parameter path: The folder of the index.
  public init(path: String) { self.path = path }

  /// Repairs what a verification has found.
  public func run(_ verification: ArchiveVerification) throws(ArchiveError) -> RepairSummary {
    guard !verification.isSound else { return RepairSummary() }
    let repair = try indexed { () throws(IndexError) in
      try IndexRepair(path: path, segments: verification.affectedSegments)
    }
    let known = repair.companion(SourceLedger.companionName)
    var ledger = SourceLedger(json: known)
    let analyser = ArticleAnalyser(recogniser: ArticleAnalyser.recogniser)
    var summary = RepairSummary(segments: repair.damaged.count)
    for segment in repair.damaged {
      // Before the articles are read: a list that cannot be read to its end names all files.
      let sources = segment.sources
      let salvaged = try salvage(segment, ledger, analyser, into: repair)
      summary.salvaged += salvaged
      summary.lost += max(0, segment.articleCount - salvaged)
      guard salvaged < segment.articleCount else { continue }
      for path in ledger.paths where sources?.contains(.source(path)) ?? true {
        summary.forgotten.append(path)
      }
    }
    summary.forgotten = Set(summary.forgotten).sorted()
    for path in summary.forgotten { ledger.forget(path) }
    try indexed { () throws(IndexError) in
      try repair.finish(companions: [
        SourceLedger.companionName: ledger.json(), RefusalLog.companionName: RefusalLog.lines(of: ledger),
      ])
    }
    return summary
  }

  /// Adds the articles of a segment that can be read and are nowhere else.
  ///
  /// - Returns: How many of its articles are accounted for.
  private func salvage(
    _ segment: DamagedSegment, _ ledger: SourceLedger, _ analyser: ArticleAnalyser, into repair: IndexRepair
  ) throws(ArchiveError) -> Int {
    var paths: [IndexTerm: String] = [:]
    for path in ledger.paths { paths[.source(path)] = path }
    var count = 0
    _ = try segment.forEachArticle { salvaged throws(ArchiveError) in
      guard let article = try? ArticleRecord(decoding: salvaged.record).article else { return }
      count += 1
      try indexed { () throws(IndexError) in
        if try repair.holds(articleWithID: article.id) { return }
        var indexedArticle = analyser.indexed(article, sequence: 0)
        indexedArticle.source = salvaged.source.flatMap { paths[$0] }
        try repair.writer.add(indexedArticle)
      }
    }
    return count
  }
}
