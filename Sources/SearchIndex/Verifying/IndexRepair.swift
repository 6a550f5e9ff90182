public import Storage

/// The writer of an index some of whose segments are damaged, and what can be read of those.
///
/// The index changes with ``finish(companions:)`` only: until then, and if the process is killed, it is as it was.
public final class IndexRepair {
  /// Writes to what is left of the index: what is salvaged is added here.
  public let writer: IndexWriter
  /// The damaged segments.
  public let damaged: [DamagedSegment]
  private let places: [(path: String, name: String, deletions: String?)]

  /// Opens an index for repair, and holds its lock until the value goes.
  ///
  /// - Parameter segments: The names of the segments to do without.
  public init(path: String, segments: Set<String>) throws(IndexError) {
    let directory = IndexDirectory(path)
    let entries = try directory.manifest().segments.filter { segments.contains($0.segment.name) }
    writer = try IndexWriter(path: path, leavingOut: segments)
    damaged = entries.map { DamagedSegment($0, in: directory) }
    places = entries.map { ($0.path, $0.segment.name, $0.segment.deletions?.file) }
  }

  /// Opens an index that has lost its manifest: all its segments count as damaged.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where no articles are there, and then nothing is changed.
  public init(lostManifestOf path: String) throws(IndexError) {
    let directory = IndexDirectory(path)
    let lost = try LostManifest(directory)
    writer = try IndexWriter(directory, beginningWith: lost.next)
    damaged = lost.segments.map { DamagedSegment($0, in: directory) }
    places = lost.segments.map { ($0.path, $0.segment.name, $0.segment.deletions?.file) }
  }

  /// Whether an index has segments, and no manifest that can be read.
  public static func isNeeded(forManifestOf path: String) -> Bool { IndexDirectory(path).hasLostManifest }

  /// A file of the caller that belongs to the last commit; nil where there is none, or where it is damaged.
  public func companion(_ name: String) -> [UInt8]? {
    (try? writer.directory.companion(name, of: writer.manifest)).flatMap { $0 }
  }

  /// Whether an article is there without the damaged segments, or was salvaged already.
  public func holds(articleWithID id: String) throws(IndexError) -> Bool {
    try writer.state(ofArticle: id, contentHash: []) != .new
  }

  /// Commits, and moves the damaged segments into the folder `damaged` of the index.
  public func finish(companions: [String: [UInt8]]) throws(IndexError) {
    try writer.commit(companions: companions)
    let folder = writer.directory.folder
    let aside = folder.subfolder(IndexDirectory.damagedName)
    try aside.create()
    for place in places {
      for name in [place.name, place.deletions].compactMap({ $0 }) {
        let holder = folder.subfolder(place.path)
        do throws(IndexError) {
          try holder.move(name, to: aside, as: "\(name)-\(writer.generation)")
        } catch .inputOutput { continue }
      }
    }
  }
}
