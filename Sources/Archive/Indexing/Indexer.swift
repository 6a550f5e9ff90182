internal import Articles
internal import Formats
internal import Entities
internal import SearchIndex
internal import Storage

/// Brings articles into an archive: reads, analyses, builds segments on all threads, and commits.
///
/// ```swift
/// let indexer = try Indexer(path: "articles.reprise")
/// let summary = try indexer.run(paths: ["crawl.jsonl.gz", "clippings"])
/// ```
///
/// What cannot be read is refused with file, line and reason, and everything else goes in. An article that is
/// given again with the same content costs a look-up; with other content it replaces the old one. A file that
/// has not changed since the last run is not read at all.
public final class Indexer {
  private let path: String
  private let options: IndexingOptions
  private let writer: IndexWriter

  /// Opens an archive for writing, making one where there is none; holds its lock until it goes.
  ///
  /// - Parameter path: The folder of the index.
  public init(path: String, options: IndexingOptions = IndexingOptions()) throws(ArchiveError) {
    self.path = path
    self.options = options
    writer = try indexed { () throws(IndexError) in
      try IndexWriter(path: path, tableWriter: options.tableWriter)
    }
  }

  /// Reads what some paths lead to and commits it.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` is standard input.
  ///   - isCancelled: Asked before each record; once it says yes, what was read is committed and the run ends.
  ///   - report: Told how far the run has come, now and then, from one thread at a time.
  public func run(
    paths: [String], isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
  ) throws(ArchiveError) -> IndexingSummary {
    // An index without a commit cannot be opened for reading: the first commit may be of nothing.
    if writer.generation == 0 { try commit(SourceLedger()) }
    let archive = try Archive(path: path)
    var ledger = try readLedger(of: archive)
    var listing = InputListing(paths: paths, options: options.reading)
    let gone = options.prune ? ledger.gone(below: paths, listing) : []
    // Where files are gone, all others are read again: they may hold articles of those too.
    let orphans = try ids(ofSources: gone, in: archive)
    var summary = IndexingSummary()
    let before = ledger
    listing.files.removeAll { file in
      guard gone.isEmpty, let known = ledger.unchanged(file) else { return false }
      summary.unchangedFiles += 1
      summary.refusals += known.notes.refusals
      summary.warnings += known.notes.warnings
      summary.add(leftOut: known.notes.leftOut)
      return true
    }
    let run = IndexingRun(
      writer: writer, archive: archive, listing: listing, ledger: ledger, orphans: orphans, options: options,
      report: report)
    run.work(jobs: options.jobs, isCancelled)
    let (outcome, coverage) = try run.finished()
    summary.add(outcome)
    ledger = coverage.ledger
    if options.prune && !summary.wasInterrupted {
      summary.removed = try prune(gone, read: listing.files, outcome, in: archive, &ledger)
    }
    if ledger != before || !summary.changedNothing { try commit(ledger) }
    try merge(after: summary)
    return summary
  }

  /// Merges all segments into one, without what was replaced or removed.
  ///
  /// It takes the room of the index again while it runs.
  public func optimize() throws(ArchiveError) {
    _ = try indexed { () throws(IndexError) in try writer.merge(.all) }
  }

  /// Merges what a run left behind: everything in a small archive, of which the run brought half or more; else the small
  /// segments.
  ///
  /// All threads merge, each to a segment of its own.
  private func merge(after summary: IndexingSummary) throws(ArchiveError) {
    guard !summary.wasInterrupted, !summary.changedNothing else { return }
    let held = try Archive(path: path).textBytes()
    // Never by the number of threads: the same input makes the same index.
    let extent =
      held < Self.smallArchiveBytes && summary.textBytes * 2 >= held ? MergeExtent.all : .small
    var plans = try indexed { () throws(IndexError) in try writer.planMerges(extent) }
    while !plans.isEmpty {
      let merged = try inParallel(plans, jobs: options.jobs) { plan throws(ArchiveError) in
        Result { () throws(IndexError) in try plan.run() }
      }
      plans = try indexed { () throws(IndexError) in
        try apply(merged, of: plans)
        return try writer.planMerges(extent)
      }
    }
  }

  /// Puts merged segments in their places, and gives up what failed, before the first error is thrown.
  private func apply(
    _ merged: [Result<MergedSegment, IndexError>], of plans: [MergePlan]
  ) throws(IndexError) {
    var failure: IndexError?
    var hasCommitFailed = false
    for (plan, result) in zip(plans, merged) {
      switch result {
      case .success(let segment) where !hasCommitFailed:
        do throws(IndexError) {
          try writer.apply(segment)
        } catch {
          hasCommitFailed = true
          failure = failure ?? error
        }
      case .failure(let error):
        failure = failure ?? error
        try? writer.giveUp(plan)
      case .success:
        try? writer.giveUp(plan)
      }
    }
    if let failure { throw failure }
  }

  /// The UTF-8 bytes of text below which an archive becomes one segment.
  private static let smallArchiveBytes = 16 << 20

  /// Removes articles by their ids, and commits.
  ///
  /// - Returns: The ids that the archive did not have.
  public func remove(ids: [String]) throws(ArchiveError) -> [String] {
    var unknown: [String] = []
    for id in ids {
      let found = try indexed { () throws(IndexError) in try writer.remove(id: id) }
      if !found { unknown.append(id) }
    }
    _ = try indexed { () throws(IndexError) in try writer.commit() }
    return unknown
  }

  private func ids(ofSources paths: [String], in archive: Archive) throws(ArchiveError) -> Set<ByteKey> {
    var ids: Set<ByteKey> = []
    for path in paths { ids.formUnion(try archive.ids(ofSource: path).map(ByteKey.init)) }
    return ids
  }

  /// What the archive has of the files.
  private func readLedger(of archive: Archive) throws(ArchiveError) -> SourceLedger {
    let json = try indexed { () throws(IndexError) in
      try archive.reader.companion(SourceLedger.companionName)
    }
    guard let json else { return SourceLedger() }
    guard let ledger = SourceLedger(checking: json) else {
      throw .index(
        .damaged(
          path: path,
          detail: "\(SourceLedger.companionName), the list of files read, cannot be read; "
            + "'reprise verify --repair' begins a new one"))
    }
    return ledger
  }

  private func commit(_ ledger: SourceLedger) throws(ArchiveError) {
    _ = try indexed { () throws(IndexError) in try writer.commit(companions: ledger.companions()) }
  }

  /// Removes the articles of files that are gone, and those of files that were read but no longer have them.
  ///
  /// - Returns: The number of articles removed.
  private func prune(
    _ gone: [String], read: [InputFile], _ outcome: IndexingOutcome, in archive: Archive,
    _ ledger: inout SourceLedger
  ) throws(ArchiveError) -> Int {
    var removed = 0
    for path in gone + read.filter({ $0.signature != nil }).map({ AbsolutePath.of($0.path) }) {
      for id in try archive.ids(ofSource: path) where !outcome.hasSeen(id) {
        let found = try indexed { () throws(IndexError) in try writer.remove(id: id) }
        removed += found ? 1 : 0
      }
    }
    for path in gone { ledger.forget(path) }
    return removed
  }
}
