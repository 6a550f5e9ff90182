import Glass
import Storage

/// A name and a folder set aside for a segment that is about to be built.
public struct SegmentReservation: Sendable, Hashable {
  /// The name of the segment in the manifest.
  let name: String
  /// Its folder.
  let folder: DurableFolder
  /// What writes its database.
  let writer: TableWriter
}

/// A segment that is complete and on the disk, but not yet part of the index.
public struct FinishedSegment: Sendable {
  let reservation: SegmentReservation
  /// Its articles in order.
  let articles: [StoredArticle]
  let files: [FileStamp]
  /// The number of its passages.
  public let passageCount: Int
  /// The UTF-8 bytes of its texts.
  public let textBytes: Int

  /// The number of its articles.
  public var articleCount: Int { articles.count }
}

/// Where a segment keeps an article.
struct StoredArticle: Sendable {
  let id: String
  let contentHash: [UInt8]
  let sequence: UInt64
  let documents: DocumentRun
}
