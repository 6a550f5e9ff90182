internal import Archive
internal import Formats

/// Keeps an index up to date with files that grow and folders that fill: `reprise index --follow`.
///
/// Each run takes in what has changed and commits it, so that a follower which is killed goes on where it was: what is in
/// is known by its id and content, and nothing comes in twice.
struct FollowingIndexer {
  let indexer: Indexer
  let paths: [String]
  /// Told of each run that changed something, and of refusals once they last.
  let tell: (IndexingSummary) throws -> Void
  let progress: @Sendable (IndexingProgress) -> Void

  /// Runs until it is stopped.
  ///
  /// - Returns: Whether it was stopped in the midst of a run; what was read until then is in.
  func run() throws -> Bool {
    let events = FileEvents(paths)
    var told: Set<Refusal> = []
    while true {
      var summary = try indexer.run(
        paths: paths, isCancelled: { Interruption.isRequested }, report: progress)
      // The last line of a file may be half of one that is being written: what cannot be read is told when it stays.
      let waiting = summary.refusals.filter { !told.contains($0) }
      summary.refusals = []
      if !summary.changedNothing { try tell(summary) }
      if summary.wasInterrupted { return true }
      if !waiting.isEmpty, !events.wait(seconds: 2, isCancelled: { Interruption.isRequested }) {
        summary.refusals = waiting
        (summary.added, summary.replaced, summary.removed) = (0, 0, 0)
        try tell(summary)
        told.formUnion(waiting)
      } else if !waiting.isEmpty {
        continue
      }
      _ = events.wait(seconds: FileEvents.patience) { Interruption.isRequested }
      if Interruption.isRequested { return false }
    }
  }
}
