import Glibc
import SearchIndex
import Storage
import TestSupport
import Testing
import TextAnalysis

/// The ranking by words, held against one that counts in the texts themselves.
struct WordRankingTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
  }

  // MARK: Articles at random

  private struct Article {
    let id: String
    let title: [String]
    let text: String
  }

  private static let vocabulary = ["drone", "harvest", "border", "rain", "court", "ship", "vote", "coal"]

  /// Articles of one to many passages; every third has no headline.
  private static func articles(_ count: Int) -> [Article] {
    var random = Lottery(seed: 7)
    return (0..<count).map { number in
      let title = number % 3 == 0 ? [] : (0..<3).map { _ in vocabulary[random.below(vocabulary.count)] }
      let sentences = (0..<random.below(40) + 1).map { _ in
        let words = (0..<random.below(12) + 4).map { _ in
          random.below(3) == 0 ? vocabulary[random.below(vocabulary.count)] : "filler"
        }
        return words.joined(separator: " ").capitalizedFirst + "."
      }
      return Article(id: "a\(number)", title: title, text: sentences.joined(separator: " "))
    }
  }

  private func write(_ articles: [Article], perSegment: Int) throws -> IndexWriter {
    let writer = try IndexWriter(path: path)
    for (number, article) in articles.enumerated() {
      try writer.add(
        Sample.article(
          article.id, article.text,
          title: article.title.isEmpty ? nil : article.title.joined(separator: " ")))
      if number % perSegment == perSegment - 1 { try writer.commit() }
    }
    try writer.commit()
    return writer
  }

  private static func ranking(_ words: [(String, Double)], limit: Int) -> WordRanking {
    var ranking = WordRanking(
      words.map { WeighedWord(stems: [Array($0.0.utf8)], weight: $0.1) }, limit: limit)
    ranking.averageArticleLength = 150
    ranking.averagePassageLength = 60
    return ranking
  }

  // MARK: By hand

  /// The score of an article, from its words as they are written.
  private static func score(_ article: Article, _ ranking: WordRanking) -> Double {
    let words = ranking.words.map { String(decoding: $0.stems[0], as: UTF8.self) }
    let text = AnalysedText(article.text)
    let passages = text.passages().map { passage in
      text.tokens[passage.tokens].filter(\.isWord).map {
        String(decoding: text.lowercased($0), as: UTF8.self)
      } + article.title
    }
    let all = passages.flatMap { $0.dropLast(article.title.count) } + article.title
    let lead = article.title.isEmpty ? Array(all.prefix(15)) : article.title
    func bm25(_ text: [String], _ usual: Double) -> Double {
      var sum = 0.0
      for (index, word) in words.enumerated() {
        let count = Double(text.count { $0 == word })
        let norm = 1.2 * (0.25 + 0.75 * (usual == 0 ? 1 : Double(text.count) / usual))
        sum += ranking.words[index].weight * 2.2 * count / (norm + count)
      }
      return sum
    }
    let best = passages.map { bm25($0, ranking.averagePassageLength) }.max() ?? 0
    return 0.7 * bm25(all, ranking.averageArticleLength) + 0.3 * best + 0.3 * bm25(lead, 0)
  }

  private func expectSame(_ articles: [Article], _ ranking: WordRanking) throws {
    let reader = try IndexReader(path: path)
    let found = try reader.ranked(ranking)
    let expected = articles.map { (id: $0.id, score: Self.score($0, ranking)) }
      .filter { $0.score > 0 }.sorted { $0.score > $1.score }.prefix(ranking.limit)
    #expect(found.articles.count == expected.count)
    let ids = try Sample.ids(reader, found.articles.map(\.extent.article))
    for (index, best) in expected.enumerated() {
      #expect(abs(found.articles[index].score - best.score) < 1e-9)
      let own = expected.first { $0.id == ids[index] }?.score ?? 0
      #expect(abs(found.articles[index].score - own) < 1e-9)
    }
  }

  // MARK: Tests

  private static let queries: [[(String, Double)]] = [
    [("drone", 2)], [("drone", 1.5), ("harvest", 3.25), ("absent", 7)],
    [("coal", 1), ("vote", 2), ("ship", 0.5), ("court", 4), ("rain", 1.25)], [("absent", 1)],
  ]

  @Test(arguments: queries.indices, [(1_000, 1_000), (1_000, 40), (5, 40)])
  func `articles score what their texts say`(query: Int, sizes: (limit: Int, perSegment: Int)) throws {
    let articles = Self.articles(120)
    _ = try write(articles, perSegment: sizes.perSegment)
    try expectSame(articles, Self.ranking(Self.queries[query], limit: sizes.limit))
  }

  @Test func `what cannot come among the best is counted all the same`() throws {
    let writer = try write(Self.articles(400), perSegment: 150)
    for number in stride(from: 3, to: 400, by: 7) { try writer.remove(id: "a\(number)") }
    try writer.commit()
    let reader = try IndexReader(path: path)
    let query = [("coal", 0.1), ("vote", 0.2), ("drone", 5)]
    let all = try reader.ranked(Self.ranking(query, limit: 1_000))
    let few = try reader.ranked(Self.ranking(query, limit: 3))
    #expect(few.articles.map(\.extent) == all.articles.prefix(3).map(\.extent))
    #expect(few.articles.map(\.score) == all.articles.prefix(3).map(\.score))
    #expect(few.matchingPassages == all.matchingPassages)
  }

  @Test func `deleted articles are left out, before a merge and after`() throws {
    let articles = Self.articles(90)
    let writer = try write(articles, perSegment: 30)
    for article in articles where article.id.hasSuffix("4") { try writer.remove(id: article.id) }
    try writer.commit()
    let kept = articles.filter { !$0.id.hasSuffix("4") }
    let ranking = Self.ranking(Self.queries[1], limit: 1_000)
    try expectSame(kept, ranking)
    let matching = try IndexReader(path: path).ranked(ranking).matchingPassages
    #expect(try writer.merge(.all))
    try expectSame(kept, ranking)
    #expect(try IndexReader(path: path).ranked(ranking).matchingPassages == matching)
  }

  @Test func `candidates score as they do among all`() throws {
    _ = try write(Self.articles(60), perSegment: 20)
    let reader = try IndexReader(path: path)
    var ranking = Self.ranking(Self.queries[2], limit: 1_000)
    let all = try reader.ranked(ranking).articles
    let some = all.indices.filter { $0 % 3 == 1 }.map { all[$0] }
    ranking.among = try reader.articles(withAnyOf: [])
    for article in some { ranking.among?.insert(article.extent.article) }
    let found = try reader.ranked(ranking).articles
    #expect(found.map(\.extent) == some.map(\.extent))
    #expect(found.map(\.score) == some.map(\.score))
  }

  @Test func `several stems of a word count as one`() throws {
    _ = try write(Self.articles(60), perSegment: 20)
    let reader = try IndexReader(path: path)
    let both = [[Array("drone".utf8), Array("coal".utf8), Array("absent".utf8)]]
    let statistics = try reader.statistics(ofWords: both)[0]
    let alone = try reader.statistics(ofWords: both[0].map { [$0] })
    #expect(statistics.occurrences == alone.reduce(0) { $0 + $1.occurrences })
    #expect(statistics.articles < alone.reduce(0) { $0 + $1.articles })
    var ranking = Self.ranking([("drone", 1)], limit: 1_000)
    ranking.words[0].stems = both[0]
    let found = try reader.ranked(ranking)
    #expect(found.articles.count == statistics.articles)
    #expect(found.matchingPassages == statistics.passages)
  }

  @Test func `passages say which words they have`() throws {
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "Drones and coal."))
    try writer.add(Sample.article("b", "Only coal."))
    try writer.commit()
    let found = try IndexReader(path: path).ranked(Self.ranking([("drone", 1), ("coal", 1)], limit: 10))
    #expect(found.articles.map { found.passages[$0.passages.lowerBound].words } == [0b11, 0b10])
    #expect(found.matchingPassages == 2)
  }

  @Test func `equal articles stand as they lie in the files`() throws {
    let writer = try IndexWriter(path: path)
    for id in 0..<20 { try writer.add(Sample.article("\(id)", "Drones and coal.")) }
    try writer.commit()
    let reader = try IndexReader(path: path)
    let found = try reader.ranked(Self.ranking([("drone", 1)], limit: 7)).articles
    #expect(found.map(\.extent.article) == Array(try reader.articles().prefix(7)))
  }

  @Test func `an article of thousands of passages is ranked like any`() throws {
    let long = Article(id: "long", title: ["coal"], text: Sample.longText("drone", sentences: 10_000))
    let articles =
      Self.articles(10) + [long]
      + Self.articles(10).map {
        Article(id: "b" + $0.id, title: $0.title, text: $0.text)
      }
    _ = try write(articles, perSegment: 1_000)
    try expectSame(articles, Self.ranking([("drone", 1), ("coal", 2)], limit: 1_000))
  }

  // MARK: Damage

  @Test func `a table that is cut short is damage`() throws {
    _ = try write(Self.articles(10), perSegment: 100)
    let file = path + "/shards/00/segments/00000001/words.table"
    let good = try #require(WholeFiles.bytes(file))
    for count in [0, 10, 95, good.count / 2, good.count - 1] {
      WholeFiles.write(file, Array(good.prefix(count)))
      #expect(
        performing: { try IndexReader(path: path) },
        throws: { error in
          if case IndexError.damaged = error { true } else { false }
        })
    }
    WholeFiles.remove(file)
    #expect(throws: IndexError.self) { try IndexReader(path: path) }
  }

  @Test func `damage that keeps size and time gives errors or answers but never a crash`() throws {
    _ = try write(Self.articles(40), perSegment: 100)
    let file = path + "/shards/00/segments/00000001/words.table"
    let good = try #require(WholeFiles.bytes(file))
    var status = stat()
    try #require(stat(file, &status) == 0)
    var random = Lottery(seed: 11)
    for _ in 0..<150 {
      var bad = good
      for _ in 0...random.below(4) { bad[random.below(bad.count)] ^= UInt8(1 << random.below(8)) }
      WholeFiles.write(file, bad)
      let times = [status.st_mtim, status.st_mtim]
      utimensat(AT_FDCWD, file, times, 0)
      let words = Self.vocabulary.map { ($0, 1.0) }
      let reader = try? IndexReader(path: path)
      _ = try? reader?.ranked(Self.ranking(words, limit: 20))
      _ = try? reader?.statistics(ofWords: [Self.vocabulary.map { Array($0.utf8) }])
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
