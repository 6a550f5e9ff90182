import Articles
import SearchIndex
import Storage
import TestSupport
import Testing
import TextAnalysis

struct IndexReaderTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
  }

  private func reader(_ articles: [IndexedArticle]) throws -> IndexReader {
    let writer = try IndexWriter(path: path)
    for article in articles { try writer.add(article) }
    try writer.commit()
    return try IndexReader(path: path)
  }

  @Test func `an empty index answers everything with nothing`() throws {
    let reader = try reader([])
    #expect(try Sample.found(reader, .all).isEmpty)
    #expect(try Sample.found(reader, Sample.word("drone")).isEmpty)
    #expect(try reader.articles().isEmpty)
    #expect(try reader.article(id: "a") == nil)
    #expect(try reader.sharing([[1, 2], []]) == [[], []])
    #expect(try reader.words(beginningWith: "a", limit: 10).isEmpty)
    #expect(try reader.statistics(ofWords: [[Array("drone".utf8)]])[0].passages == 0)
    let words = [WeighedWord(stems: [Array("drone".utf8)], weight: 1)]
    #expect(try reader.ranked(WordRanking(words, limit: 10)).articles.isEmpty)
    let statistics = try reader.statistics()
    #expect(statistics.articles == 0 && statistics.passages == 0 && statistics.earliest == nil)
  }

  @Test func `a folder without an index is not found`() {
    let missing = folder.path(of: "missing")
    #expect(throws: IndexError.notFound(path: missing)) { try IndexReader(path: missing) }
  }

  @Test func `a reader goes on with its snapshot while the index changes beneath it`() throws {
    let before = try reader([Sample.article("a", "Drones crossed."), Sample.article("b", "Drones landed.")])
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "The harvest was poor."))
    try writer.remove(id: "b")
    try writer.commit()
    try writer.merge(.all)
    #expect(try Sample.found(before, Sample.word("drone")) == ["a", "b"])
    #expect(try Sample.ids(before, before.articles()) == ["a", "b"])
    let after = try IndexReader(path: path)
    #expect(try Sample.found(after, .all) == ["a"])
    #expect(try after.statistics().deletedArticles == 0)
    #expect(try after.statistics().segments == 1)
  }

  @Test func `records come back as they were given`() throws {
    let reader = try reader([Sample.article("a", "Drones crossed."), Sample.article("b", "Élan. 無人機")])
    let articles = try reader.articles(ids: ["b", "none", "a"])
    #expect(articles[1] == nil)
    let records = try reader.records(of: articles.compactMap { $0 })
    #expect(records.map { String(decoding: $0, as: UTF8.self) } == ["b: Élan. 無人機", "a: Drones crossed."])
    var seen: [String] = []
    try reader.forEachRecord { seen.append(String(decoding: $1, as: UTF8.self)) }
    #expect(seen == ["a: Drones crossed.", "b: Élan. 無人機"])
    #expect(
      try reader.contentHashes(of: articles.compactMap { $0 }).last == Sample.hash("aDrones crossed."))
  }

  @Test func `hits say where their passage lies`() throws {
    let text = Sample.longText("drones", sentences: 60)
    let reader = try reader([Sample.article("a", text)])
    let page = try reader.search(SearchRequest(Sample.word("drones"), limit: 100))
    let passages = AnalysedText(text).passages()
    #expect(passages.count > 3)
    #expect(page.hits.count == passages.count)
    for hit in page.hits {
      #expect(hit.bytes == passages[hit.passage.ordinal].bytes)
      #expect(hit.passageCount == passages.count)
    }
    #expect(page.matchesAreExact && page.matches.lowerBound == passages.count)
  }

  @Test func `offset and limit cut pages out of one list`() throws {
    let reader = try reader((0..<25).map { Sample.article("\($0)", "Drones crossed \($0) times.") })
    let all = try reader.search(SearchRequest(Sample.word("drones"), limit: 100)).hits
    let second = try reader.search(SearchRequest(Sample.word("drones"), offset: 10, limit: 10)).hits
    #expect(all.count == 25)
    #expect(second == Array(all[10..<20]))
    #expect(try reader.search(SearchRequest(Sample.word("drones"), offset: 30, limit: 10)).hits.isEmpty)
  }

  @Test func `hits come in the order of their dates when asked`() throws {
    let reader = try reader([
      Sample.article("b", "Drones.", published: ArticleDate(year: 2023, month: 2)),
      Sample.article("c", "Drones.", published: ArticleDate(year: 2023, month: 2, day: 3)),
      Sample.article("a", "Drones.", published: ArticleDate(year: 1950)),
    ])
    func order(_ order: HitOrder) throws -> [String] {
      let page = try reader.search(SearchRequest(Sample.word("drones"), order: order))
      return try Sample.ids(reader, page.hits.map(\.article))
    }
    #expect(try order(.newest) == ["c", "b", "a"])
    #expect(try order(.oldest) == ["a", "b", "c"])
    let statistics = try reader.statistics()
    #expect(statistics.earliest == ArticleDate(year: 1950))
    #expect(statistics.latest == ArticleDate(year: 2023, month: 2, day: 3))
  }

  @Test func `statistics of words count passages, occurrences and articles`() throws {
    let reader = try reader([
      Sample.article("a", Sample.longText("drones", sentences: 40)), Sample.article("b", "Drones."),
    ])
    let words =
      ["drone", "absent", "number"].map { [Array($0.utf8)] } + [[Array("drone".utf8), Array("speak".utf8)]]
    let statistics = try reader.statistics(ofWords: words)
    #expect(statistics[0].occurrences == 41 && statistics[0].articles == 2)
    #expect(statistics[0].passages > 3)
    #expect(statistics[1].passages == 0)
    #expect(statistics[2].articles == 1)
    #expect(statistics[3].occurrences == 81 && statistics[3].articles == 2)
    #expect(statistics[3].passages == statistics[0].passages)
  }

  @Test func `positions count words from one and put the title behind the text`() throws {
    let reader = try reader([Sample.article("a", "Drones crossed; more drones.", title: "Drones")])
    let article = try #require(try reader.article(id: "a"))
    let head = PassageHandle(article: article, ordinal: 0)
    let terms: [IndexTerm] = [.word("drone".utf8), .word("cross".utf8), .title("drone".utf8)]
    let places = terms.indices.map { (passage: head, term: $0) }
    #expect(try reader.positions(of: terms, at: places).map(Array.init) == [[1, 4, 105], [2], [105]])
  }

  @Test func `articles that share fingerprints are counted once for each`() throws {
    let reader = try reader([
      Sample.article("a", Sample.longText("drones", sentences: 40), fingerprints: [1, 2, 3, 0xFF_FFFF_FFFF]),
      Sample.article("b", "Drones.", fingerprints: [2, 3]),
      Sample.article("c", "Harvest.", fingerprints: [9]),
    ])
    func matches(_ prints: [UInt64], atLeast minimum: Int = 1) throws -> [String: Int] {
      let found = try reader.sharing([prints], atLeast: minimum)[0]
      return try Dictionary(
        uniqueKeysWithValues: zip(Sample.ids(reader, found.map(\.article)), found.map(\.sharedCount)))
    }
    #expect(try matches([1, 2, 3, 3]) == ["a": 3, "b": 2])
    #expect(try matches([1, 2, 3], atLeast: 3) == ["a": 3])
    #expect(try matches([0xFF_FFFF_FFFF]) == ["a": 1])
    #expect(try matches([77]).isEmpty)
    let a = try #require(try reader.article(id: "a"))
    let prints = try reader.fingerprints(of: [PassageHandle(article: a, ordinal: 1)])[0]
    #expect(prints == [1, 2, 3, 0xFF_FFFF_FFFF])
  }

  @Test func `names are listed with their passages`() throws {
    let reader = try reader([
      Sample.article(
        "a", "Drones.", outlet: "The  Examplé Times", language: "en",
        entities: [EntityTag(.person, key: "anna berg"), EntityTag(.place, key: "berlin")]),
      Sample.article(
        "b", "Drones.", outlet: "Courier", language: "de", entities: [EntityTag(.person, key: "ann")]),
    ])
    let people = try reader.entities(.person, beginningWith: "an", limit: 10)
    #expect(people.map(\.name) == ["ann", "anna berg"] && people.allSatisfy { $0.passages == 1 })
    #expect(try reader.entities(.person, after: "ann", limit: 10).map(\.name) == ["anna berg"])
    #expect(try reader.entities(.person, limit: 1).count == 1)
    #expect(try reader.outlets().map(\.name) == ["courier", "the example times"])
    #expect(try reader.languages().map(\.name) == ["de", "en"])
    let words = try reader.words(beginningWith: "dro", limit: 5)
    #expect(words.map(\.name) == ["dron", "drone"])
    let a = try #require(try reader.article(id: "a"))
    #expect(
      try reader.entities(of: [PassageHandle(article: a, ordinal: 0)])[0]
        == [EntityTag(.person, key: "anna berg"), EntityTag(.place, key: "berlin")])
  }

  @Test(arguments: [
    "", "a b", String(repeating: "x", count: 200), String(repeating: "x", count: 201),
    String(repeating: "é", count: 4000), "nul\u{0}inside", "https://example.org/?q=1#part",
  ])
  func `an article is found by any id`(id: String) throws {
    let reader = try reader([Sample.article(id, "Drones."), Sample.article("other", "Drones.")])
    let article = try #require(try reader.article(id: id))
    #expect(try Sample.ids(reader, [article]) == [String(id.prefix { $0 != ":" })])
    #expect(try reader.search(SearchRequest(.term(.article(id: id)))).hits.count == 1)
  }

  @Test func `ids that differ only at their end are told apart`() throws {
    let long = String(repeating: "x", count: 5000)
    let reader = try reader([Sample.article(long + "1", "Drones."), Sample.article(long + "2", "Harvest.")])
    #expect(try Sample.ids(reader, reader.articles()).count == 2)
    #expect(try Sample.found(reader, .filter(.all, by: [.term(.article(id: long + "2"))])) == [long + "2"])
  }

  @Test func `damaged files give errors or answers but never a crash`() throws {
    _ = try reader([
      Sample.article("a", Sample.longText("drones", sentences: 400), fingerprints: [1, 2, 3])
    ])
    let segment = path + "/shards/00/segments/00000001"
    for name in WholeFiles.names(segment) where name != "flintlock" {
      let good = try #require(WholeFiles.bytes(segment + "/" + name))
      for offset in stride(from: 0, to: good.count, by: max(1, good.count / 40)) {
        var bad = good
        bad[offset] ^= 0x5A
        WholeFiles.write(segment + "/" + name, bad)
        readEverything()
      }
      WholeFiles.write(segment + "/" + name, Array(good.prefix(good.count / 2)))
      readEverything()
      WholeFiles.write(segment + "/" + name, good)
    }
  }

  /// Reads through all tables; whatever is thrown is an `IndexError`, and that is all that is asked.
  private func readEverything() {
    do {
      let reader = try IndexReader(path: path)
      let page = try reader.search(SearchRequest(Sample.word("drones"), limit: 100))
      _ = try reader.records(of: page.hits.map(\.article))
      _ = try reader.positions(
        of: [.word("drone".utf8)], at: page.hits.map { (passage: $0.passage, term: 0) })
      _ = try reader.ranked(WordRanking([WeighedWord(stems: [Array("drone".utf8)], weight: 1)], limit: 10))
      _ = try reader.fingerprints(of: page.hits.map(\.passage))
      _ = try reader.fingerprints(ofArticles: page.hits.map(\.article))
      _ = try reader.outlines(of: page.hits.map(\.article))
      _ = try reader.sharing([[1, 2, 3]])
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test func `a missing segment is reported as damage`() throws {
    _ = try reader([Sample.article("a", "Drones.")])
    WholeFiles.remove(path + "/shards/00/segments/00000001")
    #expect {
      _ = try IndexReader(path: path)
    } throws: { error in
      guard case IndexError.damaged = error else { return false }
      return true
    }
  }
}
