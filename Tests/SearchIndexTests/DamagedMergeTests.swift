import TestSupport
import Testing

@testable import SearchIndex
@testable import Storage

/// Merges of segments that are not as they were published: nothing of that may reach another segment.
struct DamagedMergeTests {
  let folder: TemporaryFolder
  let path: String
  let writer: IndexWriter

  /// Makes an index of three segments, one with a deleted article.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
    writer = try IndexWriter(path: path)
    var draw = Lottery(seed: 5)
    for segment in 0..<3 {
      for number in 0..<6 + segment {
        let words = (0..<30).map { _ in "word\(draw.below(40))" }.joined(separator: " ")
        let text = number == 3 ? Sample.longText("rain", sentences: 20) : "Drones over \(words)."
        try writer.add(
          Sample.article(
            "\(segment)-\(number)", text, title: number % 2 == 0 ? "Word\(number) again" : nil,
            fingerprints: (0..<5).map { _ in UInt64(draw.below(50)) << 32 }, outline: "of \(number)"))
      }
      try writer.commit()
    }
    try writer.remove(id: "1-5")
    try writer.commit()
  }

  private var segments: DurableFolder { IndexDirectory(path).segments(shard: "00") }

  /// The error of a merge of all segments; nil where there is none.
  private func failure(_ writer: IndexWriter) -> IndexError? {
    do throws(IndexError) {
      try writer.merge(.all)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "iamglass", "blocks", "words.table", "fingerprints.table", "docdata.glass", "position.glass",
  ])
  func `a file that has changed since it was published stops a merge`(name: String) throws {
    let before = WholeFiles.names(segments.path)
    let file = segments.subfolder("00000002").path(of: name)
    let good = try #require(WholeFiles.bytes(file))
    for place in [0, good.count / 3, good.count / 2, good.count - 1] {
      var bad = good
      bad[place] ^= 1
      WholeFiles.writeKeepingTime(file, bad)
      guard case .damaged(let damaged, let detail)? = failure(writer) else {
        Issue.record("\(name) with another byte at \(place) was merged")
        continue
      }
      #expect(damaged == path && detail.contains("00000002"), "\(detail)")
      #expect(WholeFiles.names(segments.path) == before)
    }
    WholeFiles.writeKeepingTime(file, good)
    #expect(failure(writer) == nil)
    #expect(try Sample.found(IndexReader(path: path), Sample.word("drones")).count == 17)
  }

  @Test func `tables of other articles are not merged`() throws {
    let (one, other) = (segments.subfolder("00000001"), segments.subfolder("00000002"))
    for name in [WordTableLayout.fileName, FingerprintTableLayout.fileName] {
      let bytes = [one, other].map { WholeFiles.bytes($0.path(of: name)) ?? [] }
      WholeFiles.write(one.path(of: name), bytes[1])
      WholeFiles.write(other.path(of: name), bytes[0])
    }
    try republish(["00000001", "00000002"])
    #expect(try failureOfCopy()?.description.contains("00000001") == true)
  }

  /// Any bytes in our own tables, with hashes that fit, are an error or a merge, and never a crash.
  @Test(arguments: ["words.table", "fingerprints.table", "iamglass"])
  func `a foreign table does no harm`(name: String) throws {
    let file = segments.subfolder("00000002").path(of: name)
    let good = try #require(WholeFiles.bytes(file))
    var draw = Lottery(seed: 17)
    var refused = 0
    for _ in 0..<15 {
      var bad = good
      for _ in 0..<1 + draw.below(3) {
        // Every other one in the header, where most is said with few bytes.
        bad[draw.below(draw.below(2) == 0 ? min(96, good.count) : good.count)] =
          [0, 1, 0x7F, 0x80, 0xFF, UInt8(draw.below(256))][draw.below(6)]
      }
      WholeFiles.write(file, bad)
      try republish(["00000002"])
      if try failureOfCopy() != nil { refused += 1 }
    }
    #expect(refused > 5)
  }

  /// The error of a merge of all segments of a copy, which another writer opens; nil where there is none.
  private func failureOfCopy() throws -> IndexError? {
    let copy = folder.path(of: "copy")
    WholeFiles.copy(path, to: copy)
    defer { WholeFiles.remove(copy) }
    do throws(IndexError) {
      return failure(try IndexWriter(path: copy))
    } catch {
      return error
    }
  }

  /// Has the manifest name the files of segments as they are now.
  private func republish(_ names: [String]) throws {
    let directory = IndexDirectory(path)
    var manifest = try directory.manifest()
    for place in manifest.shards[0].segments.indices
    where names.contains(manifest.shards[0].segments[place].name) {
      let folder = segments.subfolder(manifest.shards[0].segments[place].name)
      manifest.shards[0].segments[place].files = try BlockHashes.seal(folder)
    }
    try directory.publish(manifest)
  }
}
