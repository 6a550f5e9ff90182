import Testing
import TextAnalysis

@testable import Reprints

struct QuotationMaskTests {
  /// The words of a text that are masked.
  private func quoted(_ text: String) -> String {
    let analysed = AnalysedText(text)
    let mask = QuotationMask.mask(of: analysed)
    return zip(analysed.tokens, mask).filter { $0.0.isWord && $0.1 }.map { analysed.string(of: $0.0) }
      .joined(separator: " ")
  }

  @Test(arguments: [
    (#"He said "we will sail" and left."#, "we will sail"),
    ("He said “we will sail” and left.", "we will sail"),
    ("Il a dit « nous partons » hier.", "nous partons"),
    ("Er sagte „wir segeln“ und ging.", "wir segeln"),
    ("He said ''we will sail'' and left.", "we will sail"),
    ("He said ‘we will sail’ and left.", "we will sail"),
    ("She said “he told me ‘never’ twice” again.", "he told me never twice"),
    ("It is the captain's boat and the sailors' home.", ""),
  ])
  func `text between marks is quoted`(text: String, words: String) {
    #expect(quoted(text) == words)
  }

  @Test func `a quotation that is not closed ends with its paragraph`() {
    #expect(quoted("He began: “We sail at dawn.\n\nThe boat was gone by noon.") == "We sail at dawn")
  }

  @Test func `a tweet is known by its signature`() {
    let text =
      "The captain wrote.\n\nWe sail at dawn. Come along! — Ann Tar (@anntar) May 3, 2021\n\nShe sailed."
    #expect(quoted(text).hasPrefix("We sail at dawn Come along"))
    #expect(!quoted(text).contains("captain"))
  }

  @Test func `what follows a statement's colon is quoted`() {
    #expect(
      quoted("The ferry line said in a statement:\n\nWe regret the delay.\n\nTickets stay valid.")
        == "We regret the delay")
  }

  @Test func `an article that is a transcript is speech from its first speaker to its last`() {
    let talk = "ANN TAR: We sail at dawn.\n\nI have seen worse.\n\nMAX: Not I.\n\nANN TAR: Come."
    #expect(quoted(talk) == "We sail at dawn I have seen worse MAX Not I ANN TAR Come")
    let later = "The ferry sank.\n\nNobody was hurt.\n\nDivers came.\n\n\(talk)"
    #expect(quoted(later) == "We sail at dawn Not I Come")
  }

  @Test func `a list of claims and facts is no transcript`() {
    let list = "CLAIM: Ferries sink.\n\nFew do.\n\nCLAIM: Fares rose.\n\nThey fell.\n\nCLAIM: Fog is rare."
    #expect(quoted(list) == "Ferries sink Fares rose Fog is rare")
  }

  @Test func `a dateline is no cue`() {
    #expect(quoted("LOWMERE: The ferry ran aground on Tuesday.") == "")
  }
}
