import Glass
public import Storage

/// What adding an article would do.
public enum ArticleState: Sendable, Equatable {
  /// No article has that id.
  case new
  /// The article is there with the same content: adding it changes nothing.
  case unchanged
  /// There is an article of that id with other content, which would be replaced.
  case changed
}

/// The one writer of an index; it holds the index's lock until it goes.
///
/// What is added, removed and included becomes visible, and safe from any crash, with the next
/// ``commit(companions:)``: all of it or nothing. A process that is killed leaves the last commit, and the
/// next writer removes what was left lying about.
///
/// ```swift
/// let writer = try IndexWriter(path: "articles.reprise")
/// if try writer.state(ofArticle: article.id, contentHash: article.contentHash) != .unchanged {
///   try writer.add(article)
/// }
/// try writer.commit()
/// try writer.merge(.small)
/// ```
///
/// Belongs to one thread. To use several, let each build segments of its own, and give them to the writer:
///
/// ```swift
/// let builder = try SegmentBuilder(reservation)    // on a worker; from writer.reserveSegment()
/// try builder.add(article)                         // some 16 MB of them
/// let segment = try builder.finish()               // Sendable
/// try writer.publish([segment])                    // on the writer's thread
/// ```
///
/// Merging can be done beside it too: ``planMerge(_:)``, ``MergePlan/run()`` on another thread, and
/// ``apply(_:)``; articles may be replaced and removed meanwhile.
public final class IndexWriter {
  let directory: IndexDirectory
  private let lock: IndexLock
  var set: SegmentSet
  /// The manifest of the last commit, with what was reserved since.
  var manifest: Manifest
  private var builder: SegmentBuilder?
  private var pending: [FinishedSegment] = []
  /// What is to change, by the terms of the articles' ids.
  private var changes: [IndexTerm: Change] = [:]
  /// Why a commit, or the building of what it was to publish, failed: there can be no other commit then.
  private var failure: IndexError?
  private let tableWriter: TableWriter
  /// The segments that a merge under way will replace.
  var merging: Set<String> = []

  /// What was last done to an id since the last commit.
  private enum Change {
    case added(contentHash: [UInt8])
    case removed
  }

  /// Opens an index for writing, and makes an empty one where there is none.
  ///
  /// - Parameters:
  ///   - path: The folder of the index. A folder with other files is refused.
  ///   - tableWriter: What writes the databases of new and merged segments.
  public convenience init(path: String, tableWriter: TableWriter = .glass) throws(IndexError) {
    try self.init(path: path, leavingOut: [], tableWriter: tableWriter)
  }

  /// Opens an index for writing without some of its segments, which the next commit drops.
  init(
    path: String, leavingOut damaged: Set<String>, tableWriter: TableWriter = .glass
  ) throws(IndexError) {
    self.tableWriter = tableWriter
    directory = IndexDirectory(path)
    try directory.createIfMissing()
    lock = try IndexLock(directory.folder)
    do {
      manifest = try directory.manifest()
    } catch .notFound {
      manifest = Manifest()
      for shard in manifest.shards { try directory.segments(shard: shard.name).create() }
      try directory.publish(manifest)
    }
    try directory.sweep(manifest)
    manifest = manifest.keeping { !damaged.contains($0.name) }
    set = try SegmentSet(directory, manifest)
  }

  /// Opens an index whose manifest is lost, for what is salvaged from its segments: nothing is removed, and the first commit
  /// has a manifest again.
  ///
  /// - Parameter manifest: One that names no segments, with numbers that nothing in the folder has.
  init(_ directory: IndexDirectory, beginningWith manifest: Manifest) throws(IndexError) {
    tableWriter = .glass
    self.directory = directory
    lock = try IndexLock(directory.folder)
    guard directory.hasLostManifest else {
      throw .unexpected(detail: "the index at \(directory.path) has its manifest again")
    }
    self.manifest = manifest
    for shard in manifest.shards { try directory.segments(shard: shard.name).create() }
    set = try SegmentSet(directory, manifest)
  }

  /// The number of the last commit.
  public var generation: Int { manifest.generation }

  /// The folder of the index.
  public var path: String { directory.path }

  // MARK: Changes

  /// What adding an article would do, with all that was added, removed and included so far.
  public func state(ofArticle id: String, contentHash: [UInt8]) throws(IndexError) -> ArticleState {
    switch changes[.article(id: id)] {
    case .added(let known): return known == contentHash ? .unchanged : .changed
    case .removed: return .new
    case nil: break
    }
    guard let found = try set.postings([IndexTerm.article(id: id).bytes])[0].first else { return .new }
    let article = ArticleHandle(segment: found.segment, head: found.docid)
    let known = try set.values(.contentHash, of: [PassageHandle(article: article, ordinal: 0)])[0]
    return known == contentHash ? .unchanged : .changed
  }

  /// Adds an article, or replaces the one of its id; does not look whether anything changed.
  public func add(_ article: IndexedArticle) throws(IndexError) {
    let open: SegmentBuilder
    if let builder { open = builder } else { open = try SegmentBuilder(reserveSegment()) }
    builder = open
    try lasting { () throws(IndexError) in try open.add(article) }
    changes[.article(id: article.id)] = .added(contentHash: article.contentHash)
    if open.isFull() { try finishBuilder() }
  }

  /// Does something after whose failure there can be no commit: changes would be noted without what they bring.
  private func lasting<Result>(_ body: () throws(IndexError) -> Result) throws(IndexError) -> Result {
    if let failure { throw failure }
    do throws(IndexError) {
      return try body()
    } catch {
      failure = error
      throw error
    }
  }

  /// Removes an article.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func remove(id: String) throws(IndexError) -> Bool {
    switch changes[.article(id: id)] {
    case .removed: return false
    case .added: break
    case nil: if try set.postings([IndexTerm.article(id: id).bytes])[0].isEmpty { return false }
    }
    // What was added before must be in an earlier segment than what is added later.
    try finishBuilder()
    changes[.article(id: id)] = .removed
    removedBefore[.article(id: id)] = pending.count
    return true
  }

  /// For an id that was removed, the number of pending segments that the removal applies to.
  private var removedBefore: [IndexTerm: Int] = [:]

  /// Sets a place aside for a segment, to be built on any thread.
  public func reserveSegment() -> SegmentReservation {
    let digits = String(manifest.nextSegment)
    manifest.nextSegment += 1
    let name = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    let shard = manifest.shards[0].name
    return SegmentReservation(
      name: name, folder: directory.segments(shard: shard).subfolder(name), writer: tableWriter)
  }

  /// Takes a finished segment in, to be published by the next commit.
  ///
  /// Its articles replace those of their ids that were there before; of two with one id in the same commit,
  /// the one of the higher sequence stays.
  public func include(_ segment: FinishedSegment) throws(IndexError) {
    try finishBuilder()
    take(segment)
  }

  private func take(_ segment: FinishedSegment) {
    pending.append(segment)
    for article in segment.articles {
      changes[.article(id: article.id)] = .added(contentHash: article.contentHash)
    }
  }

  private func finishBuilder() throws(IndexError) {
    guard let open = builder else { return }
    builder = nil
    if open.articleCount > 0 {
      pending.append(try lasting { () throws(IndexError) in try open.finish() })
    }
  }

  // MARK: Publishing

  /// Publishes finished segments together with all other changes.
  ///
  /// - Returns: The number of the commit.
  @discardableResult
  public func publish(
    _ segments: [FinishedSegment], companions: [String: [UInt8]] = [:]
  ) throws(IndexError) -> Int {
    for segment in segments { try include(segment) }
    return try commit(companions: companions)
  }

  /// Makes all changes visible, and safe, in one step; without changes it does nothing.
  ///
  /// - Parameter companions: Files of the caller that belong to this state of the index, by name, to be read
  ///   with ``IndexReader/companion(_:)``; those not named stay as they are.
  /// - Returns: The number of the commit.
  @discardableResult
  public func commit(companions: [String: [UInt8]] = [:]) throws(IndexError) -> Int {
    if let failure { throw failure }
    try finishBuilder()
    guard !changes.isEmpty || !companions.isEmpty else { return generation }
    var next = manifest
    next.generation += 1
    let deleted = try deletionsOfPublished()
    var publisher = SegmentPublisher(directory: directory, manifest: next)
    try publisher.delete(deleted, from: set, merging: merging)
    try publisher.add(pending, deletions: deletionsOfPending())
    try publisher.write(companions)
    try install(publisher.manifest)
    let published = Set(manifest.segments.map(\.segment.name))
    for segment in pending where !published.contains(segment.reservation.name) {
      // The commit is done: what cannot be removed now, the next writer removes.
      _ = try? IndexNames.removeSegment(segment.reservation.folder)
    }
    pending = []
    changes = [:]
    removedBefore = [:]
    return generation
  }

  /// Publishes a manifest, and removes what only the one before had named.
  ///
  /// Where that fails it is not known which of the two is on the disk; the writer then refuses all further commits.
  func install(_ next: Manifest) throws(IndexError) {
    if let failure { throw failure }
    let before = manifest
    do throws(IndexError) {
      for shard in next.shards { try directory.segments(shard: shard.name).sync() }
      try directory.publish(next)
      set = try SegmentSet(directory, next)
      manifest = next
    } catch {
      failure = error
      throw error
    }
    // The commit is done: what cannot be removed now, the next writer removes.
    try? directory.removeObsolete(of: before, after: next)
  }

  /// For each published segment, the articles that the changes replace or remove.
  private func deletionsOfPublished() throws(IndexError) -> [[DocumentRun]] {
    var runs = [[DocumentRun]](repeating: [], count: set.deletions.count)
    let terms = changes.keys.map(\.bytes).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    for documents in try set.postings(terms) {
      for (segment, documents) in Dictionary(grouping: documents, by: \.segment) {
        guard let first = documents.first else { continue }
        runs[Int(segment)].append(DocumentRun(first: first.docid, count: UInt32(documents.count)))
      }
    }
    return runs
  }

  /// For each pending segment, the articles that a later change replaces or removes.
  private func deletionsOfPending() -> [DeletionSet] {
    var runs = [[DocumentRun]](repeating: [], count: pending.count)
    var newest: [IndexTerm: (segment: Int, article: StoredArticle)] = [:]
    for (number, segment) in pending.enumerated() {
      for article in segment.articles {
        let term = IndexTerm.article(id: article.id)
        if let removed = removedBefore[term], number < removed {
          runs[number].append(article.documents)
        } else if let known = newest[term], known.article.sequence > article.sequence {
          runs[number].append(article.documents)
        } else {
          if let known = newest[term] { runs[known.segment].append(known.article.documents) }
          newest[term] = (number, article)
        }
      }
    }
    return runs.map { runs in
      var set = DeletionSet()
      set.insert(runs)
      return set
    }
  }
}
