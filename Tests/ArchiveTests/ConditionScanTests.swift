import Archive
import Articles
import FoundationEssentials
import Query
import SearchIndex
import TestSupport
import Testing
import TextAnalysis

/// What a query finds against a plain scan of the texts, for queries made at random.
struct ConditionScanTests {
  @Test func `500 queries find the articles that a scan of made texts finds`() throws {
    let folder = try TemporaryFolder()
    var maker = MadeArticles(seed: 71)
    let file = try folder.write("articles.jsonl", maker.lines(count: 160).joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    try compare(try Archive(path: folder.index), seed: 7, count: 500, leastAnswered: 250)
  }

  @Test func `200 queries find the articles of the corpus that a scan finds`() throws {
    try compare(try Corpus.archive(), seed: 11, count: 200, leastAnswered: 20)
  }

  /// On request: `REPRISE_SCAN` names a file of articles.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPRISE_SCAN"] != nil))
  func `500 queries find the articles of a given file that a scan finds`() throws {
    let folder = try TemporaryFolder()
    let file = try #require(ProcessInfo.processInfo.environment["REPRISE_SCAN"])
    _ = try Indexer(path: folder.index).run(paths: [file])
    try compare(try Archive(path: folder.index), seed: 13, count: 500, leastAnswered: 50)
  }

  private func compare(_ archive: Archive, seed: UInt64, count: Int, leastAnswered: Int) throws {
    let scan = try TextScan(archive)
    var maker = ConditionMaker(seed: seed, scan: scan)
    var withAnswers = 0
    for _ in 0..<count {
      let text = maker.query()
      let query = try QueryParser.parse(text)
      let expected = scan.answers(query)
      let options = SearchOptions(limit: scan.articles.count, grouping: .article)
      let found = try archive.search(text, options: options).results.map(\.article.id)
      #expect(Set(found) == expected, "\(text) is read as \(query)")
      #expect(Set(found).count == found.count)
      withAnswers += expected.isEmpty ? 0 : 1
    }
    #expect(withAnswers >= leastAnswered)
  }
}

/// The words of all articles, each with its places, to be gone through article by article.
private struct TextScan {
  struct ScannedArticle {
    let id: String
    let outlet: String?
    let published: ArticleDate?
    let given: Set<String>
    /// The stems of the text, each with its positions.
    var text: [[UInt8]: [Int]] = [:]
    /// Those of the headline.
    var title: [[UInt8]: [Int]] = [:]
    /// Plain words of the text in order, to make queries of.
    var words: [String] = []
  }

  private(set) var articles: [ScannedArticle] = []
  let languages: [String]
  private let generator = TermGenerator()

  init(_ archive: Archive) throws {
    var records: [ArticleRecord] = []
    var ids: [String] = []
    try archive.forEachArticle { article throws(ArchiveError) in ids.append(article.id) }
    for id in ids { records.append(try archive.record(ofArticle: id)) }
    let found = Set(records.compactMap(\.language)).subtracting([TermGenerator.defaultLanguage])
    languages = [TermGenerator.defaultLanguage] + found.sorted()
    for record in records { articles.append(scanned(record)) }
  }

  private func scanned(_ record: ArticleRecord) -> ScannedArticle {
    let article = record.article
    var scanned = ScannedArticle(
      id: article.id, outlet: article.outlet, published: article.published,
      given: Set(article.entities.map(\.name)))
    let analysed = AnalysedText(article.text)
    for term in generator.terms(of: analysed, language: record.language) {
      scanned.text[term.stem, default: []].append(term.position)
    }
    scanned.words = analysed.tokens.filter { $0.kind == .word }.map {
      String(decoding: analysed.lowercased($0), as: UTF8.self)
    }.filter { $0.utf8.allSatisfy { $0 &- 0x61 < 26 } && $0.utf8.count > 3 }
    for term in generator.terms(of: AnalysedText(article.title ?? ""), language: record.language) {
      scanned.title[term.stem, default: []].append(term.position)
    }
    return scanned
  }

  func answers(_ query: Query) -> Set<String> {
    let query = query.withoutStopWords(StopList.list(for: query))
    return Set(articles.filter { answers(query.root, $0) }.map(\.id))
  }

  private func answers(_ node: QueryNode, _ article: ScannedArticle) -> Bool {
    switch node.form {
    case .everything: true
    case .word(let word): stand(word.tokens, window: nil, in: article)
    case .phrase(let phrase): stand(phrase.tokens, window: nil, in: article)
    case .prefix: false
    case .near(let words, let distance): stand(words.flatMap(\.tokens), window: distance, in: article)
    case .title(let node):
      if case .word(let word) = node.form {
        stems(word.tokens).contains { Self.stand($0, window: nil, article.title) }
      } else {
        false
      }
    case .any(let parts): parts.contains { answers($0, article) }
    case .all(let parts): parts.allSatisfy { answers($0, article) }
    case .restricted(let base, let filters, let exclusions):
      answers(base, article) && filters.allSatisfy { answers($0, article) }
        && !exclusions.contains { answers($0, article) }
    case .field(.outlet, let value): article.outlet?.lowercased() == value.lowercased()
    case .field(.person, let value): article.given.contains(value)
    case .field(.id, let value): article.id == value
    case .field: false
    case .published(let span): article.published.map(span.contains) ?? false
    }
  }

  private func stems(_ tokens: [QueryToken]) -> [[[UInt8]]] {
    languages.map { language in
      tokens.map {
        generator.terms(of: AnalysedText($0.lowercased), language: language).first?.stem ?? []
      }
    }
  }

  private func stand(_ tokens: [QueryToken], window: Int?, in article: ScannedArticle) -> Bool {
    stems(tokens).contains {
      Self.stand($0, window: window, article.text) || Self.stand($0, window: window, article.title)
    }
  }

  /// Whether stems stand in a row, or with a window within so many positions.
  private static func stand(_ stems: [[UInt8]], window: Int?, _ places: [[UInt8]: [Int]]) -> Bool {
    let positions = stems.map { places[$0] ?? [] }
    guard let window else {
      return positions[0].contains { start in
        positions.enumerated().allSatisfy { $1.contains(start + $0) }
      }
    }
    return within(window, positions, taken: [])
  }

  private static func within(_ window: Int, _ positions: [[Int]], taken: [Int]) -> Bool {
    guard let first = positions.first else { return true }
    return first.contains { place in
      let all = taken + [place]
      return !taken.contains(place) && (all.max() ?? 0) - (all.min() ?? 0) <= window
        && within(window, Array(positions.dropFirst()), taken: all)
    }
  }
}

/// Makes queries of the words, dates and outlets of the articles.
private struct ConditionMaker {
  private var random: SeededNumbers
  private let scan: TextScan

  init(seed: UInt64, scan: TextScan) {
    random = SeededNumbers(seed)
    self.scan = scan
  }

  mutating func query() -> String {
    switch random.below(6) {
    case 0: "\(word()) AND \(word())"
    case 1: "\(phrase()) \(field())"
    case 2: "\(word()) NOT \(condition())"
    case 3: "(\(word()) OR \(condition())) AND \(condition()) NOT \(word())"
    case 4: "\(condition()) AND \(condition()) \(field())"
    default: "\(field()) -\(word()) -\(phrase())"
    }
  }

  private mutating func condition() -> String {
    switch random.below(5) {
    case 0: phrase()
    case 1: "(\(word()) NEAR/\(1 + random.below(12)) \(word()))"
    case 2: "title:\(word())"
    default: word()
    }
  }

  private mutating func article() -> TextScan.ScannedArticle {
    var article = scan.articles[random.below(scan.articles.count)]
    while article.words.count < 3 { article = scan.articles[random.below(scan.articles.count)] }
    return article
  }

  private mutating func word() -> String {
    let words = article().words
    return words[random.below(words.count)]
  }

  private mutating func phrase() -> String {
    let words = article().words
    let start = random.below(words.count - 1)
    return "\"\(words[start]) \(words[start + 1])\""
  }

  private mutating func field() -> String {
    let article = article()
    switch random.below(4) {
    case 0: return article.outlet.map { "outlet:\"\($0)\"" } ?? word()
    case 1: return article.published.map { "date:\($0.year)" } ?? word()
    case 2: return article.given.sorted().first.map { "person:\"\($0)\"" } ?? word()
    default: return article.published.map { "after:\($0.year)" } ?? word()
    }
  }
}

/// Articles of a few words in sentences of chance, so that conditions often meet in other passages.
private struct MadeArticles {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed) }

  private static let words = """
    harbour bridge council winter market garden doctor engine forest island letter minister morning orchard painter \
    planet printer river school silver signal station summer teacher ticket valley village window writer yellow \
    anchor basket candle desert
    """.split(separator: " ").map(String.init)
  private static let outlets = ["Morning Ledger", "Harbour Echo", "Valley Post"]
  private static let people = ["Ulla Testerfield", "Bram Okonjowitz", "Irena Quillby"]

  mutating func lines(count: Int) -> [String] { (0..<count).map { line($0) } }

  private mutating func line(_ number: Int) -> String {
    // Each article has some of the words often and most of them never.
    let own = (0..<12).map { _ in Self.words[random.below(Self.words.count)] }
    let text = (0..<(1 + random.below(40))).map { _ in sentence(own) }.joined(separator: " ")
    let person = Self.people[random.below(Self.people.count)]
    return """
      {"id": "made-\(number)", "outlet": "\(Self.outlets[random.below(3)])", "language": "en", \
      "published": "20\(20 + random.below(4))-0\(1 + random.below(9))-11", "title": "\(sentence(own))", \
      "text": "\(text)", "entities": [{"class": "person", "name": "\(person)"}]}
      """
  }

  private mutating func sentence(_ own: [String]) -> String {
    let words = (0..<(4 + random.below(14))).map { _ in own[random.below(own.count)] }
    return words[0].prefix(1).uppercased() + words.joined(separator: " ").dropFirst() + "."
  }
}

/// Numbers by chance that are the same for a seed.
private struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
