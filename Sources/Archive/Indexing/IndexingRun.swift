internal import Articles
internal import Formats
internal import Dispatch
internal import Entities
internal import SearchIndex
internal import Synchronization

/// One run of indexing: what its threads share, and what each of them does.
///
/// Each thread takes a record of the input and analyses it. What comes of it is put into segments in the order of the
/// input, by the thread that has the next one: it puts in whatever waits behind that too, while the others go on. So the
/// same input makes the same index, however many threads there are. A segment that is full is finished by the thread that
/// has filled it, and the writer takes segments in as they follow one another. Memory is bounded by the segments under
/// construction and by the bytes that may wait. Each commit has the ledger of what it covers of the files, so that
/// a run that is stopped, however, is gone on with from there.
final class IndexingRun: Sendable {
  /// The bytes from which a record is large: it takes many times its size while it is analysed.
  private static let largeBytes = 4 << 20
  /// The UTF-8 bytes of text that may wait for an earlier record before no thread begins another.
  private static let mostWaitingBytes = 16 << 20

  private let input: Mutex<Input>
  /// Held for a large record, so that one is analysed at a time, whatever the number of threads.
  private let largeRecord = Mutex(())
  private let assembly: Mutex<Assembly>
  /// Signalled once for each thread that stands still, when there is room again.
  private let room = DispatchSemaphore(value: 0)
  private let output: Mutex<Output>
  /// The number of refusals that earlier runs have found in files of which they read the beginning.
  private let refusalsBefore: Int
  private let archive: Archive
  private let isFresh: Bool
  private let commitTextBytes: Int
  /// The ids of articles whose file is gone: where another file has them too, they are noted as that file's.
  private let orphans: Set<String>
  private let analyser: ArticleAnalyser
  private let report: @Sendable (IndexingProgress) -> Void

  /// What is still to be read.
  private struct Input: ~Copyable {
    var source: ItemSource
    var taken: UInt64 = 0
  }

  /// What waits to be put into segments.
  private struct Assembly {
    /// Nil while a thread has it.
    var assembler: UncheckedAssembler?
    var order = InputOrder<AnalysedRecord>()
    var waitingBytes = 0
    /// The threads that stand still until there is room.
    var standing = 0
  }

  /// What came of it.
  private struct Output {
    let writer: UncheckedWriter
    var outcome = IndexingOutcome()
    var coverage: CoverageRecord
    /// Segments that are finished, as they follow one another.
    var finished = InputOrder<SegmentAssembler.Finished>()
    var uncommittedBytes = 0
    var error: ArchiveError?
  }

  /// The writer belongs to one thread at a time, which the mutex around it sees to.
  private struct UncheckedWriter: @unchecked Sendable {
    let writer: IndexWriter
  }

  /// The assembler belongs to one thread at a time: whoever takes it out of the mutex has it alone.
  private struct UncheckedAssembler: @unchecked Sendable {
    let assembler: SegmentAssembler
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
    let resume = Dictionary(parts.map { ($0.path, $1.position) }) { first, _ in first }
    input = Mutex(Input(source: ItemSource(listing, options: options.reading, resume: resume)))
    var output = Output(
      writer: UncheckedWriter(writer: writer), coverage: CoverageRecord(ledger, files: listing.files))
    output.outcome.summary.refusals = parts.flatMap(\.1.refusals)
    refusalsBefore = output.outcome.summary.refusals.count
    self.output = Mutex(output)
    assembly = Mutex(Assembly())
    self.archive = archive
    isFresh = archive.isEmpty
    commitTextBytes = options.commitTextBytes
    self.orphans = orphans
    analyser = ArticleAnalyser(recogniser: ArticleAnalyser.recogniser)
    self.report = report
    let assembler = SegmentAssembler(
      segmentBytes: options.segmentTextBytes ?? SegmentBuilder.comfortableTextBytes
    ) { [unowned self] in
      self.output.withLock { $0.writer.writer.reserveSegment() }
    }
    assembly.withLock { $0.assembler = UncheckedAssembler(assembler: assembler) }
  }

  /// Ends the run once all threads have: finishes the last segment.
  ///
  /// - Returns: What all threads did, and what the archive covers with it.
  /// - Throws: The first error that any of them met.
  func finished() throws(ArchiveError) -> (IndexingOutcome, CoverageRecord) {
    if let error = output.withLock({ $0.error }) { throw error }
    let assembler = assembly.withLock { $0.assembler?.assembler }
    if let last = assembler?.takeLast() {
      try handOver(try indexed { () throws(IndexError) in try last.finished() })
    }
    return output.withLock { output in
      let refusals = output.outcome.summary.refusals
      if output.outcome.summary.wasInterrupted {
        output.outcome.summary.stoppedAt = assembler?.end?.location
        output.coverage.advance(through: assembler?.end, refusals: refusals)
      } else {
        output.coverage.finish(refusals: refusals)
      }
      return (output.outcome, output.coverage)
    }
  }

  // MARK: Threads

  /// What each thread does until the input ends, the run is cancelled, or one of them fails.
  func work(_ isCancelled: () -> Bool) {
    do throws(ArchiveError) {
      while !hasFailed, let (step, sequence) = next(isCancelled) {
        try put(try analysed(step, sequence), at: sequence)
        waitForRoom()
      }
    } catch {
      output.withLock { $0.error = $0.error ?? error }
      makeRoom()
    }
  }

  private var hasFailed: Bool { output.withLock { $0.error != nil } }

  private func next(_ isCancelled: () -> Bool) -> (ItemSource.Step, UInt64)? {
    if isCancelled() {
      output.withLock { $0.outcome.summary.wasInterrupted = true }
      return nil
    }
    let (step, sequence, progress) = input.withLock { input in
      input.taken += 1
      let step = input.source.next()
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

  // MARK: Analysing

  private func analysed(_ step: ItemSource.Step, _ sequence: UInt64) throws(ArchiveError) -> AnalysedRecord {
    switch step.content {
    case .refused(let refusal): return AnalysedRecord(mark: step.mark, refusals: [refusal])
    case .warning(let warning): return AnalysedRecord(warnings: [warning])
    case .item(let item):
      guard item.byteCount >= Self.largeBytes else { return try analysed(item, step.mark, sequence) }
      return try largeRecord.withLock { _ throws(ArchiveError) in try analysed(item, step.mark, sequence) }
    }
  }

  private func analysed(
    _ item: any InputItem, _ mark: ReadingMark?, _ sequence: UInt64
  ) throws(ArchiveError) -> AnalysedRecord {
    var record = AnalysedRecord(mark: mark)
    for event in item.events() {
      switch event {
      case .refused(let refusal): record.refusals.append(refusal)
      case .warning(let warning): record.warnings.append(warning)
      case .article(let article, _, _):
        guard try mustBeAdded(article, sequence) else { continue }
        record.articles.append(analyser.indexed(article, sequence: sequence))
      }
    }
    return record
  }

  private func mustBeAdded(_ article: Article, _ sequence: UInt64) throws(ArchiveError) -> Bool {
    let state = try state(of: article)
    let isOrphan = orphans.contains(article.id)
    return output.withLock { $0.outcome.note(article, state, sequence: sequence, isOrphan: isOrphan) }
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

  // MARK: Putting into segments

  /// Hands in a record, and puts into segments what has its turn, unless another thread is at it.
  private func put(_ record: AnalysedRecord, at sequence: UInt64) throws(ArchiveError) {
    assembly.withLock { assembly in
      assembly.order.add(record, at: sequence)
      assembly.waitingBytes += record.textBytes
    }
    while let (taken, record) = takeNext() {
      let full = try indexed { () throws(IndexError) in try taken.assembler.add(record) }
      output.withLock { output in
        output.outcome.summary.take(record.refusals)
        output.outcome.summary.warnings += record.warnings
      }
      assembly.withLock { assembly in
        assembly.assembler = taken
        assembly.waitingBytes -= record.textBytes
      }
      if let full { try handOver(try indexed { () throws(IndexError) in try full.finished() }) }
    }
    makeRoom()
  }

  /// Takes the assembler and the record that is next; nil where another thread has it, or that record is not there yet.
  private func takeNext() -> (UncheckedAssembler, AnalysedRecord)? {
    assembly.withLock { assembly in
      guard let assembler = assembly.assembler, let record = assembly.order.takeNext() else { return nil }
      assembly.assembler = nil
      return (assembler, record)
    }
  }

  /// Stands still while too much waits for a record that another thread has in work.
  private func waitForRoom() {
    let mustWait = assembly.withLock { assembly in
      // Asked here, where whoever fails looks next for those that stand still: after a failure nobody makes room.
      let isFull = assembly.waitingBytes > Self.mostWaitingBytes && !hasFailed
      if isFull { assembly.standing += 1 }
      return isFull
    }
    if mustWait { room.wait() }
  }

  /// Has all threads go on that stand still, if there is room, or no use in waiting.
  private func makeRoom() {
    let hasFailed = hasFailed
    let standing = assembly.withLock { assembly in
      guard hasFailed || assembly.waitingBytes <= Self.mostWaitingBytes else { return 0 }
      defer { assembly.standing = 0 }
      return assembly.standing
    }
    for _ in 0..<standing { room.signal() }
  }

  // MARK: Segments

  /// Has the writer take in the finished segments whose turn it is; commits and merges when enough has gathered.
  private func handOver(_ finished: SegmentAssembler.Finished) throws(ArchiveError) {
    let plans = try output.withLock { output throws(ArchiveError) in
      output.finished.add(finished, at: finished.number)
      return try indexed { () throws(IndexError) in
        var plans: [MergePlan] = []
        while let next = output.finished.takeNext() {
          if let plan = try include(next, &output) { plans.append(plan) }
        }
        return plans
      }
    }
    for plan in plans {
      let merged = try indexed { () throws(IndexError) in try plan.run() }
      try output.withLock { output throws(ArchiveError) in
        let writer = output.writer.writer
        try indexed { () throws(IndexError) in try writer.apply(merged) }
      }
    }
  }

  /// Has the writer take in the next segment; plans a merge where that led to a commit.
  private func include(
    _ finished: SegmentAssembler.Finished, _ output: inout Output
  ) throws(IndexError) -> MergePlan? {
    let writer = output.writer.writer
    try writer.include(finished.segment)
    output.uncommittedBytes += finished.segment.textBytes
    guard output.uncommittedBytes >= commitTextBytes else { return nil }
    output.uncommittedBytes = 0
    let refusals = output.outcome.summary.refusals.prefix(refusalsBefore + finished.refusals)
    output.coverage.advance(through: finished.end, refusals: Array(refusals))
    try writer.commit(companions: output.coverage.ledger.companions())
    return try writer.planMerge(.due)
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
  /// The refusals that a run lists: what has more is not what it seems to be, and the list is read and written at each
  /// commit.
  private static let mostRefusals = 20_000

  /// Lists refusals as long as there is room, and counts the others.
  mutating func take(_ refused: [Refusal]) {
    let listed = refused.prefix(max(0, Self.mostRefusals - refusals.count))
    refusals += listed
    unlistedRefusals += refused.count - listed.count
  }

  /// Adds what the threads of a run did.
  mutating func add(_ outcome: IndexingOutcome) {
    let done = outcome.summary
    added += done.added
    replaced += done.replaced
    unchanged += done.unchanged
    refusals += done.refusals
    unlistedRefusals += done.unlistedRefusals
    warnings += done.warnings
    textBytes += done.textBytes
    stoppedAt = done.stoppedAt
    wasInterrupted = done.wasInterrupted
  }
}
