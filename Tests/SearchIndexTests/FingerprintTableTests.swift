import SearchIndex
import Storage
import TestSupport
import Testing

struct FingerprintTableTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path(of: "index")
  }

  /// Articles whose fingerprints are known: several share each, some have none, one has many passages.
  private static let articles: [(id: String, fingerprints: [UInt64])] = {
    var state: UInt64 = 7
    func random(below limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    let common = (0..<400).map { _ in random(below: 1 << 31) << 9 | random(below: 1 << 9) }
    return (0..<60).map { number in
      let count = number % 7 == 0 ? 0 : Int(random(below: 120))
      return ("article-\(number)", (0..<count).map { _ in common[Int(random(below: 400))] })
    }
  }()

  private func sample(_ number: Int) -> IndexedArticle {
    let (id, fingerprints) = Self.articles[number]
    let text = number % 5 == 0 ? Sample.longText("drones", sentences: 30) : "Article \(id) speaks of drones."
    var article = Sample.article(id, text, outline: "outline of \(id)")
    for (place, fingerprint) in fingerprints.enumerated() {
      let passage = place * article.passages.count / max(1, fingerprints.count)
      article.passages[passage].fingerprints.append(fingerprint)
    }
    return article
  }

  /// What the index says of the articles must be what is known of them.
  private func check(_ expected: [Int]) throws {
    let reader = try IndexReader(path: path)
    let handles = try reader.articles()
    let ids = try Sample.ids(reader, handles)
    #expect(ids.sorted() == expected.map { Self.articles[$0].id }.sorted())
    let known = Dictionary(uniqueKeysWithValues: Self.articles.map { ($0.id, $0.fingerprints) })
    #expect(try reader.fingerprints(ofArticles: handles) == ids.map { known[$0] })
    #expect(try reader.outlines(of: handles) == ids.map { Array("outline of \($0)".utf8) })
    for (handle, id) in zip(handles, ids) {
      let count = try reader.extents(of: [handle])[0].passageCount
      let passages = (0..<count).map { PassageHandle(article: handle, ordinal: $0) }
      #expect(try Array(reader.fingerprints(of: passages).joined()) == known[id])
    }
    for fingerprint in Set(Self.articles.flatMap(\.fingerprints)).sorted().prefix(80) {
      let found = try reader.sharing([[fingerprint]])[0].map(\.article)
      let holders = expected.map { Self.articles[$0] }.filter { $0.fingerprints.contains(fingerprint) }
      #expect(try Sample.ids(reader, found).sorted() == holders.map(\.id).sorted())
    }
  }

  @Test func `a segment gives back what its articles brought`() throws {
    let writer = try IndexWriter(path: path)
    for number in Self.articles.indices { try writer.add(sample(number)) }
    try writer.commit()
    try check(Array(Self.articles.indices))
  }

  @Test func `merged segments hold what is left of their articles`() throws {
    let writer = try IndexWriter(path: path)
    for number in Self.articles.indices {
      try writer.add(sample(number))
      if number % 17 == 16 { try writer.commit() }
    }
    try writer.commit()
    try check(Array(Self.articles.indices))
    // The first and the last article of a segment, one of many passages, and neighbours.
    let removed = [0, 5, 16, 30, 31, 32, 59]
    for number in removed { try writer.remove(id: Self.articles[number].id) }
    try writer.commit()
    let left = Self.articles.indices.filter { !removed.contains($0) }
    try check(left)
    try writer.merge(.all)
    #expect(try IndexReader(path: path).statistics().segments == 1)
    try check(left)
    try writer.add(sample(5))
    try writer.commit()
    try writer.merge(.all)
    try check(left + [5])
  }

  @Test func `the closest articles are named, and all are counted`() throws {
    let writer = try IndexWriter(path: path)
    let text: [UInt64] = Array(1...8)
    for number in 0..<20 {
      try writer.add(
        Sample.article("a\(number)", "Drones.", fingerprints: Array(text.prefix(1 + number % 8))))
    }
    try writer.commit()
    let reader = try IndexReader(path: path)
    let all = try reader.sharing([text])[0]
    for most in [0, 1, 2, 3, 5, 19, 20, 100] {
      let (matches, count) = try reader.closest(to: text, atLeast: 1, most: most)
      #expect(count == 20)
      #expect(matches == Array(all.prefix(most)))
    }
    #expect(try reader.closest(to: text, atLeast: 5, most: 1).count == 8)
  }

  @Test func `articles are told apart by the lower 40 bits of their fingerprints`() throws {
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "Drones crossed.", fingerprints: [1 << 40 | 77]))
    try writer.add(Sample.article("b", "Drones landed.", fingerprints: [1 << 32 | 77]))
    try writer.commit()
    let reader = try IndexReader(path: path)
    #expect(try Sample.ids(reader, reader.sharing([[77]])[0].map(\.article)) == ["a"])
    #expect(try Sample.ids(reader, reader.sharing([[1 << 32 | 77]])[0].map(\.article)) == ["b"])
  }

  @Test func `a table that is cut off or another's is damage`() throws {
    let writer = try IndexWriter(path: path)
    try writer.add(Sample.article("a", "Drones crossed.", fingerprints: [1, 2, 3]))
    try writer.commit()
    let table = path + "/shards/00/segments/00000001/fingerprints.table"
    let good = try #require(WholeFiles.bytes(table))
    for bad in [Array(good.dropLast(8)), [], Array(good.reversed())] {
      WholeFiles.write(table, bad)
      #expect {
        _ = try IndexReader(path: path).sharing([[1]])
      } throws: { error in
        if case .damaged = error as? IndexError { true } else { false }
      }
    }
  }
}
