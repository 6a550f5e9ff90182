import TextAnalysis
import Testing

@testable import Translations

struct TranslationFinderTests {
  private let finder = TranslationFinder()

  @Test(
    "a translation is told, with nearly all of both texts in common",
    arguments: [(Stories.russian, "ru"), (Stories.german, "de")])
  func translation(text: String, language: String) throws {
    let report = try #require(
      finder.report(try Stories.text(text, language), try Stories.text(Stories.english, "en")))
    #expect(report.isTranslation)
    #expect(report.containmentA > 0.8 && report.containmentB > 0.8)
    #expect(report.density > 0.8)
    #expect(report.passages.count >= 6)
  }

  @Test("the order of the two texts only exchanges what is said of each")
  func symmetry() throws {
    let (russian, english) = (
      try Stories.text(Stories.russian, "ru"), try Stories.text(Stories.english, "en")
    )
    let there = try #require(finder.report(russian, english))
    let back = try #require(finder.report(english, russian))
    #expect(there.passages.map(\.a) == back.passages.map(\.b))
    #expect(there.containmentA == back.containmentB)
    #expect(there.score == back.score)
    #expect(there.isTranslation == back.isTranslation)
  }

  @Test(
    "another report of the same event is no translation",
    arguments: [(Stories.russian, "ru"), (Stories.german, "de")])
  func otherReport(text: String, language: String) throws {
    let report = try #require(
      finder.report(try Stories.text(text, language), try Stories.text(Stories.otherReport, "en")))
    #expect(!report.isTranslation)
  }

  @Test("a number that was changed on the way is named")
  func changedNumber() throws {
    let report = try #require(
      finder.report(try Stories.text(Stories.german, "de"), try Stories.text(Stories.english, "en")))
    #expect(report.passages.contains { $0.numbersOnlyInA == ["14"] && $0.numbersOnlyInB == ["12"] })
  }

  @Test("a part of a translation is told, with what of the original is not in it")
  func part() throws {
    let half =
      Stories.russian.split(separator: ".", omittingEmptySubsequences: false).prefix(5)
      .joined(separator: ".") + "."
    let report = try #require(
      finder.report(try Stories.text(half, "ru"), try Stories.text(Stories.english, "en")))
    #expect(report.isTranslation)
    #expect(report.containmentA > 0.8)
    #expect(report.containmentB < 0.8)
  }

  @Test("spans are whole sentences on the borders of characters")
  func spans() throws {
    let report = try #require(
      finder.report(try Stories.text(Stories.russian, "ru"), try Stories.text(Stories.english, "en")))
    for passage in report.passages {
      let a = String(decoding: Array(Stories.russian.utf8)[passage.a], as: UTF8.self)
      let b = String(decoding: Array(Stories.english.utf8)[passage.b], as: UTF8.self)
      #expect(!a.contains("\u{FFFD}") && !b.contains("\u{FFFD}"))
      #expect(Stories.russian.contains(a) && Stories.english.contains(b))
    }
    #expect(report.passages.map(\.a.lowerBound) == report.passages.map(\.a.lowerBound).sorted())
  }

  @Test("two texts of one language, or two that are not English, are not compared")
  func oneLanguage() throws {
    let english = try Stories.text(Stories.english, "en")
    #expect(finder.report(english, english) == nil)
    #expect(
      finder.report(try Stories.text(Stories.russian, "ru"), try Stories.text(Stories.german, "de")) == nil)
    #expect(TranslatableText(AnalysedText("Någon text."), language: "sv") == nil)
  }

  @Test("texts without sentences have nothing in common")
  func empty() throws {
    let report = try #require(
      finder.report(try Stories.text("", "ru"), try Stories.text(Stories.english, "en")))
    #expect(!report.isTranslation && report.passages.isEmpty && report.containmentA == 0)
  }
}
