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
    let output = Output(
      writer: UncheckedWriter(writer: writer), coverage: CoverageRecord(ledger, files: listing.files))
    var notes = RunNotes()
    for (file, part) in parts { part.add(to: &notes, path: file.path) }
    self.output = Mutex(output)
    assembly = Mutex(Assembly())
    self.archive = archive
    isFresh = archive.isEmpty
    commitTextBytes = options.commitTextBytes
    self.orphans = orphans
    analyser = ArticleAnalyser(recogniser: ArticleAnalyser.recogniser)
    self.report = report
    let assembler = SegmentAssembler(
      segmentBytes: options.segmentTextBytes ?? SegmentBuilder.comfortableTextBytes, notes: notes
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
    let notes = assembler?.notes ?? RunNotes()
    return output.withLock { output in
      output.outcome.summary.add(notes)
      if output.outcome.summary.wasInterrupted {
        output.outcome.summary.stoppedAt = assembler?.end?.location
        output.coverage.advance(through: assembler?.end, notes)
      } else {
        output.coverage.finish(notes)
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
    case .leftOut(let path, let kind): return AnalysedRecord(leftOut: [LeftOut(path: path, kind: kind)])
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
      case .leftOut(let path, let kind): record.leftOut.append(LeftOut(path: path, kind: kind))
      case .article(let article, let location, _):
        let verdict = try verdict(on: article, sequence)
        if verdict.hasOtherOutlet { record.warnings.append(.otherOutlet(article, at: location)) }
        guard verdict.mustBeAdded else { continue }
        // Of several articles of one item with one id the last stands.
        record.articles.removeAll { $0.id == article.id }
        record.articles.append(analyser.indexed(article, sequence: sequence, source: location))
      }
    }
    return record
  }

  private func verdict(on article: Article, _ sequence: UInt64) throws(ArchiveError) -> ArticleVerdict {
    let state = try state(of: article)
    let isOrphan = orphans.contains(article.id)
    var verdict = output.withLock { $0.outcome.note(article, state, sequence: sequence, isOrphan: isOrphan) }
    if state == .changed, let old = try? archive.record(ofArticle: article.id).article {
      verdict.hasOtherOutlet = verdict.hasOtherOutlet || old.outlet != article.outlet
    }
    return verdict
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
    output.coverage.advance(through: finished.end, finished.notes)
    try writer.commit(companions: output.coverage.ledger.companions())
    return try writer.planMerge(.due)
  }
}

/// What the threads of a run have done so far.
struct IndexingOutcome: Sendable {
  var summary = IndexingSummary()
  /// The ids of all articles that were read, each with the last place in the input at which the article was as the
  /// archive has it; 0 for none.
  private var lastUnchanged: [String: Seen] = [:]

  /// What is kept of an id.
  private struct Seen {
    var sequence: UInt64
    /// A hash of the outlet of the article that was read first.
    let outlet: Int
  }

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
  mutating func note(
    _ article: Article, _ state: ArticleState, sequence: UInt64, isOrphan: Bool
  ) -> ArticleVerdict {
    let outlet = article.outlet.hashValue
    let seen = lastUnchanged[article.id]
    let known = seen?.sequence
    var verdict = ArticleVerdict(
      mustBeAdded: isOrphan, hasOtherOutlet: seen.map { $0.outlet != outlet } ?? false)
    lastUnchanged[article.id] = Seen(
      sequence: state == .unchanged ? max(known ?? 0, sequence) : known ?? 0, outlet: seen?.outlet ?? outlet)
    if state == .unchanged, known == nil {
      summary.unchanged += 1
      return verdict
    }
    verdict.mustBeAdded = sequence > known ?? 0
    guard verdict.mustBeAdded else { return verdict }
    if state == .new && known == nil { summary.added += 1 } else { summary.replaced += 1 }
    summary.textBytes += article.text.utf8.count
    return verdict
  }
}

/// What is to be done with an article that was read.
struct ArticleVerdict {
  /// Whether it goes into the index.
  var mustBeAdded: Bool
  /// Whether an article of another outlet has its id.
  var hasOtherOutlet: Bool
}

extension ReadingWarning {
  /// Two outlets have an article of one id each; only one can stand.
  fileprivate static func otherOutlet(_ article: Article, at location: SourceLocation) -> ReadingWarning {
    ReadingWarning(
      .otherOutlet, at: location, articleID: article.id,
      "an article of another outlet has the id \"\(article.id.prefix(80))\" too, and only the last that was given stands; "
        + "give each an id of its own")
  }
}

extension IndexingSummary {
  /// Adds what there is to tell of the input.
  mutating func add(_ notes: RunNotes) {
    refusals += notes.refusals
    unlistedRefusals += notes.unlistedRefusals
    warnings += notes.warnings
    for kinds in notes.leftOut.values { add(leftOut: kinds) }
  }

  /// Adds what holds no news, by kind.
  mutating func add(leftOut kinds: [String: Int]) {
    for (kind, count) in kinds { leftOut[kind, default: 0] += count }
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
    add(leftOut: done.leftOut)
    textBytes += done.textBytes
    stoppedAt = done.stoppedAt
    wasInterrupted = done.wasInterrupted
  }
}
