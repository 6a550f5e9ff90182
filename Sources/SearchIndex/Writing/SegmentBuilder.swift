import Glass
public import Storage
import TextAnalysis

/// Builds one segment out of articles, in a folder of its own that nobody sees before it is published.
///
/// Belongs to one thread; several threads build several segments at once. The occurrences of words stay in memory until
/// ``finish()``, which writes all tables in one pass; the records go to the disk at once. A builder that is dropped
/// before leaves a folder that the next writer removes.
public final class SegmentBuilder {
  /// The UTF-8 bytes of text after which a segment should be finished.
  public static let comfortableTextBytes = 16 << 20
  /// The occurrences of terms after which it should be as well: with all that is made of them, some 150 MB of memory.
  private static let comfortableOccurrences = 6 << 20

  private let reservation: SegmentReservation
  private var database: SegmentDatabase
  private var documents: ArticleDocuments
  private var words = WordTableArticles()
  private var fingerprints = FingerprintTableBuilder()
  private var articles: [StoredArticle] = []
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
    database = try SegmentDatabase(reservation.folder, by: reservation.writer)
  }

  /// The number of articles added.
  public var articleCount: Int { articles.count }

  /// Whether the segment should be finished.
  ///
  /// - Parameter textBytes: The UTF-8 bytes of text that a segment should have.
  public func isFull(textBytes: Int = SegmentBuilder.comfortableTextBytes) -> Bool {
    // Xapian's documents take some four times the memory of what we keep of them.
    let parts = reservation.writer == .xapian ? 4 : 1
    return self.textBytes >= textBytes / parts
      || documents.occurrenceCount >= Self.comfortableOccurrences / parts
  }

  /// Adds an article with all its passages.
  ///
  /// After an error the builder must be dropped.
  public func add(_ article: IndexedArticle) throws(IndexError) {
    precondition(!article.passages.isEmpty, "an article has at least one passage")
    let first = UInt32(database.documentCount + 1)
    try documents.add(article, to: &database, words: &words)
    fingerprints.add(article, firstDocument: first)
    let run = DocumentRun(first: first, count: UInt32(article.passages.count))
    articles.append(
      StoredArticle(
        id: article.id, contentHash: article.contentHash, sequence: article.sequence, documents: run))
    passageCount += article.passages.count
    textBytes += article.text.text.utf8.count
  }

  /// Writes everything to the disk, for good, and ends the builder.
  ///
  /// - Returns: The segment, ready for ``IndexWriter/include(_:)``.
  public func finish() throws(IndexError) -> FinishedSegment {
    let folder = reservation.folder
    try SegmentTables(try documents.takeInverted(), words: words).write(to: &database, folder)
    try database.finish()
    try fingerprints.write(to: folder)
    let files = try BlockHashes.seal(folder)
    return FinishedSegment(
      reservation: reservation, articles: articles, files: files,
      passageCount: passageCount, textBytes: textBytes)
  }
}
