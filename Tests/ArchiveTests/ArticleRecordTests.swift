import Articles
import Testing

@testable import Archive

struct ArticleRecordTests {
  /// A record that has everything.
  static let whole: ArticleRecord = {
    var article = Article(
      id: "tölegen-1", outlet: "Міський вісник", url: "https://a.example/1?x=1&y=2", title: "Two\nlines",
      text: "Askar Tölegen met Askar Tölegen in Vienna. 茶馆\u{0} \u{1F600}", language: "en",
      byline: "A. Hollweg",
      published: ArticleDate(parsing: "2024-03-05T08:10:00+02:00"), printed: ArticleDate(parsing: "2024-03"),
      crawled: ArticleDate(parsing: "2024"))
    article.entities = [
      GivenEntity(entityClass: .organisation, name: "Meridian Wire"),
      GivenEntity(entityClass: .place, name: ""),
    ]
    article.sources = ["Meridian Wire", "https://b.example"]
    let person = {
      StoredMention(entityClass: .person, bytes: $0, name: "Askar Tölegen", key: "tolegen askar")
    }
    return ArticleRecord(
      article: article,
      mentions: [
        person(0..<14), person(19..<33),
        StoredMention(entityClass: .place, bytes: 37..<43, name: "Vienna", key: "2761369"),
      ])
  }()

  @Test(arguments: [
    whole, ArticleRecord(article: Article(id: "a", text: "b"), mentions: []),
    ArticleRecord(article: Article(id: "", text: ""), mentions: []),
    ArticleRecord(
      article: Article(id: "a", title: "", text: String(repeating: "ü", count: 70_000)), mentions: []),
  ])
  func `a record comes back from its bytes as it was`(_ record: ArticleRecord) throws {
    #expect(try ArticleRecord(decoding: record.encoded()) == record)
  }

  @Test func `no part of a record is taken for a record`() {
    let bytes = Self.whole.encoded()
    for count in 0..<bytes.count {
      #expect(throws: RecordReader.Damaged.self) { try ArticleRecord(decoding: Array(bytes[..<count])) }
    }
  }

  @Test func `bytes behind a record are noticed`() {
    #expect(throws: RecordReader.Damaged.self) {
      try ArticleRecord(decoding: Self.whole.encoded() + [0])
    }
  }

  @Test func `a record of another version is not read`() {
    var bytes = Self.whole.encoded()
    bytes[0] += 1
    #expect(throws: RecordReader.Damaged.self) { try ArticleRecord(decoding: bytes) }
  }

  /// A byte that is wrong may change what is said, never more than that: it gives a record or an error.
  @Test func `any byte may be wrong`() {
    let bytes = Self.whole.encoded()
    for position in bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFE, 0xFF, bytes[position] ^ 0x01, bytes[position] ^ 0x80] as [UInt8] {
        var damaged = bytes
        damaged[position] = value
        guard let record = try? ArticleRecord(decoding: damaged) else { continue }
        #expect(record.mentions.allSatisfy { $0.bytes.upperBound <= record.article.text.utf8.count })
      }
    }
  }

  @Test func `random bytes give an error or a record`() {
    var generator = Lehmer(state: 42)
    for _ in 0..<2_000 {
      let bytes =
        [1]
        + (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
      _ = try? ArticleRecord(decoding: bytes)
    }
  }

  @Test func `numbers that are too large for their place are an error`() {
    let ends: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    let mention: [UInt8] = [1, 0] + ends + ends
    // Two mentions so far into the text that their offsets do not fit into a number.
    let head = ArticleRecord(article: Article(id: "a", text: "b"), mentions: []).encoded().dropLast(2)
    let entity: [UInt8] = [1, 0, 1, UInt8(ascii: "n"), 1, UInt8(ascii: "k")]
    for tail in [
      mention, [2] + mention.dropFirst() + [0] + ends + ends, [1, 0, 0] + ends, [1, 0] + ends + [1],
    ] {
      #expect(throws: RecordReader.Damaged.self) { try ArticleRecord(decoding: head + entity + tail) }
    }
  }
}

/// Numbers that are the same in each run.
struct Lehmer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
