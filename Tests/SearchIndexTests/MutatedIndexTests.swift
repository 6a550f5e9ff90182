import Glibc
import Testing

@testable import SearchIndex
@testable import Storage

/// Manifests, lists of deletions and tables of ours that hold changed bytes under checksums that are right: what somebody
/// makes who knows the format.
///
/// Whatever is in them, there is an answer or an error, and no fault of memory, which the gate looks for with the address
/// sanitizer. Each test goes on for as many seconds as REPRISE_FUZZ_SECONDS says, else for one. Xapian's own tables are left
/// out: what is in them is Xapian's to read.
struct MutatedIndexTests {
  let folder: TemporaryFolder
  let path: String
  let good: String

  init() throws {
    folder = try TemporaryFolder()
    (path, good) = (folder.path(of: "index"), folder.path(of: "good"))
    let writer = try IndexWriter(path: good)
    for number in 0..<40 {
      try writer.add(Sample.article("a\(number)", Sample.longText("drone\(number % 7)", sentences: 9)))
    }
    try writer.commit(companions: ["sources": Array("what was read".utf8)])
    try writer.remove(id: "a7")
    try writer.commit()
  }

  private var segment: String { "shards/00/segments/00000001" }

  /// Runs a trial again and again, each with a draw of its own.
  private func repeatedly(_ body: (inout Lottery) throws -> Void) rethrows -> Int {
    let seconds = getenv("REPRISE_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 1
    let (end, start) = (time(nil) + seconds, UInt64(bitPattern: Int64(seconds > 1 ? time(nil) : 0)))
    var trials = 0
    repeat {
      var draw = Lottery(seed: start &+ UInt64(trials))
      TemporaryFolder.remove(path)
      TemporaryFolder.copy(good, to: path)
      try body(&draw)
      trials += 1
    } while time(nil) < end
    return trials
  }

  /// Some bytes with others in their place: numbers that are large, small or off by one, more often than any.
  private func mutated(_ bytes: [UInt8], _ draw: inout Lottery) -> [UInt8] {
    var bytes = bytes
    for _ in 0...draw.below(3) where !bytes.isEmpty {
      // Headers, where sizes and places are, as often as all else.
      let place = draw.below(draw.below(2) == 0 ? min(160, bytes.count) : bytes.count)
      switch draw.below(6) {
      case 0: bytes[place] ^= 1 << UInt8(draw.below(8))
      case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF][draw.below(5)]
      case 2: bytes[place] &+= 1
      case 3: for next in place..<min(place + 8, bytes.count) { bytes[next] = 0xFF }
      case 4: bytes.removeLast(draw.below(min(64, bytes.count)))
      default:
        let from = draw.below(bytes.count)
        for next in 0..<8 where max(place, from) + next < bytes.count {
          bytes[place + next] = bytes[from + next]
        }
      }
    }
    return bytes
  }

  /// Asks for whatever the tables hold.
  private func readEverything() {
    guard let reader = try? IndexReader(path: path), let articles = try? reader.articles() else { return }
    _ = try? Sample.ids(reader, articles)
    _ = try? Sample.found(reader, Sample.word("drone1"))
    _ = try? reader.extents(of: articles)
    _ = try? reader.outlines(of: articles)
    _ = try? reader.outlets(of: articles)
    _ = try? reader.publicationDates(of: articles)
    _ = try? reader.words(beginningWith: "d", limit: 50)
    _ = try? reader.statistics(ofWords: [[Array("drone1".utf8)], [Array("x".utf8)]])
    var ranking = WordRanking(
      (0..<7).map { WeighedWord(stems: [Array("drone\($0)".utf8)], weight: 1) }, limit: 20)
    (ranking.averageArticleLength, ranking.averagePassageLength) = (150, 60)
    _ = try? reader.ranked(ranking)
    let lists = (try? reader.fingerprints(ofArticles: articles)) ?? []
    _ = try? reader.sharing(Array(lists.prefix(4)))
    _ = try? IndexExamination(path: path)
  }

  @Test func `changed tables make an answer or an error`() throws {
    let trials = try repeatedly { draw in
      let name = [WordTableLayout.fileName, FingerprintTableLayout.fileName][draw.below(2)]
      let file = "\(path)/\(segment)/\(name)"
      ReadableFile.write(file, mutated(try #require(ReadableFile.bytes(file)), &draw))
      try sign(changing: name)
      readEverything()
      guard draw.below(4) == 0 else { return }
      _ = try? IndexWriter(path: path).merge(.all)
    }
    #expect(trials > 0)
  }

  /// Makes the manifest name a file as it is now, and have the reads of the segment be held against nothing.
  private func sign(changing name: String) throws {
    let directory = IndexDirectory(path)
    var manifest = try directory.manifest()
    let holder = directory.folder.subfolder(segment)
    manifest.shards[0].segments[0].files = try manifest.shards[0].segments[0].files
      .filter { $0.name != BlockHashes.name }
      .map { $0.name == name ? try FileStamp(name, in: holder) : $0 }
    try directory.publish(manifest)
  }

  @Test func `changed lists of deletions make an answer or an error`() throws {
    let trials = try repeatedly { draw in
      let file = "\(path)/\(segment).deleted-2"
      ReadableFile.write(file, mutated(try #require(ReadableFile.bytes(file)), &draw))
      readEverything()
    }
    #expect(trials > 0)
  }

  @Test func `changed manifests make an answer or an error, for readers and for writers`() throws {
    let trials = try repeatedly { draw in
      var json = mutated(try #require(ReadableFile.bytes("\(path)/manifest.json")), &draw)
      if let mark = json.firstRange(of: Array(#""checksum" : ""#.utf8)), mark.upperBound + 16 <= json.count {
        let value = mark.upperBound..<mark.upperBound + 16
        json.replaceSubrange(value, with: Array(repeating: UInt8(ascii: "0"), count: 16))
        json.replaceSubrange(value, with: Array(FileDigest.digits(FileDigest.hash(json)).utf8))
      }
      ReadableFile.write("\(path)/manifest.json", json)
      readEverything()
      if let writer = try? IndexWriter(path: path) {
        _ = try? writer.add(Sample.article("n", "The drone was seen again."))
        _ = try? writer.commit()
      }
      _ = try? IndexRepair(lostManifestOf: path).finish(companions: [:])
    }
    #expect(trials > 0)
  }
}
