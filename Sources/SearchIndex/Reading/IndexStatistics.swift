public import Articles
internal import CXapianShim
public import Storage

/// What an index holds, for a status page.
public struct IndexStatistics: Sendable, Equatable {
  /// The number of the commit.
  public let generation: Int
  /// Articles that can be found.
  public let articles: Int
  /// Their passages.
  public let passages: Int
  /// Articles that were replaced or removed and wait for a merge.
  public let deletedArticles: Int
  /// The number of segments.
  public let segments: Int
  /// UTF-8 bytes of all texts, the deleted included.
  public let textBytes: Int
  /// The mean length of a passage in terms, those of the title included.
  public let meanPassageLength: Double
  /// The bytes of all files of the index.
  public let diskBytes: Int
  /// The earliest date of publication; nil where no article has one.
  public let earliest: ArticleDate?
  /// The latest date of publication; nil where no article has one.
  public let latest: ArticleDate?
}

extension IndexReader {
  /// Counts what the index holds.
  public func statistics() throws(IndexError) -> IndexStatistics {
    try withSet { set throws(IndexError) in try set.statistics() }
  }
}

extension SegmentSet {
  func statistics() throws(IndexError) -> IndexStatistics {
    let segments = manifest.segments.map(\.segment)
    let deletedArticles = segments.reduce(0) { $0 + ($1.deletions?.articles ?? 0) }
    var passages = 0
    var totalLength = 0.0
    var allPassages = 0
    for index in segments.indices {
      var size = cxs_segment_size()
      try checked(cxs_reader_size(handle, UInt32(index), &size))
      passages += Int(size.documents)
      allPassages += Int(size.documents) + Int(size.deleted)
      totalLength += Double(size.total_length)
    }
    let dates = try dateBounds()
    return IndexStatistics(
      generation: manifest.generation, articles: segments.reduce(0) { $0 + $1.articles } - deletedArticles,
      passages: passages, deletedArticles: deletedArticles, segments: segments.count,
      textBytes: segments.reduce(0) { $0 + $1.textBytes },
      meanPassageLength: allPassages == 0 ? 0 : totalLength / Double(allPassages),
      diskBytes: try IndexDirectory(path).folder.size(of: IndexNames.isOwn), earliest: dates.earliest,
      latest: dates.latest)
  }

  private func dateBounds() throws(IndexError) -> (earliest: ArticleDate?, latest: ArticleDate?) {
    var out: UnsafeMutablePointer<cxs_strings>?
    try checked(cxs_reader_value_bounds(handle, Slot.published.rawValue, &out))
    let bounds = handedOut(out)
    defer { cxs_strings_free(bounds) }
    let values = strings(bounds.pointee)
    return (DateKey.date(values[0]), DateKey.date(values[1]))
  }
}
