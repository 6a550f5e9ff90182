import CXapianShim
import Glibc
import SearchIndex
import Storage
import TestSupport
import Testing

/// What happens to an index whose own files, other than the segments, are damaged.
struct DamagedIndexTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
    let writer = try IndexWriter(path: path)
    for id in ["a", "b", "c"] { try writer.add(Sample.article(id, "Article \(id) speaks of drones.")) }
    try writer.commit(companions: ["sources": Array("what was read".utf8)])
    try writer.remove(id: "b")
    try writer.commit()
  }

  private func isDamaged(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch IndexError.damaged {
      return true
    } catch {
      return false
    }
  }

  @Test func `any changed byte of the manifest is noticed`() throws {
    let file = path + "/manifest.json"
    let good = try #require(WholeFiles.bytes(file))
    var missed: [Int] = []
    for offset in stride(from: 0, to: good.count, by: 3) {
      var bad = good
      bad[offset] ^= 1
      WholeFiles.write(file, bad)
      if (try? IndexReader(path: path)) != nil { missed.append(offset) }
    }
    #expect(missed.isEmpty)
    WholeFiles.write(file, Array(good.dropLast(10)))
    #expect(isDamaged { _ = try IndexReader(path: path) })
    WholeFiles.write(file, good)
    #expect(try IndexReader(path: path).articles().count == 2)
  }

  @Test func `a damaged or missing list of what is deleted is noticed`() throws {
    let file = path + "/shards/00/segments/00000001.deleted-2"
    let good = try #require(WholeFiles.bytes(file))
    for offset in good.indices {
      var bad = good
      bad[offset] ^= 4
      WholeFiles.write(file, bad)
      #expect(isDamaged { _ = try IndexReader(path: path) })
    }
    WholeFiles.remove(file)
    #expect(isDamaged { _ = try IndexReader(path: path) })
  }

  @Test func `a changed companion is noticed`() throws {
    WholeFiles.write(path + "/sources.commit-1", Array("what was lied".utf8))
    let reader = try IndexReader(path: path)
    #expect(isDamaged { _ = try reader.companion("sources") })
  }

  /// A failing disk leaves a file's size and time as they were.
  @Test func `a damaged block makes an error or no difference, whatever the time of its file`() throws {
    let right = try answers()
    let segment = path + "/shards/00/segments/00000001"
    var errors = 0
    for name in WholeFiles.names(segment) where name != "flintlock" {
      let file = segment + "/" + name
      let good = try #require(WholeFiles.bytes(file))
      for place in stride(from: 7, to: good.count, by: max(1, good.count / 12)) {
        var bad = good
        bad[place] ^= 0x10
        WholeFiles.writeKeepingTime(file, bad)
        do { #expect(try answers() == right, "\(name) at \(place)") } catch is IndexError { errors += 1 }
      }
      WholeFiles.writeKeepingTime(file, good)
    }
    #expect(errors > 10)
    #expect(try answers() == right)
  }

  @Test func `where reads are not checked, a segment is looked at as a whole when it is opened`() throws {
    cxs_reads_set_effect(false)
    defer { cxs_reads_set_effect(true) }
    #expect(try IndexReader(path: path).articles().count == 2)
    let file = path + "/shards/00/segments/00000001/position.glass"
    var bytes = try #require(WholeFiles.bytes(file))
    bytes[bytes.count - 50] ^= 1
    WholeFiles.writeKeepingTime(file, bytes)
    #expect(isDamaged { _ = try IndexReader(path: path) })
  }

  @Test func `a damaged block is not merged into a sound segment`() throws {
    let file = path + "/shards/00/segments/00000001/position.glass"
    var bytes = try #require(WholeFiles.bytes(file))
    for place in bytes.indices where place % 100 == 50 { bytes[place] ^= 1 }
    WholeFiles.writeKeepingTime(file, bytes)
    #expect(isDamaged { try IndexWriter(path: path).merge(.all) })
  }

  private func answers() throws -> [[String]] {
    let reader = try IndexReader(path: path)
    let articles = try reader.articles()
    return [
      try Sample.found(reader, Sample.word("drones")), try Sample.ids(reader, articles),
      try reader.positions(
        of: [.word("drone".utf8)],
        at: articles.map { (passage: PassageHandle(article: $0, ordinal: 0), term: 0) }
      ).map { "\($0)" },
      try reader.outlets().map(\.name),
    ]
  }

  @Test func `a copy of an index is read like the original`() throws {
    let copy = folder.path(of: "copy")
    copyFolder(path, to: copy)
    #expect(try Sample.found(IndexReader(path: copy), Sample.word("drones")) == ["a", "c"])
    let writer = try IndexWriter(path: copy)
    try writer.merge(.all)
    #expect(try Sample.found(IndexReader(path: copy), Sample.word("drones")) == ["a", "c"])
  }

  private func copyFolder(_ source: String, to target: String) {
    mkdir(target, 0o777)
    for name in WholeFiles.names(source) {
      if let bytes = WholeFiles.bytes(source + "/" + name) {
        WholeFiles.write(target + "/" + name, bytes)
      } else {
        copyFolder(source + "/" + name, to: target + "/" + name)
      }
    }
  }
}
