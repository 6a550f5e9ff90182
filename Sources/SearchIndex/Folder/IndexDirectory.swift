import Glass
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
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where it is missing and segments are there, and
  ///   ``IndexError/notAnIndex(path:)`` where the folder holds anything else.
  func manifest() throws(IndexError) -> Manifest {
    guard let json = try folder.read(Self.manifestName, most: Self.mostManifestBytes) else {
      if try holdsSegments() { throw .damaged(path: path, detail: Self.lostManifest) }
      if try holdsForeignFiles() { throw .notAnIndex(path: path) }
      throw .notFound(path: path)
    }
    return try Manifest(json: json, path: path)
  }

  private static let mostManifestBytes = 256 << 20
  private static let lostManifest =
    "manifest.json is missing, and segments with articles are there, which were left alone; "
    + "'reprise verify --repair' takes their articles over"

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
    guard let bytes = try holder.read(deletions.file, most: 64 + 8 * max(0, deletions.articles)),
      let set = DeletionSet(bytes)
    else {
      throw .damaged(path: path, detail: "\(segmentFolder)/\(deletions.file) is missing or damaged")
    }
    return set
  }

  /// A file of the caller that belongs to a manifest; nil where there is none.
  func companion(_ name: String, of manifest: Manifest) throws(IndexError) -> [UInt8]? {
    guard let file = manifest.companions[name] else { return nil }
    guard let bytes = try folder.read(file.name, most: max(0, file.size)),
      FileDigest.digits(FileDigest.hash(bytes)) == file.hash
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
  /// Only names that an index has, and in the folder of a segment only the files that segments have. Only the holder of the
  /// lock may do this.
  func sweep(_ manifest: Manifest) throws(IndexError) {
    try folder.removeFile(Self.manifestName + ".new")
    for shard in manifest.shards {
      let kept = Set(shard.segments.flatMap { [$0.name, $0.deletions?.file ?? $0.name] })
      let holder = segments(shard: shard.name)
      for name in try holder.names() where !kept.contains(name) { try remove(name, in: holder) }
    }
    let companions = Set(manifest.companions.values.map(\.name))
    for name in try folder.names() where CompanionName.isOne(name) && !companions.contains(name) {
      try remove(name, in: folder)
    }
  }

  /// Removes what one manifest named and the next does not.
  func removeObsolete(of before: Manifest, after next: Manifest) throws(IndexError) {
    let kept = Set(next.files)
    for file in before.files where !kept.contains(file) {
      let slash = file.lastIndex(of: "/")
      let holder = slash.map { folder.subfolder(String(file[..<$0])) } ?? folder
      try remove(slash.map { String(file[file.index(after: $0)...]) } ?? file, in: holder)
    }
  }

  /// Removes a segment, a list of deletions or a companion; anything else stays.
  private func remove(_ name: String, in holder: DurableFolder) throws(IndexError) {
    if IndexNames.isSegment(name) { return _ = try IndexNames.removeSegment(holder.subfolder(name)) }
    guard IndexNames.isDeletions(name) || CompanionName.isOne(name) else { return }
    if try holder.status(of: name)?.kind == .file { try holder.removeFile(name) }
  }

  /// Whether there are segments, as there are in an index that has lost its manifest.
  private func holdsSegments() throws(IndexError) -> Bool {
    let shards = folder.subfolder("shards")
    guard try folder.status(of: "shards")?.kind == .folder else { return false }
    for shard in try shards.names() where IndexNames.isShard(shard) {
      guard try shards.subfolder(shard).status(of: "segments")?.kind == .folder else { continue }
      let holder = segments(shard: shard)
      for name in try holder.names() where IndexNames.isSegment(name) {
        if try holder.subfolder(name).status(of: "iamglass")?.kind == .file { return true }
      }
    }
    return false
  }

  /// Whether the folder holds anything but what a writer leaves that was killed before its first commit.
  private func holdsForeignFiles() throws(IndexError) -> Bool {
    for name in try folder.names() {
      switch name {
      case IndexLock.name, Self.manifestName + ".new": continue
      case "shards":
        let shards = folder.subfolder(name)
        for shard in try shards.names() {
          guard IndexNames.isShard(shard),
            try shards.subfolder(shard).names().allSatisfy({ $0 == "segments" }),
            try segments(shard: shard).names().isEmpty
          else { return true }
        }
      default: return true
      }
    }
    return false
  }
}

/// The names of files that belong to one commit: `sources.json.commit-12` is `sources.json` as of commit 12.
enum CompanionName {
  private static let mark = ".commit-"

  static func name(_ companion: String, generation: Int) -> String { companion + mark + String(generation) }

  static func isOne(_ name: String) -> Bool {
    guard let found = name.firstRange(of: mark), !name.utf8.contains(UInt8(ascii: "/")) else { return false }
    return found.lowerBound > name.startIndex && IndexNames.isNumber(String(name[found.upperBound...]))
  }
}
