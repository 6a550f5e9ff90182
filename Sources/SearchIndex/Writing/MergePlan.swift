import Glass
public import Storage

/// A merge that a writer has planned: the work itself can be done on any thread, while the writer goes on.
public struct MergePlan: Sendable {
  /// The number of the shard that all sources are part of.
  let shard: Int
  let sources: [Source]
  let reservation: SegmentReservation
  /// The folder of the index, for messages.
  let index: String

  struct Source: Sendable {
    let segment: Manifest.Segment
    let folder: DurableFolder
    let deletions: DeletionSet
  }

  /// Writes the merged segment to the disk, for good; the index does not change before
  /// ``IndexWriter/apply(_:)``.
  ///
  /// After an error nothing is left of it: the disk may be full.
  public func run() throws(IndexError) -> MergedSegment {
    do throws(IndexError) {
      return MergedSegment(plan: self, files: try write(to: reservation.folder))
    } catch {
      // What cannot be removed now goes with what no manifest names, when the next writer opens the index.
      _ = try? IndexNames.removeSegment(reservation.folder)
      guard case .damaged(_, let detail) = error else { throw error }
      throw .damaged(path: index, detail: detail)
    }
  }

  /// What writes the merged database: Xapian where it wrote a source, whose tables are laid out in its own way.
  fileprivate var writer: TableWriter {
    sources.contains { $0.segment.writer == .xapian } ? .xapian : reservation.writer
  }

  /// Merges the databases; gives for each source the number of its documents that are not deleted.
  private func merged(_ articles: MergedArticles, to folder: DurableFolder) throws(IndexError) -> [Int] {
    let databases = zip(sources, articles.sources).map { source, merged in
      GlassMerge.Source(
        folder: source.folder, deletions: source.deletions,
        lastDocument: UInt32(merged.words.lengths.count - 1),
        blocks: { file throws(IndexError) in try CheckedFile(file, in: merged.folder) })
    }
    return try GlassMerge.run(databases, to: folder)
  }

  private func mergedByXapian(to folder: DurableFolder) throws(IndexError) -> [Int] {
    let database = try XapianDatabaseWriter(folder)
    let counts = try sources.map { source throws(IndexError) in
      try database.addSegment(source.folder, without: source.deletions)
    }
    try database.finish()
    return counts
  }

  private func write(to folder: DurableFolder) throws(IndexError) -> [FileStamp] {
    let articles = try MergedArticles(sources, index: index)
    let fingerprints = try FingerprintTableMerge(articles, index: index)
    let counts = try writer == .xapian ? mergedByXapian(to: folder) : merged(articles, to: folder)
    for (count, source) in zip(counts, articles.sources) where count != source.documentCount {
      throw .damaged(path: index, detail: "the tables of \(source.folder.path) differ in their passages")
    }
    var words = WordTableMerge(articles)
    try words.write(to: folder)
    try fingerprints.write(to: folder)
    return try BlockHashes.seal(folder)
  }
}

/// A merged segment on the disk that is not yet part of the index.
public struct MergedSegment: Sendable {
  let plan: MergePlan
  let files: [FileStamp]

  /// The entry of the manifest for the merged segment.
  var segment: Manifest.Segment {
    var merged = Manifest.Segment(
      name: plan.reservation.name, articles: 0, passages: 0, textBytes: 0, files: files,
      writer: plan.writer.inManifest)
    for source in plan.sources {
      let kept = source.segment.passages - source.deletions.passageCount
      merged.articles += source.segment.articles - source.deletions.articleCount
      merged.passages += kept
      // What of the text was deleted is not known: its share of the passages is taken.
      let (each, rest) = source.segment.textBytes.quotientAndRemainder(
        dividingBy: max(1, source.segment.passages))
      merged.textBytes += each * kept + rest * kept / max(1, source.segment.passages)
    }
    return merged
  }
}
