import Articles
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

  @Test func `a sentence with other numbers is a form filled in anew`() {
    let one = "The fund put the cost at 379 million crowns, 99.1 percent more than its accountants expected."
    let other = "The fund put the cost at 22 million crowns, 17.4 percent more than its accountants expected."
    #expect(
      report("\(story)\n\n\(one)", "Nobody on the island had seen snow before that winter.\n\n\(other)")
        .relation == .none)
  }

  @Test func `a short copy with a long footer stays a copy`() {
    let footer =
      "The harbour desk sends one letter every morning with the tides, the prices of herring and ships."
    let text = "\(story)\n\n\(footer)"
    let start = text.utf8.count - footer.utf8.count
    let copy = ComparableText(AnalysedText(text), boilerplate: [start..<text.utf8.count])
    #expect(RelationClassifier().report(copy, copy).relation == .reprint)
  }

  @Test func `names and numbers that were changed are told in words`() throws {
    let edited = story.replacing("214", with: "241").replacing("Lowmere on", with: "Selby on")
    let changes = report(story, edited).changes
    #expect(changes.map { [$0.wordsA, $0.wordsB] } == [["214", "241"], ["Lowmere", "Selby"]])
  }

  @Test func `a story that is cut in the midst of the quotation it begins with is a reprint`() {
    let quotation = """
      “Nobody told us that the rudder had failed before we left the quay that morning, and nobody asked, for we had \
      all seen how the harbour master deals with such questions
      """
    let whole = "\(quotation) when they come from below deck,” a sailor said.\n\n\(story)"
    #expect(report(whole, quotation).relation == .reprint)
    #expect(report("\(story)\n\n\(whole)", quotation).relation == .quotes)
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

  private func dated(_ text: String, _ day: Int, _ month: Int) -> ComparableText {
    ComparableText(AnalysedText(text), published: ArticleDate(year: 2021, month: month, day: day))
  }

  @Test func `standing background under stories of different events is no copying`() {
    let background =
      "The coast has been closed to ferries again and again since the storm of 2019, when the old pier broke in two and sank."
    let one = "A trawler was lost near Selby on Monday night with a crew of five.\n\n\(background)"
    let other = "Two children were saved from a raft off Harwick by a passing yacht.\n\n\(background)"
    let classifier = RelationClassifier()
    #expect(classifier.report(dated(one, 1, 3), dated(other, 9, 5)).relation == .boilerplate)
    #expect(classifier.report(dated(one, 1, 3), dated(other, 2, 3)).relation == .partial)
  }

  @Test func `a form filled in with other figures is no reprint`() {
    let one =
      "Net sales of 12 shops rose 4.5 percent to 310 million in March from 297 million a year before, with 19 new shops."
    let other =
      "Net sales of 31 shops rose 2.1 percent to 870 million in March from 852 million a year before, with 7 new shops."
    #expect(report(one, other).relation == .boilerplate)
  }

  @Test func `a stock sentence is nobody's`() {
    let stock =
      "The ministry of shipping did not immediately respond to a request for comment on Friday afternoon or evening."
    let one = "Three ferries are laid up in Selby, their owners say, for want of engineers.\n\n\(stock)"
    let other = "A pilot who slept at the wheel has lost his licence for good.\n\n\(stock)"
    #expect(report(one, other).relation == .none)
  }

  private let fares = "Ferry lines have had a bad year, and people on this coast are turning to the railway."

  @Test(arguments: [
    // Scraps of sentences that go on differently.
    (
      "The line was one of the first to sail in winter, and it had lost money on every crossing since it bought the Ondine.",
      "The pier was one of the first to freeze in winter, and it had lost planks on every day that the ice moved in."
    ),
    // Who a speaker is.
    (
      "Fog was to blame, said Jane Tar, a professor of navigation at the Harwick institute who has sailed with the line for years.",
      "Fares must fall, said Jane Tar, a professor of navigation at the Harwick institute who has sailed with the line for years."
    ),
    // A report of every month with the figures of another one.
    (
      "The share of late ferries remained at 3.7 percent, while that of cancelled ones rose to 63.2 percent in March.",
      "The share of late ferries remained at 3.7 percent, while that of cancelled ones rose to 62.9 percent in March."
    ),
  ])
  func `stock of many stories is nobody's copy`(one: String, other: String) {
    #expect(report("\(story)\n\n\(one)", "\(fares)\n\n\(other)").relation == .none)
  }

  @Test func `a speech that both set below a colon is quotes`() {
    let speech = """
      even as we speak, there are those who are preparing to close the winter line, the auditors and the bridge builders \
      who have never stood on a quay in the rain and never will.
      """
    let one = "\(fares) So spoke the harbour master to the crowd:\n\nNow \(speech)\n\nHe was cheered."
    #expect(report(one, "\(story) He had said as much at the old pier:\n\n\(speech)").relation == .quotes)
  }

  @Test func `what somebody writes on a network is quotes though its marks and name were lost`() {
    let tweet = """
      Tomorrow I will vote against new fares. They are not only bad for the islands, as @anntar explains; they are a way \
      to close the winter line by the back door.
      """
    let one =
      "\(fares) Two members of the county council are against it.\n\n\(tweet)\n\nThe vote is on Friday."
    #expect(report(one, "\(story)\n\n\(tweet)").relation == .quotes)
  }

  @Test func `two articles of one outlet that quote one document are quotes`() {
    let memo = """
      Captains are to keep their engines warm at the quay from now on, and to tell the desk in Harwick of every rudder \
      that has failed them once.
      """
    let one = ComparableText(AnalysedText("\(fares)\n\n“\(memo)”"), outlet: "Lowmere Gazette")
    let other = ComparableText(
      AnalysedText("\(story)\n\n\(memo)\n\nThe Lowmere Gazette has seen it."), outlet: "Lowmere Gazette")
    #expect(RelationClassifier().report(one, other).relation == .quotes)
  }

  @Test func `an excerpt is partial where its paper is named`() {
    let essay = """
      Ferries are the last slow thing in a hurried land, and the people who want them faster have not understood what they \
      are for. Nobody boards one to arrive.
      """
    let paper = ComparableText(AnalysedText("Notes from the pier\n\n\(essay)"), outlet: "Lowmere Gazette")
    let quoting =
      "In praise of delay, the Lowmere Gazette has found its voice.\n\n“\(essay)”\n\nThe minister disagrees."
    let anonymous = quoting.replacing("the Lowmere Gazette", with: "one columnist")
    let classifier = RelationClassifier()
    #expect(
      classifier.report(paper, ComparableText(AnalysedText(quoting), outlet: "Selby Post")).relation
        == .partial)
    #expect(
      classifier.report(paper, ComparableText(AnalysedText(anonymous), outlet: "Selby Post")).relation
        == .quotes)
  }

  @Test func `spans leave headings and pleas out and say what is verbatim`() {
    let cut = "Ferry drama ends well\n\n" + story.replacing("on Tuesday ", with: "")
    let report = report(story, cut)
    #expect(report.spans.count == 1)
    #expect(report.spans.first?.isVerbatim == false)
    #expect(
      report.spans.first.map { cut.utf8.dropFirst($0.b.lowerBound).starts(with: "The ferry".utf8) } == true)
  }
}
