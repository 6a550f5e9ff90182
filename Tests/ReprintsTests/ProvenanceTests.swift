import Articles
import Testing
import TextAnalysis

@testable import Reprints

struct ProvenanceTests {
  private let body = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt.

    Lifeboats from three harbours brought everyone ashore before nightfall.
    """

  private func text(_ body: String, outlet: String?, day: Int? = nil) -> ComparableText {
    ComparableText(
      AnalysedText(body), outlet: outlet,
      published: day.flatMap { ArticleDate(year: 2021, month: 5, day: $0) })
  }

  @Test func `a copy that names its original is credited`() {
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette"), text("LOWMERE GAZETTE: \(body)", outlet: "Selby Post"))
    #expect(report.direction == .bFromA)
    #expect(report.credit == .creditedAndCopied)
    #expect(report.source == "Lowmere Gazette")
  }

  @Test func `an agency's text in two papers comes from a third`() {
    let report = RelationClassifier().report(
      text("LOWMERE (AP) — \(body)", outlet: "Lowmere Gazette"),
      text("LOWMERE (AP) — \(body)", outlet: "Selby Post"))
    #expect(report.direction == .bothFromThird)
    #expect(report.source == "AP")
    #expect(report.credit == .creditedAndCopied)
  }

  @Test func `a credit that one of two copies dropped is lost on the way`() {
    let report = RelationClassifier().report(
      text("LOWMERE (AP) — \(body)", outlet: "Lowmere Gazette"), text(body, outlet: "Selby Post"))
    #expect(report.credit == .lostOnTheWay)
  }

  @Test func `without credits the earlier one has it first`() {
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette", day: 4), text(body, outlet: "Selby Post", day: 2))
    #expect(report.direction == .aFromB)
    #expect(report.credit == .copiedWithoutCredit)
    #expect(report.basis.contains("2021-05-02"))
  }

  @Test func `a month is neither before nor after its days`() throws {
    let month = try #require(ArticleDate(year: 2021, month: 5))
    let vague = ComparableText(AnalysedText(body), outlet: "Lowmere Gazette", published: month)
    let report = RelationClassifier().report(vague, text(body, outlet: "Selby Post", day: 2))
    #expect(report.direction == .unknown)
  }

  @Test func `a date that cannot be is not believed`() throws {
    let impossible = try #require(ArticleDate(year: 1, month: 11, day: 30))
    let undated = ComparableText(AnalysedText(body), outlet: "Lowmere Gazette", published: impossible)
    let report = RelationClassifier().report(undated, text(body, outlet: "Selby Post", day: 2))
    #expect(undated.published == nil)
    #expect(report.direction == .unknown)
  }

  @Test func `naming a source of which nothing is copied is credited not copied`() {
    let other = "Trains were late again, the Lowmere Gazette reported, and nobody knows when that will end."
    let report = RelationClassifier().report(
      text(body, outlet: "Lowmere Gazette"), text(other, outlet: "Selby Post"))
    #expect(report.credit == .creditedNotCopied)
  }

  @Test func `credits that a copy dropped are named`() {
    let original = "\(body)\n\nThe rudder had failed before, an engineer told CNN in the spring."
    let report = RelationClassifier().report(
      text(original, outlet: "Lowmere Gazette"), text("LOWMERE GAZETTE: \(body)", outlet: "Selby Post"))
    #expect(report.droppedCredits == ["CNN"])
  }
}
