import Articles
import Entities
import Testing
import TextAnalysis

struct RuleRecogniserTests {
  private func names(_ text: String, _ entityClass: EntityClass, language: String? = nil) -> [String] {
    RuleRecogniser().mentions(in: AnalysedText(text), language: language)
      .filter { $0.entityClass == entityClass }.map(\.name)
  }

  @Test func `a person is found with the title outside the name`() {
    #expect(names("On Monday Secretary of State Antony Blinken flew home.", .person) == ["Antony Blinken"])
  }

  @Test func `a possessive is outside the name`() {
    #expect(names("They read Mr. O’Brien’s letter to Ukraine’s allies.", .person) == ["O’Brien"])
    #expect(names("They read Mr. O’Brien’s letter to Ukraine’s allies.", .place) == ["Ukraine"])
  }

  @Test(arguments: ["US", "U.S.", "United States", "the United States", "America"])
  func `every name of a country has one key`(name: String) {
    let mentions = RuleRecogniser().mentions(in: AnalysedText("He left for \(name) on Sunday."))
    #expect(mentions.map(\.key.text) == ["united states"])
    #expect(mentions.first?.record?.countryCode == "US")
  }

  @Test func `a nationality is no place`() {
    #expect(names("Russian forces and Chinese officials met.", .place).isEmpty)
  }

  @Test func `the pronoun us is no country`() {
    #expect(names("They told us. Us? Yes, us.", .place).isEmpty)
  }

  @Test func `a ministry with its field is one organisation`() {
    #expect(
      names("The Ministry of Foreign Affairs denied it.", .organisation) == ["Ministry of Foreign Affairs"])
  }

  @Test func `in a line of capitals known places are still found`() {
    #expect(names("EXPLOSION SHAKES KYIV AS TALKS FAIL", .place) == ["KYIV"])
  }

  @Test func `an uncovered language gives well-known places alone`() {
    let text = "Bundeskanzler Olaf Scholz reiste nach Berlin und sprach mit der Deutschen Bank."
    #expect(names(text, .place, language: "de") == ["Berlin"])
    #expect(names(text, .person, language: "de").isEmpty)
    #expect(!RuleRecogniser().covers(language: "de"))
  }

  @Test func `offsets are bytes of the text as given`() throws {
    let text = "«Так», said Volodymyr Zelensky in Kyiv."
    let mention = try #require(RuleRecogniser().mentions(in: AnalysedText(text)).first)
    #expect(String(decoding: Array(text.utf8)[mention.range], as: UTF8.self) == "Volodymyr Zelensky")
  }

  @Test func `an empty text has no names`() {
    #expect(RuleRecogniser().mentions(in: AnalysedText("")).isEmpty)
  }
}
