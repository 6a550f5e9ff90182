import SearchIndex
import TestSupport
import Testing

struct IndexWriterMergingTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
  }

  /// A writer of an index with a segment for each list of ids.
  private func writer(_ segments: [[String]]) throws -> IndexWriter {
    let writer = try IndexWriter(path: path)
    for ids in segments {
      for id in ids {
        try writer.add(Sample.article(id, "Article \(id) speaks of drones.", fingerprints: [5]))
      }
      try writer.commit()
    }
    return writer
  }

  private func ids() throws -> [String] { try Sample.found(IndexReader(path: path), Sample.word("drones")) }

  @Test func `merging all leaves one segment with the same answers`() throws {
    let writer = try writer([["a", "b"], ["c"], ["d", "e"]])
    #expect(try writer.merge(.all))
    let reader = try IndexReader(path: path)
    #expect(try reader.statistics().segments == 1)
    #expect(try ids() == ["a", "b", "c", "d", "e"])
    #expect(try reader.sharing([[5]])[0].count == 5)
    #expect(try Sample.ids(reader, reader.articles()) == ["a", "b", "c", "d", "e"])
    #expect(WholeFiles.names(path + "/shards/00/segments").count == 1)
    #expect(try !writer.merge(.all))
  }

  @Test func `a merged segment is as one that is written at once`() throws {
    var draw = Lottery(seed: 11)
    let articles = (0..<90).map { number in
      let words = (0..<draw.below(90)).map { _ in "word\(draw.below(1 + draw.below(60)))" }
      return Sample.article(
        "article-\(number)",
        (["drones"] + words).joined(separator: " ") + ". "
          + (number % 4 == 0 ? Sample.longText("rain", sentences: 20) : ""),
        title: number % 3 == 0 ? nil : "Word\(number % 7) over word\(number % 5)",
        outlet: "Outlet \(number % 4)",
        fingerprints: (0..<draw.below(20)).map { _ in UInt64(draw.below(300)) << 30 },
        outline: "of \(number)",
        sequence: UInt64(number))
    }
    let removed: Set = [0, 1, 29, 45, 89]
    let parted = try IndexWriter(path: path)
    for (number, article) in articles.enumerated() {
      try parted.add(article)
      if number % 13 == 12 { try parted.commit() }
    }
    try parted.commit()
    for number in removed { try parted.remove(id: "article-\(number)") }
    try parted.commit()
    try parted.merge(.all)
    let whole = try IndexWriter(path: folder.path(of: "whole"))
    for (number, article) in articles.enumerated() where !removed.contains(number) { try whole.add(article) }
    try whole.commit()
    func segment(_ index: String) -> String {
      let holder = index + "/shards/00/segments/"
      return holder + WholeFiles.names(holder)[0] + "/"
    }
    let (merged, written) = (segment(path), segment(folder.path(of: "whole")))
    #expect(WholeFiles.names(merged) == WholeFiles.names(written))
    // The version file has a random name, which is in the hashes too; the fingerprints' buckets may be of another size.
    for name in WholeFiles.names(written) where name.hasSuffix(".glass") || name == "words.table" {
      let (one, other) = (WholeFiles.bytes(merged + name), WholeFiles.bytes(written + name))
      #expect(one != nil && one == other, "\(name)")
    }
  }

  @Test func `merging leaves out what was deleted`() throws {
    let writer = try writer([["a", "b"], ["c", "d"]])
    try writer.remove(id: "a")
    try writer.remove(id: "d")
    try writer.commit()
    try writer.merge(.all)
    #expect(try ids() == ["b", "c"])
    let statistics = try IndexReader(path: path).statistics()
    #expect(statistics.articles == 2 && statistics.passages == 2 && statistics.deletedArticles == 0)
    #expect(try IndexReader(path: path).statistics(ofWords: [[Array("drone".utf8)]])[0].passages == 2)
  }

  @Test func `a segment of which nothing is left goes with the commit`() throws {
    let writer = try writer([["a", "b"], ["c"]])
    try writer.remove(id: "a")
    try writer.remove(id: "b")
    try writer.commit()
    #expect(try IndexReader(path: path).statistics().segments == 1)
    try writer.remove(id: "c")
    try writer.commit()
    #expect(try IndexReader(path: path).statistics().segments == 0)
    #expect(try ids().isEmpty)
    #expect(WholeFiles.names(path + "/shards/00/segments").isEmpty)
  }

  @Test func `what is deleted while a merge runs stays deleted`() throws {
    let writer = try writer([["a", "b"], ["c", "d"], ["e"]])
    let plan = try #require(try writer.planMerge(.all))
    try writer.remove(id: "b")
    try writer.remove(id: "e")
    try writer.add(Sample.article("c", "A new version speaks of drones."))
    try writer.add(Sample.article("f", "A new article speaks of drones."))
    try writer.commit()
    try writer.apply(try plan.run())
    #expect(try ids() == ["a", "c", "d", "f"])
    #expect(try Sample.found(IndexReader(path: path), Sample.word("version")) == ["c"])
    try writer.merge(.all)
    #expect(try ids() == ["a", "c", "d", "f"])
  }

  @Test func `all that is deleted while a merge runs stays deleted`() throws {
    let writer = try writer([["a"], ["b"]])
    let plan = try #require(try writer.planMerge(.all))
    for id in ["a", "b"] { try writer.remove(id: id) }
    try writer.commit()
    try writer.apply(try plan.run())
    #expect(try ids().isEmpty)
    #expect(try IndexReader(path: path).statistics().segments == 0)
    #expect(WholeFiles.names(path + "/shards/00/segments").isEmpty)
  }

  @Test func `a plan that is given up changes nothing and can be made again`() throws {
    let writer = try writer([["a"], ["b"]])
    let plan = try #require(try writer.planMerge(.all))
    #expect(try writer.planMerge(.all) == nil)
    try writer.giveUp(plan)
    #expect(try ids() == ["a", "b"])
    #expect(try writer.merge(.all))
  }

  @Test func `changes that are not committed wait through a merge`() throws {
    let writer = try writer([["a"], ["b"]])
    try writer.add(Sample.article("c", "One more speaks of drones."))
    try writer.remove(id: "a")
    try writer.merge(.all)
    #expect(try ids() == ["a", "b"])
    try writer.commit()
    #expect(try ids() == ["b", "c"])
  }

  @Test func `few segments are left alone and many are merged`() throws {
    let writer = try writer((0..<3).map { ["\($0)"] })
    #expect(try !writer.merge(.due))
    #expect(try !writer.merge(.small))
    for number in 3..<36 {
      try writer.add(Sample.article("\(number)", "Article \(number) speaks of drones."))
      try writer.commit()
      try writer.merge(.due)
    }
    #expect(try IndexReader(path: path).statistics().segments == 5)
    #expect(try writer.merge(.small))
    #expect(try IndexReader(path: path).statistics().segments == 1)
    #expect(try ids().count == 36)
  }

  @Test func `many small segments are merged to several, side by side`() throws {
    let names = (0..<20).map { String(UnicodeScalar(UInt8(97 + $0))) }
    let writer = try writer(names.map { [$0] })
    let plans = try writer.planMerges(.small)
    #expect(plans.count == 2)
    for merged in try plans.reversed().map({ try $0.run() }) { try writer.apply(merged) }
    let reader = try IndexReader(path: path)
    #expect(try reader.statistics().segments == 2)
    #expect(try Sample.ids(reader, reader.articles()) == names)
    #expect(try reader.sharing([[5]])[0].count == 20)
    #expect(try writer.planMerges(.small).isEmpty)
    #expect(try writer.merge(.all))
    #expect(try writer.planMerges(.all).isEmpty)
    try writer.remove(id: "e")
    try writer.commit()
    #expect(try writer.planMerges(.all).count == 1)
  }

  @Test func `readers see whole commits while a writer commits and merges`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      _ = try writer([["0-a", "0-b"]])
      group.addTask {
        let writer = try IndexWriter(path: path)
        for round in 1..<40 {
          // Each commit replaces the pair of the round before by one of its own.
          for part in ["a", "b"] {
            try writer.remove(id: "\(round - 1)-\(part)")
            try writer.add(Sample.article("\(round)-\(part)", "Round \(round) speaks of drones."))
          }
          try writer.commit()
          if round % 7 == 0 { try writer.merge(.all) }
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<60 {
            let found = try Sample.found(IndexReader(path: path), Sample.word("drones"))
            let rounds = Set(found.map { $0.prefix { $0 != "-" } })
            #expect(found.count == 2 && rounds.count == 1, "\(found)")
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
