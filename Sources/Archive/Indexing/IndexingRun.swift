internal import Articles
internal import Entities
internal import SearchIndex
internal import Synchronization

/// One run of indexing: what its threads share, and what each of them does.
///
/// Each thread takes records in turn, analyses them and builds segments of its own; the writer takes the
/// finished segments in. Memory is bounded by the segments under construction. Each commit has the ledger of the
/// files and lines that it covers, so that a run that is stopped, however, is gone on with from there.
final class IndexingRun: Sendable {
  /// The bytes from which a record is large: it takes many times its size while it is analysed.
  private static let largeBytes = 4 << 20
  /// The UTF-8 bytes of text after which finished segments are committed.
  private static let commitTextBytes = 64 << 20

  private let input: Mutex<Input>
  /// Held for a large record, so that one is analysed at a time, whatever the number of threads.
  private let largeRecord = Mutex(())
  private let output: Mutex<Output>
  private let archive: Archive
  private let isFresh: Bool
  /// For each file that was read in part, the lines that are in the archive.
  private let linesDone: [String: Int]
  /// The ids of articles whose file is gone: where another file has them too, they are noted as that file's.
  private let orphans: Set<String>
  private let decoder: ArticleDecoder
  private let analyser: ArticleAnalyser
  private let report: @Sendable (IndexingProgress) -> Void

  /// What is still to be read.
  private struct Input: ~Copyable {
    var source: ItemSource
    var taken: UInt64 = 0
    var frontier = ReadingFrontier()
  }

  /// What came of it.
  private struct Output {
    let writer: UncheckedWriter
    var outcome = IndexingOutcome()
    var coverage: CoverageRecord
    var uncommittedBytes = 0
    var error: ArchiveError?
  }

  /// The writer belongs to one thread at a time, which the mutex around it sees to.
  private struct UncheckedWriter: @unchecked Sendable {
    let writer: IndexWriter
  }

  /// - Parameters:
  ///   - ledger: What the archive has of the files.
  ///   - orphans: The ids of articles whose file is gone.
  init(
    writer: IndexWriter, archive: Archive, listing: InputListing, ledger: SourceLedger, orphans: Set<String>,
    options: IndexingOptions, report: @escaping @Sendable (IndexingProgress) -> Void
  ) {
    // What is to be pruned is known only once every record has been seen.
    let parts =
      options.prune ? [] : listing.files.compactMap { file in ledger.part(of: file).map { (file, $0) } }
    linesDone = Dictionary(parts.map { ($0.path, $1.lines) }) { first, _ in first }
    input = Mutex(Input(source: ItemSource(listing, options: options.reading)))
    var output = Output(
      writer: UncheckedWriter(writer: writer), coverage: CoverageRecord(ledger, files: listing.files))
    output.outcome.summary.refusals = parts.flatMap(\.1.refusals)
    self.output = Mutex(output)
    self.archive = archive
    isFresh = archive.isEmpty
    self.orphans = orphans
    decoder = ArticleDecoder(options: options.reading)
    analyser = ArticleAnalyser(recogniser: ArticleAnalyser.recogniser)
    self.report = report
  }

  /// What all threads did, and what the archive covers with it; the first error that any of them met.
  func finished() throws(ArchiveError) -> (IndexingOutcome, CoverageRecord) {
    try output.withLock { output throws(ArchiveError) in
      if let error = output.error { throw error }
      let refusals = output.outcome.summary.refusals
      if output.outcome.summary.wasInterrupted {
        let position = input.withLock { $0.frontier.position }
        output.outcome.summary.stoppedAt = position?.location
        output.coverage.advance(to: position, refusals: refusals)
      } else {
        output.coverage.finish(refusals: refusals)
      }
      return (output.outcome, output.coverage)
    }
  }

  // MARK: Threads

  /// What belongs to one thread.
  private struct Worker {
    let number: Int
    /// Remembers stems from segment to segment.
    let generator = TermGenerator()
    var open: SegmentBuilder?
    /// The file of the last record and its absolute path, which the system is asked for once a file.
    private var last: (file: String, path: String)?

    init(number: Int) { self.number = number }

    /// The absolute path of the file that a record is from.
    mutating func source(_ file: String) -> String {
      if let last, last.file == file { return last.path }
      let path = AbsolutePath.of(file)
      last = (file, path)
      return path
    }
  }

  /// What each thread does until the input ends, the run is cancelled, or one of them fails.
  ///
  /// - Parameter thread: The number of the thread.
  func work(_ thread: Int, _ isCancelled: () -> Bool) {
    do throws(ArchiveError) {
      var worker = Worker(number: thread)
      while !hasFailed, let (step, sequence) = next(isCancelled, thread) {
        switch step {
        case .refused(let refusal): note(refusal)
        case .warning(let warning): output.withLock { $0.outcome.summary.warnings.append(warning) }
        case .item(let item) where !isDone(item.location): try take(item, sequence, &worker)
        case .item: break
        }
        if worker.open == nil { input.withLock { $0.frontier.release(thread: thread) } }
      }
      if let open = worker.open { try handOver(open, thread) }
    } catch {
      output.withLock { $0.error = $0.error ?? error }
    }
  }

  private var hasFailed: Bool { output.withLock { $0.error != nil } }

  /// Whether an earlier run has brought in what is at a place.
  private func isDone(_ location: SourceLocation) -> Bool {
    guard !linesDone.isEmpty, let line = location.line, let done = linesDone[location.file] else {
      return false
    }
    return line <= done
  }

  private func note(_ refusal: Refusal) {
    if isDone(refusal.location) { return }
    output.withLock { $0.outcome.summary.refusals.append(refusal) }
  }

  private func next(_ isCancelled: () -> Bool, _ thread: Int) -> (ItemSource.Step, UInt64)? {
    if isCancelled() {
      output.withLock { $0.outcome.summary.wasInterrupted = true }
      return nil
    }
    let (step, sequence, progress) = input.withLock { input in
      input.taken += 1
      let step = input.source.next()
      if case .item(let item) = step {
        input.frontier.take(item.location, sequence: input.taken, thread: thread)
      }
      return (step, input.taken, input.taken % 64 == 0 ? input.source.progress : nil)
    }
    if let progress { tell(progress) }
    return step.map { ($0, sequence) }
  }

  private func tell(_ reading: ReadingProgress) {
    output.withLock { output in
      report(
        IndexingProgress(
          articles: output.outcome.articles, textBytes: output.outcome.summary.textBytes, reading: reading))
    }
  }

  // MARK: Articles

  private func take(
    _ item: SourceItem, _ sequence: UInt64, _ worker: inout Worker
  ) throws(ArchiveError) {
    guard item.bytes.count >= Self.largeBytes else { return try takeNow(item, sequence, &worker) }
    try largeRecord.withLock { _ throws(ArchiveError) in try takeNow(item, sequence, &worker) }
  }

  private func takeNow(
    _ item: SourceItem, _ sequence: UInt64, _ worker: inout Worker
  ) throws(ArchiveError) {
    for event in decoder.events(from: item) {
      switch event {
      case .refused(let refusal): note(refusal)
      case .warning(let warning): output.withLock { $0.outcome.summary.warnings.append(warning) }
      case .article(let article, let location, _):
        try add(article, from: location, sequence, &worker)
      }
    }
  }

  private func add(
    _ article: Article, from location: SourceLocation, _ sequence: UInt64, _ worker: inout Worker
  ) throws(ArchiveError) {
    let state = try state(of: article)
    let isOrphan = orphans.contains(article.id)
    let mustBeAdded = output.withLock {
      $0.outcome.note(article, state, sequence: sequence, isOrphan: isOrphan)
    }
    guard mustBeAdded else { return }
    var indexedArticle = analyser.indexed(article, sequence: sequence)
    indexedArticle.source = worker.source(location.file)
    let builder: SegmentBuilder
    if let open = worker.open { builder = open } else { builder = try newBuilder(worker.generator) }
    worker.open = builder
    try indexed { () throws(IndexError) in try builder.add(indexedArticle) }
    if builder.textBytes >= SegmentBuilder.comfortableTextBytes {
      worker.open = nil
      try handOver(builder, worker.number)
    }
  }

  /// What the archive has of the article, as the run began.
  private func state(of article: Article) throws(ArchiveError) -> ArticleState {
    if isFresh { return .new }
    return try indexed { () throws(IndexError) in
      guard let handle = try archive.reader.article(id: article.id) else { return .new }
      let known = try archive.reader.contentHashes(of: [handle])[0]
      return known == ContentHash(article).bytes ? .unchanged : .changed
    }
  }

  // MARK: Segments

  private func newBuilder(_ generator: TermGenerator) throws(ArchiveError) -> SegmentBuilder {
    let reservation = output.withLock { $0.writer.writer.reserveSegment() }
    return try indexed { () throws(IndexError) in try SegmentBuilder(reservation, generator: generator) }
  }

  /// Finishes a segment and has the writer take it in; commits and merges when enough has gathered.
  private func handOver(_ builder: SegmentBuilder, _ thread: Int) throws(ArchiveError) {
    let segment = try indexed { () throws(IndexError) in try builder.finish() }
    let plan = try output.withLock { output throws(ArchiveError) -> MergePlan? in
      let writer = output.writer.writer
      output.uncommittedBytes += segment.textBytes
      let isDue = output.uncommittedBytes >= Self.commitTextBytes
      if isDue { output.uncommittedBytes = 0 }
      return try indexed { () throws(IndexError) in
        try writer.include(segment)
        let position = input.withLock { input in
          input.frontier.release(thread: thread)
          return input.frontier.position
        }
        guard isDue else { return nil }
        output.coverage.advance(to: position, refusals: output.outcome.summary.refusals)
        try writer.commit(companions: output.coverage.ledger.companions())
        return try writer.planMerge(.due)
      }
    }
    guard let plan else { return }
    let merged = try indexed { () throws(IndexError) in try plan.run() }
    try output.withLock { output throws(ArchiveError) in
      let writer = output.writer.writer
      try indexed { () throws(IndexError) in try writer.apply(merged) }
    }
  }
}

/// What the threads of a run have done so far.
struct IndexingOutcome: Sendable {
  var summary = IndexingSummary()
  /// The ids of all articles that were read, each with the last place in the input at which the article was as the
  /// archive has it; 0 for none.
  private var lastUnchanged: [String: UInt64] = [:]

  /// The number of articles read.
  var articles: Int { summary.added + summary.replaced + summary.unchanged }

  /// Whether an article of that id was read.
  func hasSeen(_ id: String) -> Bool { lastUnchanged[id] != nil }

  /// Counts an article, and says whether it must be added.
  ///
  /// Threads come here in any order: of several articles with one id, the last in the input decides.
  ///
  /// - Parameters:
  ///   - sequence: Its place in the input, from 1.
  ///   - isOrphan: Whether it must be added even as the archive has it, if it is the first of its id.
  mutating func note(_ article: Article, _ state: ArticleState, sequence: UInt64, isOrphan: Bool) -> Bool {
    let known = lastUnchanged[article.id]
    lastUnchanged[article.id] = state == .unchanged ? max(known ?? 0, sequence) : known ?? 0
    if state == .unchanged, known == nil {
      summary.unchanged += 1
      return isOrphan
    }
    guard sequence > known ?? 0 else { return false }
    if state == .new && known == nil { summary.added += 1 } else { summary.replaced += 1 }
    summary.textBytes += article.text.utf8.count
    return true
  }
}

extension IndexingSummary {
  /// Adds what the threads of a run did.
  mutating func add(_ outcome: IndexingOutcome) {
    let done = outcome.summary
    added += done.added
    replaced += done.replaced
    unchanged += done.unchanged
    refusals += done.refusals
    warnings += done.warnings
    textBytes += done.textBytes
    stoppedAt = done.stoppedAt
    wasInterrupted = done.wasInterrupted
  }
}
