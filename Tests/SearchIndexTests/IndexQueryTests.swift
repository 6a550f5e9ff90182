import Articles
import SearchIndex
import Storage
import TestSupport
import Testing

struct IndexQueryTests {
  private let folder: TemporaryFolder
  private let reader: IndexReader

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path(of: "index")
    let writer = try IndexWriter(path: path)
    for article in Self.articles { try writer.add(article) }
    try writer.commit()
    reader = try IndexReader(path: path)
  }

  private static let articles = [
    Sample.article(
      "1", "The ZT-180 drone crossed the border.", title: "Drone alarm", outlet: "Example Times",
      language: "en",
      published: ArticleDate(year: 2023, month: 2, day: 21, second: 3600)),
    Sample.article(
      "2", "A drone of the border guard.", outlet: "Courier", language: "en",
      published: ArticleDate(year: 2023, month: 2), entities: [EntityTag(.place, key: "oslo")]),
    Sample.article("3", "The border is closed; drones fly on.", published: ArticleDate(year: 2023)),
    Sample.article("4", "Harvest and dronelike noise.", published: ArticleDate(year: 2024, month: 1, day: 1)),
  ]

  private static func word(_ stem: String) -> IndexQuery { .term(.word(stem.utf8)) }

  /// Queries in closures: values of an indirect enum that live as long as the process look like leaks.
  static let cases: [(String, @Sendable () -> IndexQuery, [String])] = [
    ("all", { .all }, ["1", "2", "3", "4"]),
    ("nothing", { .nothing }, []),
    ("a word", { word("drone") }, ["1", "2", "3"]),
    ("an unknown word", { word("zebra") }, []),
    ("any", { .or([word("drone"), word("harvest")]) }, ["1", "2", "3", "4"]),
    ("both", { .and([word("drone"), word("guard")]) }, ["2"]),
    ("none of nothing", { .and([]) }, []),
    ("any of nothing", { .or([]) }, []),
    ("without", { .except(word("border"), [word("guard"), word("fli")]) }, ["1"]),
    ("all but", { .except(.all, [word("drone")]) }, ["4"]),
    ("a phrase", { .phrase([.word("the".utf8), .word("border".utf8)], window: 2) }, ["1", "2", "3"]),
    ("a phrase the other way round", { .phrase([.word("border".utf8), .word("the".utf8)], window: 2) }, []),
    (
      "a phrase of hyphens",
      { .phrase([.word("zt".utf8), .word("180".utf8), .word("drone".utf8)], window: 3) }, ["1"]
    ),
    ("a joined word", { word("zt180") }, ["1"]),
    ("near", { .near([.word("border".utf8), .word("drone".utf8)], window: 4) }, ["1", "2", "3"]),
    ("nearer than any", { .near([.word("border".utf8), .word("guard".utf8)], window: 2) }, ["2"]),
    ("no phrase of title and text", { .phrase([.word("border".utf8), .word("drone".utf8)], window: 2) }, []),
    ("a prefix", { .prefix(.word("dron".utf8)) }, ["1", "2", "3", "4"]),
    ("an unknown prefix", { .prefix(.word("zebr".utf8)) }, []),
    ("a title", { .term(.title("alarm".utf8)) }, ["1"]),
    ("the title is in the text too", { word("alarm") }, ["1"]),
    ("an outlet however written", { .term(.outlet("EXAMPLE  times ")) }, ["1"]),
    ("a language", { .filter(.all, by: [.term(.language("EN"))]) }, ["1", "2"]),
    ("an entity", { .filter(word("drone"), by: [.term(.entity(.place, key: "oslo"))]) }, ["2"]),
    ("an entity of another class", { .term(.entity(.person, key: "oslo")) }, []),
    ("an id", { .term(.article(id: "3")) }, ["3"]),
    ("weights do not choose", { .scaled(word("guard"), by: 0) }, ["2"]),
    ("preference does not choose", { .prefer(word("guard"), [word("harvest")]) }, ["2"]),
    ("words as one", { .synonym([word("guard"), word("harvest")]) }, ["2", "4"]),
  ]

  @Test(arguments: cases)
  func `a query finds what it says`(
    name: String, query: @Sendable () -> IndexQuery, expected: [String]
  ) throws {
    #expect(try Sample.found(reader, query()) == expected, "\(name)")
  }

  private static func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> ArticleDate? {
    ArticleDate(year: year, month: month, day: day)
  }

  static let dates: [(ArticleDate?, ArticleDate?, [String])] = [
    (date(2023), date(2023), ["1", "2", "3"]),
    (date(2023, 2), date(2023, 2), ["1", "2"]),
    (date(2023, 2, 21), date(2023, 2, 21), ["1"]),
    (date(2023, 2, 20), date(2023, 2, 20), []),
    (date(2023, 2, 22), nil, ["4"]),
    (nil, date(2023, 1), []),
    (nil, date(2023), ["1", "2", "3"]),
    (nil, nil, ["1", "2", "3", "4"]),
    (date(2023, 1), date(2024), ["1", "2", "4"]),
  ]

  @Test(arguments: dates)
  func `dates hold what lies wholly within them`(from: ArticleDate?, to: ArticleDate?, ids: [String]) throws {
    #expect(try Sample.found(reader, .published(from: from, to: to)) == ids)
  }

  @Test func `a query that is nested too deeply is refused`() throws {
    var query = Self.word("drone")
    for _ in 0..<300 { query = .or([query, Self.word("border")]) }
    #expect(throws: IndexError.badQuery(detail: "it is nested too deeply")) {
      try reader.search(SearchRequest(query))
    }
  }

  @Test func `a weight that is no number is refused`() {
    #expect(throws: IndexError.self) { try reader.search(SearchRequest(.scaled(.all, by: .nan))) }
    #expect(throws: IndexError.self) { try reader.search(SearchRequest(.scaled(.all, by: -1))) }
  }

  @Test func `a rarer word weighs more, and a factor multiplies`() throws {
    let plain = try reader.search(SearchRequest(.or([Self.word("drone"), Self.word("guard")]))).hits
    #expect(try Sample.ids(reader, plain.map(\.article)).first == "2")
    let scaled = try reader.search(SearchRequest(.scaled(Self.word("guard"), by: 3))).hits[0].score
    let single = try reader.search(SearchRequest(Self.word("guard"))).hits[0].score
    #expect(abs(scaled - 3 * single) < 1e-9)
  }
}
