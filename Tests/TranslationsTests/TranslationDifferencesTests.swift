import TextAnalysis
import Testing

@testable import Translations

struct TranslationDifferencesTests {
  /// What differs between two sentences that correspond, as it is written in each.
  private func differences(_ a: String, _ b: String, _ languages: (a: String, b: String)) throws -> [String] {
    let (left, right) = (AnalysedText(a), AnalysedText(b))
    let passage = TranslationReport.Passage(
      a: 0..<a.utf8.count, b: 0..<b.utf8.count, words: 0, wordsInB: 0, similarity: 1, numbersOnlyInA: [],
      numbersOnlyInB: [])
    let found = try #require(TranslationDifferences(left, right, languages: languages))
    return found.differences(in: [passage]).map { "\(left.string($0.a))|\(right.string($0.b))" }
  }

  @Test(
    "a number that is another one in the translation is told, and one that it left out",
    arguments: [
      ("Die Firma erwartet Verluste von 14 Millionen.", "The company expects losses of 12 million.", "14|12"),
      ("Es waren 317 Schiffe.", "There were many ships.", "317|"),
      ("Es waren viele Schiffe.", "There were 317 ships.", "|317"),
    ])
  func number(german: String, english: String, told: String) throws {
    #expect(try differences(german, english, ("de", "en")) == [told])
  }

  @Test(
    "a number that is only written otherwise is not told",
    arguments: [
      ("Es lagern 46.000 Tonnen.", "There are 46,000 tonnes."),
      ("Es lagern 46 Tausend Tonnen.", "There are 46,000 tonnes."),
      ("Es lagern 46 000 Tonnen.", "There are 46,000 tonnes."),
      ("Um 17.30 Uhr brannte es.", "It burned at 5:30 in the afternoon."),
      ("Der Sturm von 1969 war stark.", "The storm of 69 was strong."),
      ("Das Schiff ist 30 Meter lang.", "The ship is 100 feet long."),
      ("Vierzehn Schiffe warten.", "There are 14 ships waiting."),
    ])
  func sameNumber(german: String, english: String) throws {
    let found = try differences(german, english, ("de", "en"))
    #expect(found == [])
  }

  @Test("a name that the other text does not have is told")
  func name() throws {
    let (german, english) = (
      "Das sagte Direktor Bogdan Dobrescu am Dienstag.", "The director of the port said so on Tuesday."
    )
    let (cut, added) = (
      try differences(german, english, ("de", "en")), try differences(english, german, ("en", "de"))
    )
    #expect(cut == ["Bogdan Dobrescu|"])
    #expect(added == ["|Bogdan Dobrescu"])
  }

  @Test(
    "a name that is only spelt otherwise, or stands with one of its words, is not told",
    arguments: [
      "That is what Bogdan Dobreskou said on Tuesday.", "That is what Mr Dobrescu said on Tuesday.",
    ])
  func sameName(english: String) throws {
    #expect(try differences("Das sagte Direktor Bogdan Dobrescu am Dienstag.", english, ("de", "en")).isEmpty)
  }
}
