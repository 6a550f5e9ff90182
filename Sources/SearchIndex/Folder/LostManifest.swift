import Glass
import Storage

/// What lies in the folder of an index whose manifest is missing, or cannot be read.
struct LostManifest {
  /// The segments, with the folder of each relative to the index; those that were begun last come first.
  ///
  /// Among them may be some that were never published, and some that a merge had replaced: their articles are the same, or
  /// older, than those of the segments before them.
  private(set) var segments: [(path: String, segment: Manifest.Segment)] = []
  /// A manifest without segments, whose numbers come after all that are in use.
  private(set) var next = Manifest()

  /// Looks through the folder of an index.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where nothing of an index is there.
  init(_ directory: IndexDirectory) throws(IndexError) {
    for name in try directory.folder.names() where CompanionName.isOne(name) { note(commitOf: name) }
    let shards = directory.folder.subfolder("shards")
    for shard in try shards.names() where IndexNames.isShard(shard) {
      let holder = directory.segments(shard: shard)
      let names = try holder.names()
      for name in names where IndexNames.isDeletions(name) { note(commitOf: name) }
      for name in names where IndexNames.isSegment(name) {
        next.nextSegment = max(next.nextSegment, (Int(name) ?? 0) + 1)
        guard let segment = Self.segment(name, names, in: holder, index: directory.path) else { continue }
        segments.append((path: "shards/\(shard)/segments", segment: segment))
      }
    }
    // A folder of somebody's may have such names, and no tables of ours.
    guard segments.contains(where: { $0.segment.articles > 0 }) else {
      throw .damaged(
        path: directory.path,
        detail: "\(IndexDirectory.manifestName) is lost, and nothing in its segments can be read")
    }
    segments.sort { (Int($0.segment.name) ?? 0, $0.path) > (Int($1.segment.name) ?? 0, $1.path) }
  }

  /// Has the next commit come after the one that a file was written for.
  private mutating func note(commitOf name: String) {
    next.generation = max(next.generation, Self.commit(of: name))
  }

  private static func commit(of name: String) -> Int {
    name.lastIndex(of: "-").flatMap { Int(name[name.index(after: $0)...]) } ?? 0
  }

  /// A segment as a manifest would name it; nil where its files cannot be read.
  private static func segment(
    _ name: String, _ names: [String], in holder: DurableFolder, index: String
  ) -> Manifest.Segment? {
    let folder = holder.subfolder(name)
    let own = (try? folder.names())?.filter { IndexNames.isSegmentFile($0) && $0 != "flintlock" } ?? []
    let files = own.filter { FileStamp.mayHash($0, in: folder) }.compactMap { try? FileStamp($0, in: folder) }
    guard !files.isEmpty else { return nil }
    let table = try? WordTable(segment: folder, index: index)
    var segment = Manifest.Segment(
      name: name, articles: table?.articles.count ?? 0, passages: 0, textBytes: 0, files: files)
    let lists = names.filter { $0.utf8.starts(with: (name + ".").utf8) && IndexNames.isDeletions($0) }
    guard let last = lists.max(by: { commit(of: $0) < commit(of: $1) }),
      let bytes = try? holder.read(last, most: 64 + 8 * segment.articles), let set = DeletionSet(bytes)
    else { return segment }
    let deleted = table?.articles.count { set.contains($0.first) } ?? 0
    segment.deletions = Manifest.Deletions(file: last, articles: deleted, passages: 0)
    return segment
  }
}

extension IndexDirectory {
  /// Whether there are segments, and no manifest that can be read.
  var hasLostManifest: Bool {
    do throws(IndexError) {
      _ = try manifest()
      return false
    } catch {
      guard case .damaged = error else { return false }
      return true
    }
  }
}
