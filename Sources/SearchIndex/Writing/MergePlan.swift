/// A merge that a writer has planned: the work itself can be done on any thread, while the writer goes on.
public struct MergePlan: Sendable {
  /// The number of the shard that all sources are part of.
  let shard: Int
  let sources: [Source]
  let reservation: SegmentReservation

  struct Source: Sendable {
    let segment: Manifest.Segment
    let path: String
    let deletions: DeletionSet
  }

  /// Writes the merged segment to the disk, for good; the index does not change before
  /// ``IndexWriter/apply(_:)``.
  public func run() throws(IndexError) -> MergedSegment {
    let segments = sources.map { (path: $0.path, deletions: $0.deletions) }
    let articles = try MergedArticles(segments)
    let folder = DurableFolder(reservation.path)
    guard try GlassMerge.run(segments, to: folder.path) == articles.table.documentCount else {
      throw .damaged(path: folder.path, detail: "the tables of a segment differ in the number of passages")
    }
    var words = WordTableMerge(articles)
    try words.write(to: folder)
    try FingerprintTableMerge(articles).write(to: folder)
    return MergedSegment(plan: self, files: try BlockHashes.seal(folder))
  }
}

/// A merged segment on the disk that is not yet part of the index.
public struct MergedSegment: Sendable {
  let plan: MergePlan
  let files: [FileStamp]

  /// The entry of the manifest for the merged segment.
  var segment: Manifest.Segment {
    var merged = Manifest.Segment(
      name: plan.reservation.name, articles: 0, passages: 0, textBytes: 0, files: files)
    for source in plan.sources {
      let kept = source.segment.passages - source.deletions.passageCount
      merged.articles += source.segment.articles - source.deletions.articleCount
      merged.passages += kept
      // What of the text was deleted is not known: its share of the passages is taken.
      merged.textBytes += source.segment.textBytes * kept / max(1, source.segment.passages)
    }
    return merged
  }
}
