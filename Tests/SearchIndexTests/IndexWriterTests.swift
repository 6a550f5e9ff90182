import Articles
import SearchIndex
import Storage
import TestSupport
import Testing
import TextAnalysis

struct IndexWriterTests {
  let folder: TemporaryFolder
  var path: String { folder.path(of: "index") }

  init() throws { folder = try TemporaryFolder() }

  private func add(_ articles: IndexedArticle...) throws {
    let writer = try IndexWriter(path: path)
    for article in articles { try writer.add(article) }
    try writer.commit()
  }

  @Test func `what was added is found after the commit`() throws {
    try add(Sample.article("a", "Drones crossed the border."), Sample.article("b", "The harvest was poor."))
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("drone")) == ["a"])
    #expect(try reader.statistics().articles == 2)
    #expect(reader.generation == 1)
  }

  @Test func `after a segment could not be finished nothing more is committed, and nothing is lost`() throws {
    try add(Sample.article("a", "Drones crossed the border."))
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "The harvest was poor."))
    let segments = path + "/shards/00/segments"
    let unfinished = try #require(WholeFiles.names(segments).last)
    WholeFiles.remove(segments + "/" + unfinished)
    for _ in 0..<2 { #expect(throws: IndexError.self) { try writer.commit() } }
    #expect(throws: IndexError.self) { try writer.add(Sample.article("b", "Rain.")) }
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("drone")) == ["a"])
  }

  @Test func `a headline of thousands of words is indexed by its first ones`() throws {
    let title = (0..<3_000).map { "word\($0)" }.joined(separator: " ")
    try add(Sample.article("a", Sample.longText("drones", sentences: 60), title: title))
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, .term(.title("word511".utf8))) == ["a"])
    #expect(try Sample.found(reader, .term(.title("word512".utf8))) == [])
    #expect(
      try reader.ranked(WordRanking([.init(stems: [Array("drone".utf8)], weight: 1)], limit: 5)).articles
        .count == 1)
  }

  @Test func `builders that share a generator keep their terms apart`() throws {
    let generator = TermGenerator()
    let writer = try IndexWriter(path: path)
    let builders = [
      try SegmentBuilder(writer.reserveSegment(), generator: generator),
      try SegmentBuilder(writer.reserveSegment(), generator: generator),
    ]
    try builders[0].add(Sample.article("a", "alpha"))
    // More words than a generator remembers, so that it starts over.
    for part in 0..<28 {
      let words = (0..<10_000).map { "w\(part)x\($0)" }.joined(separator: " ")
      try builders[1].add(Sample.article("b\(part)", words))
    }
    try builders[0].add(Sample.article("c", "omega"))
    try writer.publish(builders.map { try $0.finish() })
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("omega")) == ["c"])
    #expect(try Sample.found(reader, Sample.word("alpha")) == ["a"])
  }

  @Test func `nothing is seen before the commit`() throws {
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "Drones crossed the border."))
    #expect(try IndexReader(path: path).articles().isEmpty)
    try writer.commit()
    #expect(try IndexReader(path: path).articles().count == 1)
  }

  @Test func `a writer that goes without a commit leaves nothing`() throws {
    do {
      let writer = try IndexWriter(path: path)
      try writer.add(Sample.article("a", "Drones crossed the border."))
    }
    let writer = try IndexWriter(path: path)
    #expect(try writer.state(ofArticle: "a", contentHash: Sample.hash("x")) == .new)
    #expect(WholeFiles.names(path + "/shards/00/segments").isEmpty)
  }

  @Test func `an article of the same id replaces the one before`() throws {
    try add(Sample.article("a", "Drones crossed the border."), Sample.article("b", "Drones again."))
    try add(Sample.article("a", "The harvest was poor."))
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("drone")) == ["b"])
    #expect(try Sample.found(reader, Sample.word("harvest")) == ["a"])
    #expect(try Sample.found(reader, .all) == ["a", "b"])
    #expect(try reader.statistics().articles == 2)
    #expect(try reader.statistics().deletedArticles == 1)
  }

  @Test func `of two articles with one id in a commit the later one stays`() throws {
    try add(Sample.article("a", "Drones crossed the border."), Sample.article("a", "The harvest was poor."))
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("drone")).isEmpty)
    #expect(try Sample.found(reader, Sample.word("harvest")) == ["a"])
    #expect(try reader.articles().count == 1)
  }

  @Test func `the state of an article tells whether its content is known`() throws {
    let article = Sample.article("a", "Drones crossed the border.")
    try add(article)
    let writer = try IndexWriter(path: path)
    #expect(try writer.state(ofArticle: "a", contentHash: article.contentHash) == .unchanged)
    #expect(try writer.state(ofArticle: "a", contentHash: Sample.hash("other")) == .changed)
    #expect(try writer.state(ofArticle: "b", contentHash: article.contentHash) == .new)
    try writer.add(Sample.article("b", "Drones."))
    #expect(try writer.state(ofArticle: "b", contentHash: Sample.hash("bDrones.")) == .unchanged)
    try writer.remove(id: "a")
    #expect(try writer.state(ofArticle: "a", contentHash: article.contentHash) == .new)
  }

  @Test func `a removed article is gone from every reading`() throws {
    try add(
      Sample.article("a", "Drones crossed.", outlet: "Times", fingerprints: [7]),
      Sample.article("b", "Drones landed.", outlet: "Times", fingerprints: [7]))
    let writer = try IndexWriter(path: path)
    #expect(try writer.remove(id: "a"))
    #expect(try !writer.remove(id: "a"))
    #expect(try !writer.remove(id: "c"))
    try writer.commit()
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("drone")) == ["b"])
    #expect(try Sample.found(reader, .term(.outlet("times"))) == ["b"])
    #expect(try reader.article(id: "a") == nil)
    #expect(try Sample.ids(reader, reader.articles()) == ["b"])
    #expect(try reader.sharing([[7]])[0].count == 1)
    let words = [WeighedWord(stems: [Array("drone".utf8)], weight: 1)]
    #expect(try reader.ranked(WordRanking(words, limit: 10)).articles.count == 1)
  }

  @Test func `an article can be removed and added again in one commit`() throws {
    try add(Sample.article("a", "Drones crossed."))
    let writer = try IndexWriter(path: path)
    try writer.remove(id: "a")
    try writer.add(Sample.article("a", "The harvest was poor."))
    try writer.add(Sample.article("b", "Drones landed."))
    try writer.remove(id: "b")
    try writer.commit()
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, .all) == ["a"])
    #expect(try Sample.found(reader, Sample.word("harvest")) == ["a"])
  }

  @Test func `a commit without changes is none`() throws {
    try add(Sample.article("a", "Drones crossed."))
    let writer = try IndexWriter(path: path)
    #expect(try writer.commit() == 1)
  }

  @Test func `a second writer is told who holds the lock`() throws {
    let writer = try IndexWriter(path: path)
    #expect {
      _ = try IndexWriter(path: path)
    } throws: { error in
      guard case IndexError.locked(_, let holder) = error else { return false }
      return holder != nil
    }
    try writer.commit()
  }

  @Test func `a folder with other files is left alone`() throws {
    WholeFiles.write(folder.path(of: "letter.txt"), "Dear reader")
    #expect(throws: IndexError.notAnIndex(path: folder.path)) { try IndexWriter(path: folder.path) }
    #expect(throws: IndexError.notAnIndex(path: folder.path)) { try IndexReader(path: folder.path) }
    #expect(WholeFiles.names(folder.path) == ["letter.txt"])
  }

  @Test func `an index of an older version is refused`() throws {
    try add(Sample.article("a", "Drones crossed."))
    WholeFiles.write(path + "/manifest.json", #"{"format": 1, "features": ["stems-1"]}"#)
    let error = IndexError.olderVersion(path: path, detail: "format 1")
    #expect(throws: error) { try IndexReader(path: path) }
    #expect(throws: error) { try IndexWriter(path: path) }
    #expect(error.description.contains("index again"))
  }

  @Test func `an index of a newer version is refused`() throws {
    try add(Sample.article("a", "Drones crossed."))
    WholeFiles.write(path + "/manifest.json", #"{"format": 99, "features": []}"#)
    #expect(throws: IndexError.newerVersion(path: path, detail: "format 99")) { try IndexReader(path: path) }
    WholeFiles.write(path + "/manifest.json", #"{"format": 3, "features": ["time-travel"]}"#)
    #expect(throws: IndexError.newerVersion(path: path, detail: "feature time-travel")) {
      try IndexWriter(path: path)
    }
  }

  @Test func `files that belong to a commit are read back with it`() throws {
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "Drones crossed."))
    try writer.commit(companions: ["sources": Array("one".utf8)])
    let before = try IndexReader(path: path)
    try writer.commit(companions: ["other": [1]])
    #expect(try before.companion("sources") == Array("one".utf8))
    try writer.commit(companions: ["sources": Array("two".utf8)])
    let after = try IndexReader(path: path)
    #expect(try after.companion("sources") == Array("two".utf8))
    #expect(try after.companion("other") == [1])
    #expect(try after.companion("none") == nil)
  }

  @Test func `segments built by several threads are published together`() async throws {
    let writer = try IndexWriter(path: path)
    let reservations = (0..<4).map { _ in writer.reserveSegment() }
    let segments = try await withThrowingTaskGroup(of: FinishedSegment.self) { group in
      for (number, reservation) in reservations.enumerated() {
        group.addTask {
          let builder = try SegmentBuilder(reservation)
          for index in 0..<20 {
            try builder.add(Sample.article("\(number)-\(index)", "Drones crossed the border \(index) times."))
          }
          return try builder.finish()
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    try writer.publish(segments)
    let reader = try IndexReader(path: path)
    #expect(try reader.articles().count == 80)
    #expect(try Sample.found(reader, Sample.word("border")).count == 80)
  }

  @Test func `of one id in several segments the highest sequence stays`() throws {
    let writer = try IndexWriter(path: path)
    let late = try SegmentBuilder(writer.reserveSegment())
    let early = try SegmentBuilder(writer.reserveSegment())
    try late.add(Sample.article("a", "The late version.", sequence: 2))
    try early.add(Sample.article("a", "The early version.", sequence: 1))
    try writer.publish([late.finish(), early.finish()])
    let reader = try IndexReader(path: path)
    #expect(try Sample.found(reader, Sample.word("late")) == ["a"])
    #expect(try Sample.found(reader, Sample.word("early")).isEmpty)
  }

  @Test func `an article of thousands of passages is one run`() throws {
    try add(Sample.article("a", Sample.longText("drones", sentences: 12_000)), Sample.article("b", "Short."))
    let reader = try IndexReader(path: path)
    let article = try #require(try reader.article(id: "a"))
    let extent = try reader.extents(of: [article])[0]
    #expect(extent.passageCount > 1000)
    let all = (0..<extent.passageCount).map { PassageHandle(article: article, ordinal: $0) }
    let ranges = try reader.bytes(of: all)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }
}
