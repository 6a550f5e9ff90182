import Testing
import TextAnalysis

@testable import Reprints

struct RelationClassifierTests {
  private func report(_ a: String, _ b: String) -> PairReport {
    RelationClassifier().report(ComparableText(AnalysedText(a)), ComparableText(AnalysedText(b)))
  }

  private let story = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board.

    Lifeboats from three harbours brought everyone ashore before nightfall, and nobody was hurt.

    The harbour master blamed a rudder that had failed twice since the spring.

    Divers will look at the hull once the storm has passed and the tide is low.
    """

  @Test func `a reprint with a new headline is still found`() {
    let report = report(story, "All safe after ferry drama\n\n\(story)")
    #expect(report.relation == .reprint)
    #expect(report.containmentA == 1)
    #expect(report.containmentB == 1)
  }

  @Test func `a story cut to its first half is a reprint of all of it`() {
    let cut = story.split(separator: "\n\n").prefix(2).joined(separator: "\n\n")
    let report = report(story, cut)
    #expect(report.relation == .reprint)
    #expect(report.containmentB == 1)
    #expect(report.containmentA < 0.7)
  }

  @Test func `one sentence lifted into another story is partial`() {
    let other = """
      Ferry lines have had a bad year on this coast, and passengers are turning to the railway again.

      The harbour master blamed a rudder that had failed twice since the spring.

      Shares of the line fell sharply, and two banks asked for their money back before Christmas came.
      """
    #expect(report(story, other).relation == .partial)
  }

  @Test func `only the same statement in two stories is quotes`() {
    let statement =
      "“We are sorry for what our passengers went through, and we will pay every penny back,” the line said."
    let one =
      "The ferry ran aground near the lighthouse in heavy weather.\n\n\(statement)\n\nDivers come on Friday."
    let other =
      "Angry travellers met the company yesterday and got an answer.\n\n\(statement)\n\nTheir lawyer stays in town."
    #expect(report(one, other).relation == .quotes)
  }

  @Test func `numbers and names that were changed come first`() {
    let edited = story.replacing("214 people", with: "240 people").replacing("was hurt", with: "was killed")
    let report = report(story, edited)
    #expect(report.changes.map(\.weight) == [.number, .words])
    #expect(
      report.changes.first.map { String(story.utf8.dropFirst($0.a.lowerBound).prefix($0.a.count)) } == "214")
  }

  @Test func `two stories of one event without shared text have no relation`() {
    #expect(
      report(
        story, "Everyone aboard a stranded ferry was rescued. A broken rudder is thought to be the cause."
      ).relation == .none)
  }

  @Test func `pleas to subscribe are no shared text`() {
    let plea =
      "Sign up for our morning newsletter and get the stories that matter delivered straight to your inbox."
    let report = report(
      "\(story)\n\n\(plea)", "A baker in Lowmere won the county prize for his rye bread.\n\n\(plea)")
    #expect(report.relation == .boilerplate)
  }
}
