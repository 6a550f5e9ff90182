import Glibc
import TestSupport
import Testing

@testable import SearchIndex
@testable import Storage

/// Indexes that somebody made to do harm: what lies beside them stays as it is.
struct HostileIndexTests {
  let folder: TemporaryFolder
  let path: String
  let victim: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
    victim = folder.path(of: "victim")
    let writer = try IndexWriter(path: path)
    for id in ["a", "b"] { try writer.add(Sample.article(id, "The drone was seen over \(id).")) }
    try writer.commit()
    mkdir(victim, 0o777)
    WholeFiles.write(victim + "/thesis.txt", "four years")
  }

  private var segments: String { path + "/shards/00/segments" }

  private func expectUntouched(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(WholeFiles.names(victim) == ["thesis.txt"], sourceLocation: sourceLocation)
    #expect(
      WholeFiles.bytes(victim + "/thesis.txt") == Array("four years".utf8), sourceLocation: sourceLocation)
  }

  private func expectRefused(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(throws: IndexError.self, sourceLocation: sourceLocation) {
      let writer = try IndexWriter(path: path)
      try writer.add(Sample.article("c", "The drone was seen again."))
      try writer.commit()
    }
    expectUntouched(sourceLocation: sourceLocation)
  }

  @Test func `a lock that is a link, a pipe or holds a text is refused`() {
    unlink(path + "/lock")
    symlink("../victim/thesis.txt", path + "/lock")
    expectRefused()
    unlink(path + "/lock")
    link(victim + "/thesis.txt", path + "/lock")
    expectRefused()
    unlink(path + "/lock")
    mkfifo(path + "/lock", 0o666)
    expectRefused()
  }

  @Test(arguments: ["shards", "shards/00", "shards/00/segments", "shards/00/segments/00000001"])
  func `a folder of the index that is a link is not followed`(name: String) {
    WholeFiles.remove(path + "/" + name)
    symlink(victim, path + "/" + name)
    expectRefused()
  }

  @Test func `the draft of a manifest that is a link is replaced, and not what it leads to`() throws {
    symlink(victim + "/thesis.txt", path + "/manifest.json.new")
    let writer = try IndexWriter(path: path)
    _ = try writer.remove(id: "a")
    try writer.commit()
    expectUntouched()
  }

  @Test(arguments: ["../victim", "../../../victim", "victim", "..", "", "00000001/../../../../victim"])
  func `a manifest with a name that no index has is refused`(name: String) throws {
    let directory = IndexDirectory(path)
    var manifest = try directory.manifest()
    manifest.companions["sources.json"] = FileStamp(name: name)
    try directory.publish(manifest)
    expectRefused()
    manifest = Manifest()
    manifest.shards[0].name = name
    try directory.publish(manifest)
    expectRefused()
  }

  @Test(arguments: [-1, Int.max, Int.min, 1 << 62])
  func `a manifest with a number out of all bounds is refused`(number: Int) throws {
    let directory = IndexDirectory(path)
    let good = try directory.manifest()
    let changes: [(inout Manifest) -> Void] = [
      { $0.generation = number }, { $0.nextSegment = number },
      { $0.shards[0].segments[0].articles = number }, { $0.shards[0].segments[0].passages = number },
      { $0.shards[0].segments[0].textBytes = number }, { $0.shards[0].segments[0].files[0].size = number },
    ]
    for change in changes {
      var manifest = good
      change(&manifest)
      try directory.publish(manifest)
      #expect(throws: IndexError.self) { try IndexReader(path: path) }
    }
  }

  @Test func `an index without its manifest is left alone, and said to be damaged`() throws {
    unlink(path + "/manifest.json")
    let before = WholeFiles.names(segments)
    for _ in 0..<2 {
      guard case .damaged = #expect(throws: IndexError.self, performing: { try IndexWriter(path: path) })
      else {
        Issue.record("a new index was begun")
        return
      }
    }
    #expect(WholeFiles.names(segments) == before)
  }

  @Test func `a folder of somebody with names of an index is no index`() throws {
    let mine = folder.path(of: "mine")
    for name in ["", "/shards", "/shards/00", "/shards/00/segments", "/shards/00/segments/work"] {
      mkdir(mine + name, 0o777)
    }
    WholeFiles.write(mine + "/shards/00/segments/work/thesis.txt", "four years")
    #expect(throws: IndexError.notAnIndex(path: mine)) { try IndexWriter(path: mine) }
    #expect(WholeFiles.names(mine + "/shards/00/segments/work") == ["thesis.txt"])
  }

  @Test func `files of others in an index stay when it is swept`() throws {
    mkdir(segments + "/work", 0o777)
    mkdir(segments + "/00000077", 0o777)
    for name in ["/work/mine.txt", "/00000077/mine.txt", "/mine.txt"] {
      WholeFiles.write(segments + name, "mine")
    }
    _ = try IndexWriter(path: path)
    #expect(WholeFiles.names(segments + "/work") == ["mine.txt"])
    #expect(WholeFiles.names(segments + "/00000077") == ["mine.txt"])
    #expect(WholeFiles.names(segments).contains("mine.txt"))
  }

  @Test(arguments: ["iamglass", "docdata.glass", "postlist.glass", "termlist.glass", "position.glass"])
  func `nothing waits for a pipe in the place of a table when a segment is salvaged`(name: String) throws {
    let directory = IndexDirectory(path)
    let entry = try #require(directory.manifest().segments.first)
    unlink("\(segments)/\(entry.segment.name)/\(name)")
    mkfifo("\(segments)/\(entry.segment.name)/\(name)", 0o666)
    #expect(DamagedSegment(entry, in: directory).forEachArticle { _ in } == 0)
  }

  @Test func `a manifest of a terabyte of holes is refused by its size`() {
    truncate(path + "/manifest.json", 1 << 40)
    #expect(throws: IndexError.self) { try IndexReader(path: path) }
  }

  @Test func `what Xapian would open beside the files of a segment is refused`() {
    mkfifo(segments + "/00000001/spelling.glass", 0o666)
    #expect(throws: IndexError.self) { try IndexReader(path: path) }
  }
}

extension FileStamp {
  /// A stamp of a file that need not be there.
  fileprivate init(name: String) {
    self.init(name: name, size: 1, modified: 1, hash: String(repeating: "0", count: 16))
  }
}
