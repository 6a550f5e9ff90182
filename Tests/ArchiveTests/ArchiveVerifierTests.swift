@testable import Archive
import Articles
import FoundationEssentials
import Glibc
import Reprints
import SearchIndex
import TestSupport
import Testing
import TextAnalysis

/// What a verification finds, and what a repair brings back.
struct ArchiveVerifierTests {
  private let folder: TemporaryFolder
  private let sources: [String]

  init() throws {
    folder = try TemporaryFolder()
    var sources: [String] = []
    for file in 0..<3 {
      let lines = (0..<20).map { number in
        // Words enough for tables of several blocks, so that damage to one leaves something to be read.
        let words = (0..<120).map { "w\(file)x\(number * 97 % 53 + $0 * 31)" }.joined(separator: " ")
        return
          #"{"id": "a\#(file)-\#(number)", "outlet": "Echo", "text": "The goat of hill \#(file). \#(words)."}"#
      }
      sources.append(try folder.write("in/\(file).jsonl", lines.joined(separator: "\n") + "\n"))
    }
    self.sources = sources
    _ = try Indexer(path: folder.index).run(paths: sources)
  }

  private func verified() throws -> ArchiveVerification { try ArchiveVerifier(path: folder.index).verified() }

  private func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    try Archive(path: folder.index).forEachArticle { texts[$0.id] = $0.text }
    return texts
  }

  /// The folder of the one segment.
  private func segment() throws -> String {
    let holder = "index/shards/00/segments"
    let name = try #require(try folder.names(in: holder).filter { !$0.contains(".") }.sorted().last)
    return holder + "/" + name
  }

  /// Changes bytes in the middle of a file; its time stays, as when a disk fails.
  private func damage(_ name: String) throws {
    let path = folder.path + "/" + name
    var status = stat()
    try #require(stat(path, &status) == 0)
    var bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    for place in bytes.count / 2..<min(bytes.count / 2 + 3, bytes.count) { bytes[place] ^= 0x55 }
    try folder.write(name, bytes)
    utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0)
  }

  @Test func `an index as it was written is sound`() throws {
    let found = try verified()
    #expect(found.isSound && found.problems.isEmpty)
    #expect(found.articles == 60 && found.segments == 1 && found.bytes > 1000)
  }

  @Test func `an index with replaced, removed and merged articles is sound`() throws {
    try folder.write("in/0.jsonl", #"{"id": "a0-3", "text": "The goat is another."}"# + "\n")
    _ = try Indexer(path: folder.index).run(paths: sources)
    _ = try Indexer(path: folder.index).remove(ids: ["a1-7"])
    #expect(try verified().problems == [])
    try Indexer(path: folder.index).optimize()
    #expect(try verified().problems == [])
  }

  @Test(arguments: [
    "docdata.glass", "postlist.glass", "termlist.glass", "position.glass", "iamglass", "blocks",
  ])
  func `a damaged file is named, and after a repair nothing is lost`(_ name: String) throws {
    let before = try texts()
    try damage(try segment() + "/" + name)
    let found = try verified()
    #expect(found.problems.map(\.kind) == [.damagedFile])
    #expect(found.problems.first?.place.hasSuffix("/" + name) == true)
    #expect(found.affectedArticles == 60)
    let repaired = try ArchiveRepair(path: folder.index).run(found)
    #expect(repaired.salvaged + repaired.lost == 60)
    #expect(try verified().problems == [])
    _ = try Indexer(path: folder.index).run(paths: sources)
    #expect(try texts() == before)
    #expect(try verified().problems == [])
  }

  @Test func `what can still be read of a damaged segment is kept without its sources`() throws {
    let before = try texts()
    for source in sources { try folder.remove(String(source.dropFirst(folder.path.count + 1))) }
    try damage(try segment() + "/postlist.glass")
    let repaired = try ArchiveRepair(path: folder.index).run(try verified())
    #expect(repaired.salvaged == 60 && repaired.lost == 0 && repaired.forgotten.isEmpty)
    #expect(try texts() == before)
    #expect(try Archive(path: folder.index).search("goat").results.isEmpty == false)
  }

  @Test func `a missing file is found, and its articles come back with the next run`() throws {
    try folder.remove(try segment() + "/docdata.glass")
    let found = try verified()
    #expect(found.problems.map(\.detail) == ["is missing"])
    let repaired = try ArchiveRepair(path: folder.index).run(found)
    #expect(repaired.lost == 60 && repaired.forgotten == sources)
    #expect(try Indexer(path: folder.index).run(paths: sources).added == 60)
  }

  @Test func `articles removed before the damage stay out after the repair`() throws {
    _ = try Indexer(path: folder.index).remove(ids: ["a1-7"])
    try damage(try segment() + "/position.glass")
    _ = try ArchiveRepair(path: folder.index).run(try verified())
    #expect(try texts()["a1-7"] == nil && texts().count == 59)
  }

  @Test func `a damaged list of deletions is found and mended`() throws {
    _ = try Indexer(path: folder.index).remove(ids: ["a1-7"])
    let name = try #require(
      try folder.names(in: "index/shards/00/segments").first { $0.contains(".deleted-") })
    try damage("index/shards/00/segments/" + name)
    #expect(try verified().problems.map(\.place) == ["shards/00/segments/" + name])
    _ = try ArchiveRepair(path: folder.index).run(try verified())
    #expect(try verified().problems == [])
    #expect(try texts().count >= 59)
  }

  @Test func `a damaged ledger is found, and everything is read again after the repair`() throws {
    let name = try #require(try folder.names(in: "index").first { $0.hasPrefix("sources.json") })
    try damage("index/" + name)
    #expect(try verified().problems.map(\.kind) == [.brokenLedger])
    _ = try ArchiveRepair(path: folder.index).run(try verified())
    #expect(try verified().problems == [])
    let again = try Indexer(path: folder.index).run(paths: sources)
    #expect(again.unchanged == 60 && again.unchangedFiles == 0)
  }

  @Test func `an index that is being written to is sound`() async throws {
    let path = folder.index
    let sources = sources
    let writing = Task {
      for round in 0..<6 {
        let line = #"{"id": "new\#(round)", "text": "Round \#(round) of the goat."}"# + "\n"
        try folder.write("in/2.jsonl", line)
        _ = try Indexer(path: path).run(paths: sources)
      }
    }
    for _ in 0..<6 { #expect(try verified().problems == []) }
    try await writing.value
  }
}

/// Articles that the index would never get from the program itself.
struct BrokenArticleTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let article = Article(id: "a", text: "The goat is back. The bell rings.")

  /// Publishes one article whose parts do not fit one another.
  private func publish(
    contentHash: [UInt8] = ContentHash(article).bytes, record: Article = article, outline: Article? = nil,
    passages: [Range<Int>]
  ) throws {
    let outlined = outline ?? record
    let text = AnalysedText(Self.article.text)
    let indexed = passages.enumerated().map {
      IndexedPassage(Passage(ordinal: $0, bytes: $1, tokens: text.tokens.indices))
    }
    _ = try Indexer(path: folder.index).run(paths: [])
    let writer = try IndexWriter(path: folder.index)
    try writer.add(
      IndexedArticle(
        id: "a", contentHash: contentHash, record: ArticleRecord(article: record, mentions: []).encoded(),
        outline: ArticleOutline(
          id: outlined.id, outlet: outlined.outlet, published: outlined.published,
          sketch: StorySketch(values: [])
        ).encoded(), text: text, passages: indexed))
    try writer.commit()
  }

  private func details() throws -> [String] {
    try ArchiveVerifier(path: folder.index).verified().problems.map(\.detail)
  }

  @Test func `an article in order is no problem`() throws {
    try publish(passages: [0..<18, 18..<33])
    #expect(try details() == [])
  }

  @Test func `a text other than the one given is found`() throws {
    var other = Self.article
    other.text = "The goat is gone. The bell rings."
    try publish(record: other, passages: [0..<33])
    #expect(try details() == [#"holds an article that is not as it was given: "a""#])
    #expect(throws: ArchiveError.damagedRecord(path: folder.index)) {
      try Archive(path: folder.index).forEachArticle { _ in }
    }
  }

  @Test func `an outline that says something else than the record is found`() throws {
    var other = Self.article
    other.outlet = "Lowmere Echo"
    try publish(outline: other, passages: [0..<33])
    #expect(try details() == [#"holds an article whose outline is another's: "a""#])
  }

  @Test func `a gap between passages is found`() throws {
    try publish(passages: [0..<17, 18..<33])
    #expect(try details().first?.hasPrefix("holds an article whose passages are incomplete") == true)
  }

  @Test func `passages that end before the text are found`() throws {
    try publish(passages: [0..<18, 18..<30])
    #expect(try details() == [#"holds an article whose passages do not cover its text: "a""#])
  }

  @Test func `a record of another id is found`() throws {
    var other = Self.article
    other.id = "b"
    try publish(contentHash: ContentHash(other).bytes, record: other, passages: [0..<33])
    #expect(try details() == [#"holds an article that is not found by its id: "b""#])
  }
}
