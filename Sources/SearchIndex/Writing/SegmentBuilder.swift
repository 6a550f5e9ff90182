internal import CXapianShim
import TextAnalysis

/// Builds one segment out of articles, in a folder of its own that nobody sees before it is published.
///
/// Belongs to one thread; several threads build several segments at once. About 4 MB of text
/// (``comfortableTextBytes``) make a good segment: larger ones are slower to build, smaller ones to merge.
/// A builder that is dropped before ``finish()`` leaves a folder that the next writer removes.
public final class SegmentBuilder {
  /// The UTF-8 bytes of text after which a segment should be finished.
  public static let comfortableTextBytes = 4 << 20
  /// The bytes of text after which Xapian's memory is written to the files.
  private static let flushTextBytes = 1 << 20
  /// The passages that one call hands over, so that a huge article does not need its own size in memory.
  private static let passagesAtOnce = 512

  private let reservation: SegmentReservation
  private let handle: OpaquePointer
  private var documents: ArticleDocuments
  private var fingerprints = FingerprintTableBuilder()
  private var articles: [StoredArticle] = []
  private var unflushedBytes = 0
  /// The number of passages added.
  public private(set) var passageCount = 0
  /// The UTF-8 bytes of the texts added.
  public private(set) var textBytes = 0

  /// Begins a segment in the place set aside for it by ``IndexWriter/reserveSegment()``.
  ///
  /// - Parameter generator: Makes the terms; one that is used for several segments of a thread remembers stems.
  public init(
    _ reservation: SegmentReservation, generator: TermGenerator = TermGenerator()
  ) throws(IndexError) {
    self.reservation = reservation
    documents = ArticleDocuments(generator)
    var made: OpaquePointer?
    try check(cxs_writer_create(reservation.path, &made), at: reservation.path)
    handle = handedOut(made)
  }

  deinit { cxs_writer_free(handle) }

  /// The number of articles added.
  public var articleCount: Int { articles.count }

  /// Adds an article with all its passages.
  ///
  /// After an error the builder must be dropped.
  public func add(_ article: IndexedArticle) throws(IndexError) {
    precondition(!article.passages.isEmpty, "an article has at least one passage")
    var first: UInt32 = 0
    for start in stride(from: 0, to: article.passages.count, by: Self.passagesAtOnce) {
      let end = min(start + Self.passagesAtOnce, article.passages.count)
      var docid: UInt32 = 0
      let error = documents.with(article, passages: start..<end) { cxs_writer_add(handle, &$0, &docid) }
      try check(error, at: reservation.path)
      if start == 0 { first = docid }
    }
    fingerprints.add(article, firstDocument: first)
    let run = DocumentRun(first: first, count: UInt32(article.passages.count))
    articles.append(
      StoredArticle(
        id: article.id, contentHash: article.contentHash, sequence: article.sequence, documents: run))
    passageCount += article.passages.count
    try account(article.text.text.utf8.count)
  }

  private func account(_ bytes: Int) throws(IndexError) {
    textBytes += bytes
    unflushedBytes += bytes
    guard unflushedBytes >= Self.flushTextBytes else { return }
    unflushedBytes = 0
    try check(cxs_writer_flush(handle), at: reservation.path)
  }

  /// Writes everything to the disk, for good, and ends the builder.
  ///
  /// - Returns: The segment, ready for ``IndexWriter/publish(_:removing:)``.
  public func finish() throws(IndexError) -> FinishedSegment {
    try check(cxs_writer_close(handle), at: reservation.path)
    let folder = DurableFolder(reservation.path)
    try WordTableBuilder.build(segment: reservation.path)
    try fingerprints.write(to: folder)
    let files = try BlockHashes.seal(folder)
    return FinishedSegment(
      reservation: reservation, articles: articles, files: files,
      passageCount: passageCount, textBytes: textBytes)
  }
}
