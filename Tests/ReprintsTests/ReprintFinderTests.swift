import Articles
import Testing
import TextAnalysis

@testable import Reprints

/// Reports over a collection in memory: no index takes part.
struct ReprintFinderTests {
  /// What reading a list can end with: nothing, but a `Never` here is more than this compiler can take.
  struct Unreadable: Error {}

  /// Articles in a list.
  struct List: ArticleCollection {
    typealias Handle = Int
    typealias Failure = Unreadable
    let all: [Article]
    var jobs = 1

    func handles() -> [Int] { Array(all.indices) }

    func outlines(of handles: [Int]) -> [SurveyedArticle] {
      handles.map { index in
        let prepared = PreparedArticle(all[index])
        return SurveyedArticle(
          stamp: ArticleStamp(all[index]), fingerprints: prepared.fingerprints.map(\.value),
          sketch: StorySketch(of: prepared.text, prepared.words))
      }
    }

    func articles(at handles: [Int]) -> [Article] { handles.map { all[$0] } }

    func map<Part: Sendable, Result: Sendable>(
      _ parts: [Part], _ transform: @Sendable (Part) throws(Unreadable) -> Result
    ) throws(Unreadable) -> [Result] {
      var results: [Result] = []
      for part in parts { results.append(try transform(part)) }
      return results
    }
  }

  private static let body = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt.

    Lifeboats from three harbours brought everyone ashore before nightfall, in heavy seas and rain.

    The harbour master blamed a rudder that had failed twice since the spring and was never mended.
    """

  private func article(_ id: String, _ outlet: String, _ day: Int, _ text: String = body) -> Article {
    Article(id: id, outlet: outlet, text: text, published: ArticleDate(year: 2021, month: 5, day: day))
  }

  private func findings(_ articles: [Article]) throws -> ReprintFinder<List>.Findings {
    try ReprintFinder(List(all: articles)).findings()
  }

  @Test func `the result does not depend on the order of the articles`() throws {
    let articles = [
      article("a", "Lowmere Gazette", 1), article("b", "Selby Post", 3), article("c", "Harwick Echo", 7),
    ]
    let (one, other) = (try findings(articles), try findings(articles.reversed()))
    #expect(one.pairs.count == 3)
    #expect(one.pairs.map(\.report) == other.pairs.map(\.report))
    #expect(one.families == other.families)
  }

  @Test func `what a family credits is told of those of it that credit nothing`() throws {
    let signed = "LOWMERE (AP) — \(Self.body)"
    let found = try findings([
      article("a", "Lowmere Gazette", 1, signed), article("b", "Selby Post", 1, signed),
      article("c", "Harwick Echo", 1), article("d", "Tallmere News", 9),
    ])
    #expect(found.pairs.count == 6)
    #expect(found.pairs.allSatisfy { $0.report.direction == .bothFromThird && $0.report.source == "AP" })
    let silent = found.pairs.first { $0.records.a.id == "c" && $0.records.b.id == "d" }
    #expect(silent?.report.credit == CreditVerdict.none)
    #expect(silent?.report.basis.contains("family") == true)
    #expect(found.families.first?.tree.allSatisfy { $0.parent == nil } == true)
  }

  @Test func `copies of one day without a credit stand side by side`() throws {
    let found = try findings([
      article("a", "Lowmere Gazette", 1), article("b", "Selby Post", 1), article("c", "Harwick Echo", 1),
    ])
    #expect(found.pairs.allSatisfy { $0.report.direction == .unknown && $0.report.credit == .none })
    #expect(found.families.first?.origin.article == nil)
    #expect(found.families.first?.tree.allSatisfy { $0.parent == nil } == true)
  }

  private func page(_ id: String, _ title: String, _ outlet: String = "Selby Post") -> Article {
    Article(id: id, outlet: outlet, url: "https://post.example/\(id)", title: title, text: Self.body)
  }

  @Test func `a page under the headlines of different stories is no article`() throws {
    let titles = ["Ferry strike ends", "Mayor resigns over bridge", "Herring prices fall again"]
    let pages = titles.enumerated().map { page("p\($0)", $1) }
    let found = try findings(pages + [page("q", "Terms and privacy", "Harwick Echo")])
    #expect(found.pairs.count == 6)
    #expect(found.pairs.allSatisfy { $0.report.relation == .boilerplate })
    #expect(found.families.isEmpty)
  }

  @Test func `a story under several addresses and nearly one headline is an outlet's duplicate`() throws {
    let titles = [
      "Ferry Ondine runs aground", "Ferry Ondine aground off Lowmere", "Ferry Ondine runs aground",
    ]
    let found = try findings(titles.enumerated().map { page("p\($0)", $1) })
    #expect(found.pairs.allSatisfy { $0.report.relation == .reprint && $0.report.isWithinOutlet })
  }

  @Test func `one page that an outlet has for weeks under several addresses is no article`() throws {
    let dated = [1, 9, 17, 25].map { day in
      var article = page("p\(day)", "Ferry Ondine runs aground")
      article.published = ArticleDate(year: 2021, month: 5, day: day)
      return article
    }
    #expect(try findings(dated).pairs.allSatisfy { $0.report.boilerplate == .page })
    let ofOneWeek = try findings(Array(dated.prefix(2)))
    #expect(ofOneWeek.pairs.allSatisfy { $0.report.relation == .reprint })
  }

  @Test func `texts are not kept in what was found`() throws {
    let found = try findings([article("a", "Lowmere Gazette", 1), article("b", "Selby Post", 3)])
    #expect(found.records.values.allSatisfy { $0.text.isEmpty })
    #expect(found.pairs.allSatisfy { $0.records.a.text.isEmpty && $0.records.b.text.isEmpty })
  }
}
