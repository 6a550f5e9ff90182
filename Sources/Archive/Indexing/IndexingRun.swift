internal import Articles
internal import Formats
internal import Dispatch
internal import Entities
internal import Glibc
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
  static let mostWaitingBytes = 16 << 20

  private let input: Mutex<Input>
  /// Held for a large record, so that one is analysed at a time, whatever the number of threads.
  private let largeRecord = Mutex(())
  let assembly: Mutex<Assembly>
  /// Signalled once for each thread that stands still, when there is room again.
  let room = DispatchSemaphore(value: 0)
  let output: Mutex<Output>
  private let archive: Archive
  private let isFresh: Bool
  let commitTextBytes: Int
  /// The ids of articles whose file is gone: where another file has them too, they are noted as that file's.
  private let orphans: Set<ByteKey>
  private let analyser: ArticleAnalyser
  private let report: @Sendable (IndexingProgress) -> Void

  /// What is still to be read.
  private struct Input: ~Copyable {
    var source: ItemSource
    var taken: UInt64 = 0
  }

  /// What waits to be put into segments.
  struct Assembly {
    /// Nil while a thread has it.
    var assembler: UncheckedAssembler?
    var order = InputOrder<AnalysedRecord>()
    var waitingBytes = 0
    /// The threads that stand still until there is room.
    var standing = 0
    /// What was put into segments.
    var put = RecordCounts()
    /// Segments that are being finished, or handed to the writer.
    var inHand = 0
    /// Whether the run is given up: what threads still have in work goes nowhere.
    var isGivenUp = false
  }

  /// What came of it.
  struct Output {
    let writer: UncheckedWriter
    var outcome = IndexingOutcome()
    var coverage: CoverageRecord
    /// Segments that are finished, as they follow one another.
    var finished = InputOrder<SegmentAssembler.Finished>()
    var uncommittedBytes = 0
    var error: ArchiveError?
  }

  /// The writer belongs to one thread at a time, which the mutex around it sees to.
  struct UncheckedWriter: @unchecked Sendable {
    let writer: IndexWriter
  }

  /// The assembler belongs to one thread at a time: whoever takes it out of the mutex has it alone.
  struct UncheckedAssembler: @unchecked Sendable {
    let assembler: SegmentAssembler
  }

  /// - Parameters:
  ///   - ledger: What the archive has of the files.
  ///   - orphans: The ids of articles whose file is gone.
  init(
    writer: IndexWriter, archive: Archive, listing: InputListing, ledger: SourceLedger, orphans: Set<ByteKey>,
    options: IndexingOptions, report: @escaping @Sendable (IndexingProgress) -> Void
  ) {
    // What is to be pruned is known only once every record has been seen.
    let parts =
      options.prune ? [] : listing.files.compactMap { file in ledger.part(of: file).map { (file, $0) } }
    let resume = Dictionary(parts.map { (ByteKey($0.path), $1.position) }) { first, _ in first }
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
    let put = assembly.withLock { $0.isGivenUp ? $0.put : nil }
    return output.withLock { output in
      if let put { output.outcome.count(only: put) }
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

  /// Has threads work until all are done.
  ///
  /// Once the run is cancelled, they have a moment to end what they have in work. What takes longer, such as a text of a hundred
  /// million names, is given up: it was not put into the index, and the next run begins with it.
  ///
  /// - Parameters:
  ///   - jobs: The number of threads.
  ///   - isCancelled: Asked before each record, and all the time.
  func work(jobs: Int, _ isCancelled: @escaping @Sendable () -> Bool) {
    let threads = DispatchGroup()
    // More than there are processors would only wait for each other.
    let count = min(jobs, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    for _ in 0..<count { DispatchQueue.global().async(group: threads) { self.work(isCancelled) } }
    var patience = Self.patience
    while threads.wait(timeout: .now() + .milliseconds(Self.pause)) == .timedOut {
      guard isCancelled() else { continue }
      patience -= Self.pause
      if patience <= 0, giveUp() { return }
    }
  }

  /// Milliseconds after which it is looked whether the run is cancelled.
  private static let pause = 50
  /// Milliseconds that threads have for the records in work when it is.
  private static let patience = 500

  /// Has nothing more be put into segments; false while a thread is at that, which ends soon.
  private func giveUp() -> Bool {
    let isGivenUp = assembly.withLock { assembly in
      assembly.isGivenUp = assembly.assembler != nil && assembly.inHand == 0
      return assembly.isGivenUp
    }
    if isGivenUp { output.withLock { $0.outcome.summary.wasInterrupted = true } }
    return isGivenUp
  }

  /// What each thread does until the input ends, the run is cancelled, or one of them fails.
  private func work(_ isCancelled: () -> Bool) {
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

  var hasFailed: Bool { output.withLock { $0.error != nil } }

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
        if let refusal = FieldBounds.refusal(of: article, at: location) {
          record.refusals.append(refusal)
          continue
        }
        let verdict = try verdict(on: article, sequence)
        record.counts += verdict.counts
        if verdict.hasOtherOutlet { record.warnings.append(.otherOutlet(article, at: location)) }
        guard verdict.mustBeAdded else { continue }
        // Of several articles of one item with one id the last stands.
        record.articles.removeAll { ByteKey($0.id) == ByteKey(article.id) }
        record.articles.append(analyser.indexed(article, sequence: sequence, source: location))
      }
    }
    return record
  }

  private func verdict(on article: Article, _ sequence: UInt64) throws(ArchiveError) -> ArticleVerdict {
    let state = try state(of: article)
    let isOrphan = orphans.contains(ByteKey(article.id))
    var verdict = output.withLock { $0.outcome.note(article, state, sequence: sequence, isOrphan: isOrphan) }
    if state == .changed, let old = try? archive.record(ofArticle: article.id).article {
      verdict.hasOtherOutlet =
        verdict.hasOtherOutlet || old.outlet.map(ByteKey.init) != article.outlet.map(ByteKey.init)
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
}
