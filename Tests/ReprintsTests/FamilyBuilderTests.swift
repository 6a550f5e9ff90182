import Articles
import Testing
import TextAnalysis

@testable import Reprints

struct FamilyBuilderTests {
  private static let lead =
    "The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt."
  private static let rescue =
    "Lifeboats from three harbours brought everyone ashore before nightfall, in heavy seas and rain."
  private static let blame =
    "The harbour master blamed a rudder that had failed twice since the spring and was never mended."
  private static let bread =
    "A baker in Selby won the county prize for a rye bread that takes three days to make and bake."
  private static let flour =
    "He mills the flour himself, in a mill that his grandmother bought for the price of a bicycle."

  private func article(_ parts: [String], _ outlet: String, _ day: Int) -> ComparableText {
    ComparableText(
      AnalysedText(parts.joined(separator: "\n\n")), outlet: outlet,
      published: ArticleDate(year: 2021, month: 5, day: day))
  }

  private func families(_ articles: [ComparableText], reversed: Bool = false) -> [Family] {
    var links: [FamilyLink] = []
    for b in articles.indices {
      for a in 0..<b {
        let report = RelationClassifier().report(articles[a], articles[b])
        if let link = FamilyLink(a: a, b: b, report: report) { links.append(link) }
      }
    }
    return FamilyBuilder().families(
      of: articles.map { FamilyMember($0) }, links: reversed ? links.reversed() : links)
  }

  @Test func `versions of one text are one family, the oldest first`() {
    let found = families([
      article([Self.lead, Self.rescue, Self.blame], "Lowmere Gazette", 1),
      article([Self.lead, Self.rescue], "Selby Post", 2),
      article([Self.lead, Self.rescue, Self.blame], "Harwick Echo", 3),
      article([Self.bread, Self.flour], "Selby Post", 3),
    ])
    #expect(found.map(\.articles) == [[0, 1, 2]])
    #expect(found.first?.origin.article == 0)
    #expect(found.first?.outlets == 3)
    #expect(found.first?.versions == 2)
    #expect(found.first?.independentTexts == 1)
  }

  @Test func `a vague date does not make an origin`() throws {
    let text = [Self.lead, Self.rescue, Self.blame]
    let month = try #require(ArticleDate(year: 2021, month: 5))
    let vague = ComparableText(
      AnalysedText(text.joined(separator: "\n\n")), outlet: "Selby Post", published: month)
    let found = families([article(text, "Lowmere Gazette", 3), vague])
    #expect(found.first?.articles == [0, 1])
    #expect(found.first?.origin.article == nil)
    #expect(found.first?.tree.allSatisfy { $0.parent == nil } == true)
  }

  @Test func `an article that strings two texts together does not make one family of them`() {
    let found = families([
      article([Self.lead, Self.rescue, Self.blame], "Lowmere Gazette", 1),
      article([Self.bread, Self.flour], "Selby Post", 1),
      article([Self.lead, Self.rescue, Self.blame, Self.bread, Self.flour], "Harwick Echo", 2),
    ])
    #expect(found.map(\.articles) == [[0, 2]])
  }

  @Test func `a cut is inherited from the copy that made it`() {
    let found = families([
      article([Self.lead, Self.rescue, Self.blame], "Lowmere Gazette", 1),
      article([Self.lead, Self.rescue], "Selby Post", 2),
      article([Self.lead, Self.rescue], "Harwick Echo", 3),
    ])
    #expect(found.first?.tree.map(\.parent) == [nil, 0, 1])
  }

  @Test func `a credited agency is the origin though none of the articles is its own`() {
    let found = families([
      article(["LOWMERE (AP) — \(Self.lead)", Self.rescue], "Lowmere Gazette", 1),
      article(["LOWMERE (AP) — \(Self.lead)", Self.rescue], "Selby Post", 1),
    ])
    #expect(found.first?.origin.source == "AP")
    #expect(found.first?.origin.article == nil)
  }

  @Test func `the order of the links makes no difference`() {
    let articles = [
      article([Self.lead, Self.rescue, Self.blame], "Lowmere Gazette", 1),
      article([Self.lead, Self.rescue], "Selby Post", 2),
      article([Self.bread, Self.flour], "Selby Post", 3),
      article([Self.rescue, Self.blame, Self.lead], "Harwick Echo", 4),
      article([Self.bread, Self.flour], "Harwick Echo", 4),
    ]
    #expect(families(articles) == families(articles, reversed: true))
    #expect(families(articles).count == 2)
  }

  @Test func `a paper that the text cites is not where the text comes from`() {
    let cited = "The rudder had been welded by an apprentice, people who were there told Bloomberg on Friday."
    let found = families([
      article([Self.lead, Self.rescue, cited], "Lowmere Gazette", 1),
      article(["LOWMERE GAZETTE: \(Self.lead)", Self.rescue, cited], "Selby Post", 2),
    ])
    #expect(found.first?.origin.article == 0)
    #expect(found.first?.origin.source == "Lowmere Gazette")
  }
}
