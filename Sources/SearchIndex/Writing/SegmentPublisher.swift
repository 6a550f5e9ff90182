import Glass
import Storage

/// Puts the files of a commit on the disk and composes the manifest that names them.
struct SegmentPublisher {
  let directory: IndexDirectory
  /// The manifest so far; its generation is that of the commit.
  private(set) var manifest: Manifest

  init(directory: IndexDirectory, manifest: Manifest) {
    self.directory = directory
    self.manifest = manifest
  }

  /// Deletes articles from published segments; a segment with nothing left goes, unless a merge reads it.
  ///
  /// - Parameters:
  ///   - deleted: The articles to delete, for each segment of `set`.
  ///   - set: The segments of the manifest, in its order.
  ///   - merging: The names of segments that a merge reads.
  mutating func delete(
    _ deleted: [[DocumentRun]], from set: SegmentSet, merging: Set<String>
  ) throws(IndexError) {
    var number = 0
    for shard in manifest.shards.indices {
      var kept: [Manifest.Segment] = []
      for segment in manifest.shards[shard].segments {
        var deletions = set.deletions[number]
        deletions.insert(deleted[number])
        if deletions.articleCount < segment.articles || merging.contains(segment.name) {
          kept.append(try deleted[number].isEmpty ? segment : marked(segment, deletions, shard: shard))
        }
        number += 1
      }
      manifest.shards[shard].segments = kept
    }
  }

  /// Adds finished segments to the first shard; one of which nothing is left does not come in.
  mutating func add(_ segments: [FinishedSegment], deletions: [DeletionSet]) throws(IndexError) {
    for (finished, deletions) in zip(segments, deletions)
    where deletions.articleCount < finished.articleCount {
      let segment = Manifest.Segment(
        name: finished.reservation.name, articles: finished.articleCount, passages: finished.passageCount,
        textBytes: finished.textBytes, files: finished.files, writer: finished.reservation.writer.inManifest)
      manifest.shards[0].segments.append(try marked(segment, deletions, shard: 0))
    }
  }

  /// Writes files of the caller beside the manifest.
  mutating func write(_ companions: [String: [UInt8]]) throws(IndexError) {
    for (name, bytes) in companions {
      let file = CompanionName.name(name, generation: manifest.generation)
      try directory.folder.write(file, bytes)
      manifest.companions[name] = try FileStamp(file, in: directory.folder)
    }
  }

  private func marked(
    _ segment: Manifest.Segment, _ deletions: DeletionSet, shard: Int
  ) throws(IndexError) -> Manifest.Segment {
    let shard = manifest.shards[shard].name
    return try directory.marked(segment, deletions, shard: shard, generation: manifest.generation)
  }
}
