import Glibc
import SearchIndex
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
    let good = try #require(ReadableFile.bytes(file))
    var missed: [Int] = []
    for offset in stride(from: 0, to: good.count, by: 3) {
      var bad = good
      bad[offset] ^= 1
      ReadableFile.write(file, bad)
      if (try? IndexReader(path: path)) != nil { missed.append(offset) }
    }
    #expect(missed.isEmpty)
    ReadableFile.write(file, Array(good.dropLast(10)))
    #expect(isDamaged { _ = try IndexReader(path: path) })
    ReadableFile.write(file, good)
    #expect(try IndexReader(path: path).articles().count == 2)
  }

  @Test func `a damaged or missing list of what is deleted is noticed`() throws {
    let file = path + "/shards/00/segments/00000001.deleted-2"
    let good = try #require(ReadableFile.bytes(file))
    for offset in good.indices {
      var bad = good
      bad[offset] ^= 4
      ReadableFile.write(file, bad)
      #expect(isDamaged { _ = try IndexReader(path: path) })
    }
    TemporaryFolder.remove(file)
    #expect(isDamaged { _ = try IndexReader(path: path) })
  }

  @Test func `a changed companion is noticed`() throws {
    ReadableFile.write(path + "/sources.commit-1", Array("what was lied".utf8))
    let reader = try IndexReader(path: path)
    #expect(isDamaged { _ = try reader.companion("sources") })
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
    for name in TemporaryFolder.names(source) {
      if let bytes = ReadableFile.bytes(source + "/" + name) {
        ReadableFile.write(target + "/" + name, bytes)
      } else {
        copyFolder(source + "/" + name, to: target + "/" + name)
      }
    }
  }
}
