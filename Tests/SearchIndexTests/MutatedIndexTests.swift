import Glibc
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex
@testable import Storage

/// Manifests, lists of deletions and tables of ours that somebody changed, with all checksums made anew: whatever they say, an
/// error or an answer comes of it.
///
/// Goes on for as many seconds as REPRISE_FUZZ_SECONDS says, else for one. Xapian's tables are left as they are: it trusts them.
struct MutatedIndexTests {
  private static let shard = "shards/00/segments"

  let folder: TemporaryFolder
  let good: String

  init() throws {
    folder = try TemporaryFolder()
    good = folder.path(of: "good")
    let writer = try IndexWriter(path: good)
    for number in 0..<24 {
      try writer.add(
        Sample.article(
          "a\(number)", Sample.longText(number % 2 == 0 ? "drones" : "harvest", sentences: 3 + number),
          title: "On drones", outlet: "Echo", fingerprints: (0..<8).map { UInt64(number / 3 * 8 + $0) * 977 })
      )
      if number % 8 == 7 { try writer.commit() }
    }
    _ = try writer.remove(id: "a3")
    try writer.commit(companions: ["sources": Array("what was read".utf8)])
  }

  @Test func `changed files of an index under right checksums make errors or answers`() throws {
    let seconds = getenv("REPRISE_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 1
    var random = Lottery(seed: UInt64(seconds > 1 ? time(nil) : 1))
    let end = time(nil) + seconds
    let path = folder.path(of: "changed")
    var (answered, refused) = (0, 0)
    repeat {
      WholeFiles.remove(path)
      WholeFiles.copy(good, to: path)
      if random.below(3) == 0 { changeManifest(of: path, &random) } else { try changeFile(of: path, &random) }
      do throws(IndexError) {
        try ask(path)
        answered += 1
      } catch {
        #expect(!error.description.isEmpty)
        refused += 1
      }
      // The same tables as a merge reads them.
      if random.below(4) == 0, let writer = try? IndexWriter(path: path) { _ = try? writer.merge(.all) }
    } while time(nil) < end
    #expect(answered > 0 && refused > 0)
  }

  @Test func `a manifest that nobody changed is as it was when it is signed anew`() throws {
    let manifest = try #require(WholeFiles.bytes(good + "/manifest.json"))
    #expect(signed(manifest) == manifest)
    #expect(signed(manifest + [0x20]) != manifest + [0x20])
  }

  /// Everything that reads tables.
  private func ask(_ path: String) throws(IndexError) {
    let reader = try IndexReader(path: path)
    let articles = try reader.articles()
    _ = try reader.records(of: articles)
    _ = try reader.outlines(of: articles)
    _ = try reader.fingerprints(ofArticles: articles)
    _ = try reader.sharing([[0, 977, 1_954, 7_816], [UInt64.max]])
    _ = try reader.words(beginningWith: "d", limit: 10)
    let words = ["drone", "harvest", "matter"].map { WeighedWord(stems: [Array($0.utf8)], weight: 1) }
    for limit in [2, 100] {
      var ranking = WordRanking(words, limit: limit)
      ranking.averageArticleLength = 150
      ranking.averagePassageLength = 60
      _ = try reader.ranked(ranking)
    }
    _ = try reader.search(SearchRequest(Sample.word("drones"), limit: 100))
    _ = try IndexExamination(path: path)
  }

  /// A number or a name of the manifest is another one.
  private func changeManifest(of path: String, _ random: inout Lottery) {
    let file = path + "/manifest.json"
    guard let bytes = WholeFiles.bytes(file) else { return }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...random.below(2) {
      let line = random.below(lines.count)
      guard let colon = lines[line].firstIndex(of: UInt8(ascii: ":")) else { continue }
      let values = [
        "0", "-1", "1", "3", "255", "4294967295", "4294967296", "9223372036854775807", "1e99", "null", "[]",
        "{}",
        "\"\"", "\"..\"", "\"00000001\"", "\"manifest.json\"",
      ]
      let comma = lines[line].last == UInt8(ascii: ",") ? "," : ""
      lines[line] = lines[line][...colon] + Array((values[random.below(values.count)] + comma).utf8)
    }
    WholeFiles.write(file, signed(Array(lines.joined(separator: [0x0A]))))
  }

  /// A manifest with the checksum that it should have, the first text of sixteen digits in it.
  private func signed(_ json: [UInt8]) -> [UInt8] {
    let mark = Array("\"checksum\" : \"".utf8)
    guard let start = json.firstRange(of: mark)?.upperBound, start + 16 <= json.count else { return json }
    var json = json
    json.replaceSubrange(start..<start + 16, with: Array(repeating: UInt8(ascii: "0"), count: 16))
    let checksum = Array(FileDigest.digits(FileDigest.hash(json)).utf8)
    json.replaceSubrange(start..<start + 16, with: checksum)
    return json
  }

  /// Some bytes of a table or a list of deletions are others, numbers far too large among them.
  private func changeFile(of path: String, _ random: inout Lottery) throws {
    let directory = IndexDirectory(path)
    var manifest = try directory.manifest()
    let number = random.below(manifest.shards[0].segments.count)
    let segment = manifest.shards[0].segments[number]
    let inner = directory.folder.subfolder(Self.shard).subfolder(segment.name)
    if let deletions = segment.deletions, random.below(3) == 0 {
      spoil(path + "/\(Self.shard)/\(deletions.file)", &random)
    } else {
      let tables = segment.files.map(\.name).filter { $0.hasSuffix(".table") }
      spoil(inner.path(of: tables[random.below(tables.count)]), &random)
      manifest.shards[0].segments[number].files = try BlockHashes.seal(inner)
    }
    try directory.publish(manifest)
  }

  private func spoil(_ file: String, _ random: inout Lottery) {
    guard var bytes = WholeFiles.bytes(file), !bytes.isEmpty else { return }
    for _ in 0...random.below(3) {
      // The heads of tables say where everything is.
      let place = random.below(random.below(2) == 0 ? min(96, bytes.count) : bytes.count)
      switch random.below(5) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes[place] ^= 1 << UInt8(random.below(8))
      case 2: for offset in place..<min(bytes.count, place + 8) { bytes[offset] = 0xFF }
      case 3: for offset in place..<min(bytes.count, place + 4) { bytes[offset] = 0 }
      default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(64)))
      }
      if bytes.isEmpty { break }
    }
    WholeFiles.write(file, bytes)
  }
}
