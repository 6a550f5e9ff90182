import Glass
import Glibc
import Storage

/// The folder of an index: what may be in it, and reading and replacing its manifest.
struct IndexDirectory: Sendable {
  static let manifestName = "manifest.json"
  /// The folder to which damaged segments are moved when the index has done without them.
  static let damagedName = "damaged"

  let folder: DurableFolder

  init(_ path: String) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    folder = DurableFolder(path)
  }

  var path: String { folder.path }

  /// The manifest as it is now.
  func manifest() throws(IndexError) -> Manifest {
    guard let json = try folder.read(Self.manifestName) else {
      if try holdsForeignFiles() { throw .notAnIndex(path: path) }
      throw .notFound(path: path)
    }
    return try Manifest(json: json, path: path)
  }

  /// Makes an empty index unless there is one.
  ///
  /// A folder that holds something else is left alone.
  func createIfMissing() throws(IndexError) {
    do {
      _ = try manifest()
    } catch .notFound {
      try folder.create()
    }
  }

  /// Puts a manifest in the place of the one before.
  ///
  /// Everything that it names must be on the disk.
  func publish(_ manifest: Manifest) throws(IndexError) {
    try folder.replace(Self.manifestName, try manifest.json())
  }

  func segments(shard: String) -> DurableFolder {
    folder.subfolder("shards").subfolder(shard).subfolder("segments")
  }

  /// The deletion set of a segment of the manifest.
  func deletions(of segment: Manifest.Segment, in segmentFolder: String) throws(IndexError) -> DeletionSet {
    guard let deletions = segment.deletions else { return DeletionSet() }
    let holder = folder.subfolder(segmentFolder)
    guard let bytes = try holder.read(deletions.file), let set = DeletionSet(bytes) else {
      throw .damaged(path: path, detail: "\(segmentFolder)/\(deletions.file) is missing or damaged")
    }
    return set
  }

  /// A file of the caller that belongs to a manifest; nil where there is none.
  func companion(_ name: String, of manifest: Manifest) throws(IndexError) -> [UInt8]? {
    guard let file = manifest.companions[name] else { return nil }
    guard let bytes = try folder.read(file.name), FileDigest.digits(FileDigest.hash(bytes)) == file.hash
    else {
      throw .damaged(path: path, detail: "\(file.name) is missing or not as it was written")
    }
    return bytes
  }

  /// The entry of a segment with a deletion set, which is written to the disk.
  func marked(
    _ segment: Manifest.Segment, _ deletions: DeletionSet, shard: String, generation: Int
  ) throws(IndexError) -> Manifest.Segment {
    guard !deletions.isEmpty else { return segment }
    let file = "\(segment.name).deleted-\(generation)"
    try segments(shard: shard).write(file, deletions.encoded())
    var marked = segment
    marked.deletions = Manifest.Deletions(
      file: file, articles: deletions.articleCount, passages: deletions.passageCount)
    return marked
  }

  /// Removes what no manifest names: segments that were never published or have been merged, and old deletion
  /// sets.
  ///
  /// Only the holder of the lock may do this.
  func sweep(_ manifest: Manifest) throws(IndexError) {
    try folder.remove(Self.manifestName + ".new")
    for shard in manifest.shards {
      let kept = Set(shard.segments.flatMap { [$0.name, $0.deletions?.file ?? $0.name] })
      let holder = segments(shard: shard.name)
      for name in try holder.names() where !kept.contains(name) { try holder.remove(name) }
    }
    let companions = Set(manifest.companions.values.map(\.name))
    for name in try folder.names() where CompanionName.isOne(name) && !companions.contains(name) {
      try folder.remove(name)
    }
  }

  /// Removes what one manifest named and the next does not.
  func removeObsolete(of before: Manifest, after next: Manifest) throws(IndexError) {
    let kept = Set(next.files)
    for file in before.files where !kept.contains(file) { try folder.remove(file) }
  }

  private func holdsForeignFiles() throws(IndexError) -> Bool {
    let own: Set = [
      "lock", "shards", "refusals.jsonl", "sources.json", Self.damagedName, Self.manifestName + ".new",
    ]
    return try folder.names().contains { !own.contains($0) && !CompanionName.isOne($0) }
  }
}

/// The names of files that belong to one commit: `sources.json.commit-12` is `sources.json` as of commit 12.
enum CompanionName {
  private static let mark = ".commit-"

  static func name(_ companion: String, generation: Int) -> String { companion + mark + String(generation) }

  static func isOne(_ name: String) -> Bool {
    guard let found = name.firstRange(of: mark) else { return false }
    let generation = name[found.upperBound...]
    return !generation.isEmpty && generation.allSatisfy(\.isNumber)
  }
}
