import Articles
import Testing

@testable import Archive
@testable import Presentation
@testable import Ranking

/// Results and counts of a search in text.
struct SearchTextTests {
  private let writer = SearchText(style: TerminalStyle(isColoured: false), width: 60)

  private func result(_ repeats: [PassageRepeat] = [], notListed: Int = 0) -> SearchResult {
    SearchResult(
      rank: 3, score: 9, article: summary("wire-1", "Meridian Wire", title: "Dam gives way", day(3)),
      passage: 0..<40,
      extract: PassageExtract(
        pieces: [.init(text: "The ", isMatch: false), .init(text: "dam", isMatch: true)], marks: [4..<7]),
      entities: [
        NamedEntity(entityClass: .person, name: "Ada Lind", key: "ada lind", isGiven: false),
        NamedEntity(entityClass: .place, name: "Orlo", key: "orlo", isGiven: true),
      ],
      repeats: repeats, repeatsNotListed: notListed)
  }

  private func repeated(_ number: Int, _ share: Double, _ evidence: PassageRepeat.Evidence) -> PassageRepeat {
    PassageRepeat(
      article: summary("echo-\(number)", "Echo \(number)", day(4)), share: share, evidence: evidence,
      spans: [])
  }

  @Test func `a result has its headline, its source, the extract, its names and who repeats it`() {
    let text = writer.text(of: result([repeated(1, 1, .verbatim), repeated(2, 0.5, .edited)]))
    #expect(
      text.split(separator: "\n") == [
        "3. Dam gives way", "   Meridian Wire · 2031-05-03 · wire-1", "   The dam",
        "   person: Ada Lind · place: Orlo (given)",
        "   ↳ 100 % verbatim  Echo 1 · 2031-05-04 · echo-1",
        "   ↳ 50 % edited     Echo 2 · 2031-05-04 · echo-2",
      ])
  }

  @Test func `matches are set off on a terminal`() {
    let coloured = SearchText(style: TerminalStyle(isColoured: true), width: 60).text(of: result())
    #expect(coloured.contains("The \u{1B}[1;33mdam\u{1B}[0m"))
  }

  @Test func `twelve who repeat are listed, the rest and those with less than half are counted`() {
    let many = (1...15).map { repeated($0, 0.9, .fingerprints) } + [repeated(16, 0.49, .verbatim)]
    let lines = writer.text(of: result(many, notListed: 2)).split(separator: "\n").suffix(3)
    #expect(lines.first?.hasPrefix("   ↳ 90 % probably") == true)
    #expect(
      lines.suffix(2) == [
        "   ↳ and 3 more articles; --json lists them all", "   ↳ 3 more articles may share a part of it",
      ])
    let few = writer.text(of: result([repeated(1, 0.4, .verbatim)])).split(separator: "\n").last
    #expect(few == "   ↳ 1 article may share a part of it")
  }

  @Test func `who is credited as the source is said to be, and what a condition found elsewhere`() {
    var origin = result()
    origin.isOrigin = true
    origin.elsewhere = [ConditionElsewhere(condition: "lind", passage: 50..<60)]
    let text = writer.text(of: origin)
    #expect(text.contains("wire-1 · credited as the\n   source"))
    #expect(text.contains("elsewhere in the article: lind"))
  }

  @Test func `counts name outlets once, and each article without one by itself`() {
    var found = SearchResults(
      results: [result([repeated(1, 1, .verbatim), repeated(1, 1, .verbatim)])], matchingPassages: 7,
      answeringArticles: 4, basis: .conditions, countIsExact: true, notices: [], suggestions: [], facets: nil,
      timings: SearchTimings())
    var options = SearchOptions()
    options.grouping = .text
    options.limit = 1
    #expect(
      SearchText.counts(of: found, options: options) == "1 text at 2 outlets, from 4 articles that match")
    #expect(writer.summary(of: found, options: options).hasSuffix("that match; --offset 1 goes on"))
    found.answeringArticles = nil
    found.countIsExact = false
    found.basis = .words(least: 2, of: 3)
    found.results[0].article = summary("x")
    options.limit = 10
    options.grouping = ResultGrouping.none
    #expect(
      writer.summary(of: found, options: options)
        == "1 passage at 2 outlets, from about 7 passages with at least 2 of the query's 3 words")
  }

  @Test func `counts by value stand in columns, the numbers at the right`() {
    let facets = SearchFacets(
      basis: .words(least: 2, of: 2), passages: 30, articles: 12, texts: nil,
      facets: [
        Facet(
          field: .outlet,
          values: [
            FacetValue(name: "Meridian Wire", key: "meridian wire", articles: 11, texts: 9),
            FacetValue(name: "茶館", key: "茶館", articles: 1, texts: nil),
          ]), Facet(field: .month, values: []),
      ])
    #expect(
      FacetText.text(of: facets).split(separator: "\n", omittingEmptySubsequences: false) == [
        "articles with all 2 words of the query  articles  texts",
        "                                              12      -", "", "outlet",
        "  Meridian Wire                               11      9",
        "  茶館                                         1      -",
        "texts are told apart where articles have at most 20000 passages: narrow the query",
      ])
  }
}
