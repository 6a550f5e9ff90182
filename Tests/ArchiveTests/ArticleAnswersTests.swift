import Archive
import Articles
import Query
import TestSupport
import Testing

/// What it means that an article, not a passage, answers a query.
struct ArticleAnswersTests {
  private static let filler = (0..<14).map {
    "The committee met again on the matter, and its members spoke for a long while about item \($0)."
  }.joined(separator: " ")

  /// The first and the last words are in different passages.
  private static let texts = [
    ("both", "BBC News", "The tram stopped. \(filler) A ferry left the quay.", "Brett Kavanaugh"),
    ("tram", "bbc.co.uk", "The tram stopped. \(filler) Nobody left.", "Brett Kavanaugh"),
    ("ferry", "New York Times - News", "The boat stopped. \(filler) A ferry left the quay.", "Ann Other"),
    ("close", "Valley Post", "A tram and a ferry met at the quay. \(filler)", "Ann Other"),
  ]

  private static let home = Result { try TemporaryFolder() }

  private static let made = Result {
    let folder = try home.get()
    let lines = texts.enumerated().map { number, text in
      """
      {"id": "\(text.0)", "outlet": "\(text.1)", "language": "en", "published": "2024-0\(number + 1)-10", \
      "title": "Item", "text": "\(text.2)", "entities": [{"class": "person", "name": "\(text.3)"}]}
      """
    }
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index)
  }

  private func results(_ query: String, _ change: (inout SearchOptions) -> Void = { _ in }) throws
    -> SearchResults
  {
    var options = SearchOptions(limit: 10, grouping: .article)
    change(&options)
    return try Self.made.get().search(query, options: options)
  }

  private func found(_ query: String) throws -> Set<String> {
    Set(try results(query).results.map(\.article.id))
  }

  @Test func `conditions may be met in different passages`() throws {
    #expect(try found("tram AND ferry") == ["both", "close"])
    #expect(try found("tram NOT ferry") == ["tram"])
    #expect(try found("\"ferry left\" NOT tram") == ["ferry"])
  }

  @Test func `one passage must meet them all where that is asked for`() throws {
    let ids = try results("tram AND ferry") { $0.matchesPassages = true }.results.map(\.article.id)
    #expect(ids == ["close"])
  }

  @Test func `a result says what is met in another passage than the one that is shown`() throws {
    let results = try results("tram AND ferry AND quay").results
    let both = try #require(results.first { $0.article.id == "both" })
    #expect(both.elsewhere.map(\.condition) == ["tram"])
    #expect(both.extract.text.contains("ferry left the quay"))
    #expect(both.elsewhere.allSatisfy { $0.passage != both.passage })
    #expect(try #require(results.first { $0.article.id == "close" }).elsewhere.isEmpty)
  }

  @Test func `articles with most of the words are counted, and it is said which`() throws {
    let facets = try #require(try results("tram ferry") { $0.facets = [.month] }.facets)
    #expect(facets.articles == 2 && facets.basis == .words(least: 2, of: 2))
    #expect(facets.facets[0].values.map(\.key) == ["2024-01", "2024-04"])
    #expect(try results("tram ferry").results.count == 4)
    let one = try #require(try results("tram xyzzyx") { $0.facets = [.outlet] }.facets)
    #expect(one.articles == 3 && one.basis == .words(least: 1, of: 2))
  }

  @Test func `an order of dates takes in the articles with most of the words`() throws {
    let found = try results("tram ferry") { $0.order = .oldest }
    #expect(found.results.map(\.article.id) == ["both", "close"])
    #expect(found.answeringArticles == 2)
  }

  @Test(arguments: [
    ("outlet:BBC", ["both", "tram"]), ("outlet:\"New York Times\"", ["ferry"]), ("outlet:NYT", ["ferry"]),
    ("outlet:valleypost.com", ["close"]), ("outlet:\"BBC News\"", ["both"]),
  ])
  func `an outlet is found by the words of its name`(query: String, ids: [String]) throws {
    #expect(try found(query) == Set(ids))
  }

  @Test func `a field with a name that nobody has suggests those that are near`() throws {
    let person = try results("person:Kavanagh")
    #expect(person.results.isEmpty)
    #expect(person.suggestions.first?.meant == ["person:\"Brett Kavanaugh\""])
    let outlet = try results("outlet:\"Vally Post\"")
    #expect(outlet.suggestions.first?.meant == ["outlet:\"valley post\""])
    #expect(outlet.notices.contains { $0.contains("no outlet is named \"Vally Post\"") })
  }

  @Test func `values of fields are completed`() throws {
    let archive = try Self.made.get()
    #expect(try archive.completions(of: .outlet, beginningWith: "BB") == ["bbc news", "bbc.co.uk"])
    #expect(try archive.completions(of: .person, beginningWith: "kav") == ["Brett Kavanaugh"])
  }
}
