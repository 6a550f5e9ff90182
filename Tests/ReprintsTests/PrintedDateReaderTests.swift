import Articles
import Testing
import TextAnalysis

@testable import Reprints

struct PrintedDateReaderTests {
  private func date(_ text: String) -> String? {
    let analysed = AnalysedText(text)
    return PrintedDateReader.date(in: analysed, words: WordList(analysed))?.date.description
  }

  @Test(arguments: [
    ("February 21, 2024\n\nThe ferry ran aground.", "2024-02-21"),
    (
      "The ferry ran aground off the coast, and nobody was hurt in the storm.\n- 9 April 2024 13:15",
      "2024-04-09"
    ),
    ("Ferry aground Reuters Monday 3 Oct 2016 The ferry ran aground.", "2016-10-03"),
    ("The ferry ran aground off the coast, and nobody was hurt in the storm.\n2021-05-03", "2021-05-03"),
  ])
  func `a date printed with the article is read`(text: String, expected: String) {
    #expect(date(text) == expected)
  }

  @Test func `a date inside the story is what the story is about`() {
    #expect(
      date(
        "The harbour was closed for a long while. It all began, sailors say, on May 3, 2019, when she sank.")
        == nil)
  }

  @Test func `a day that no calendar has is no date`() {
    #expect(date("February 31, 2024\n\nThe ferry ran aground.") == nil)
  }
}
