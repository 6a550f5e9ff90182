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

  /// Takes the articles over from the segments of an archive that has lost its manifest.
  ///
  /// Of several versions of an article the one in the segment that was begun last stands. What was read from which file is
  /// forgotten: the next run of indexing looks at each file again.
  ///
  /// - Returns: What was found and done; nil where the manifest is there, or no segments are.
  public func recovered() throws(ArchiveError) -> (ArchiveVerification, RepairSummary)? {
    guard IndexRepair.isNeeded(forManifestOf: path) else { return nil }
    let repair = try indexed { () throws(IndexError) in try IndexRepair(lostManifestOf: path) }
    let analyser = ArticleAnalyser(recogniser: ArticleAnalyser.recogniser)
    var summary = RepairSummary(segments: repair.damaged.count)
    for segment in repair.damaged {
      let found = try salvage(segment, SourceLedger(), analyser, into: repair)
      summary.lost += max(0, segment.articleCount - found)
    }
    let ledger = SourceLedger()
    try indexed { () throws(IndexError) in try repair.finish(companions: ledger.companions()) }
    let examination = try indexed { () throws(IndexError) in try IndexExamination(path: path) }
    summary.salvaged = examination.articleCount
    var found = ArchiveVerification()
    found.problems = [IndexProblem(.lostManifest, at: "manifest.json", "is missing, or cannot be read")]
    (found.segments, found.bytes) = (summary.segments, examination.bytes)
    found.articles = summary.salvaged + summary.lost
    return (found, summary)
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
