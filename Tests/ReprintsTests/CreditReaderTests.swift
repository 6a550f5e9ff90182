import Testing
import TextAnalysis

@testable import Reprints

struct CreditReaderTests {
  private func credits(_ text: String) -> [String] {
    CreditReader.credits(in: AnalysedText(text)).map { "\($0.source) \($0.kind.rawValue)" }
  }

  @Test func `a text may have any number of credits, each once`() {
    let text = String(
      repeating: "The ferry ran aground, Reuters reported. (AP) \u{2014} All are safe. ", count: 300)
    let found = CreditReader.credits(in: AnalysedText(text))
    #expect(found.count == 600)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.bytes.upperBound <= $1.bytes.lowerBound })
  }

  @Test func `a name that stands in small letters too is none`() {
    #expect(credits("All are safe, the Evening Gazette reported.") == ["Evening Gazette statement"])
    #expect(
      credits("All are safe, the Evening Gazette reported. An evening gazette is one of evenings.").isEmpty)
    #expect(
      credits("All are safe, the Evening Gazette reported. The gazette of evenings.") == [
        "Evening Gazette statement"
      ])
  }

  @Test(arguments: [
    ("WASHINGTON (Reuters) - The ferry ran aground.", "Reuters text"),
    ("LOWMERE, May 3 (AP) — The ferry ran aground.", "AP text"),
    ("The ferry ran aground.\n\nThis is reported by Ukrinform.", "Ukrinform text"),
    ("Ferry aground\nSource: der Spiegel, citing several sources", "Der Spiegel text"),
    ("BUSINESS INSIDER: The ferry ran aground.", "Business Insider text"),
    ("This story was first published by The Lowmere Gazette.", "Lowmere Gazette text"),
    ("The ferry is lost, its master told The Hill.", "The Hill statement"),
    ("By Jane Doe, Associated Press\n\nThe ferry ran aground.", "AP text"),
    ("The ferry ran aground.\n\n— Reuters", "Reuters text"),
    ("The ferry is lost, according to a report by Politico.", "Politico statement"),
    ("The Associated Press contributed to this report.", "AP text"),
    ("Copyright 2017 The Associated Press. All rights reserved.", "AP text"),
    ("All are safe, the Lowmere Gazette reported.", "Lowmere Gazette statement"),
    ("Who will follow?\n\nLi Zhou and Ann Tar, Vox", "Vox statement"),
    ("фото: Reuters", "Reuters photo"),
    ("The bow of the ferry. (Jens Tar/dpa via AP, file)", "dpa photo"),
  ])
  func `a credit says what is credited`(text: String, credit: String) {
    #expect(credits(text).first == credit)
  }

  @Test func `a mere mention is no credit`() {
    #expect(credits("He read The New York Times on the ferry and told nobody.").isEmpty)
  }

  @Test func `an agency's letters count only in capitals`() {
    #expect(credits("She told pa about it.").isEmpty)
  }

  @Test func `a credit knows where its name stands`() {
    let text = "The captain told CNN that he slept."
    let credit = CreditReader.credits(in: AnalysedText(text)).first
    #expect(credit.map { AnalysedText(text).string($0.bytes) } == "CNN")
  }

  @Test(arguments: [
    ("CNN (Web News)", "CNN"), ("www.dailymail.co.uk", "Daily Mail"), ("The Associated Press", "AP"),
    ("New York Times - News", "New York Times"), ("Fox Online News", "Fox News"),
    ("Lowmere Gazette", "Lowmere Gazette"),
  ])
  func `the names of an outlet are brought to one`(label: String, name: String) {
    #expect(SourceName.canonical(label) == name)
  }

  @Test func `a label that names no outlet has no name`() {
    #expect(SourceName.canonical("Guest Writer - Right") == nil)
  }
}
