import Articles
import Entities
import Testing
import TextAnalysis

struct MentionResolverTests {
  private func people(_ text: String, title: String? = nil) -> [String] {
    RuleRecogniser().mentions(in: AnalysedText(text), title: title.map { AnalysedText($0) })
      .filter { $0.entityClass == .person }.map(\.key.text)
  }

  @Test func `the family name alone stands for the full name`() {
    let text =
      "Antony Blinken met the press. Mr. Blinken said no. Then Secretary Blinken left; Blinken smiled."
    #expect(people(text) == Array(repeating: "blinken antony", count: 4))
  }

  @Test func `the title of the article gives the full name too`() {
    #expect(people("Then Mr. Blinken left.", title: "What Antony Blinken wants") == ["blinken antony"])
  }

  @Test func `a family name that two people share stays by itself`() {
    let text = "George Bush met Barbara Bush. Mr. Bush smiled."
    #expect(people(text) == ["bush george", "bush barbara", "bush"])
  }

  @Test func `forms of one given name are one person in an article`() {
    #expect(people("Joe Biden spoke. Later Joseph Biden left.") == ["biden joe", "biden joe"])
  }

  @Test func `an acronym in brackets is the organisation before it`() {
    let mentions = RuleRecogniser().mentions(
      in: AnalysedText("The Grain Traders Association (GTA) met. The GTA was pleased."))
    #expect(Set(mentions.map(\.key.text)) == ["grain traders association"])
  }

  @Test func `the united part of a longer organisation is that organisation`() throws {
    let text = "The Amber Coast Sailing Union met in Geneva. Reporters waited while the Union voted."
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
    let keys = mentions.filter { $0.entityClass == .organisation }.map(\.key.text)
    #expect(Set(keys) == ["amber coast sailing union"])
  }

  @Test func `a place keeps the "The" of its name`() throws {
    let text = AnalysedText("He was tried in The Hague last year.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    #expect(mentions.map(\.name) == ["The Hague"])
    #expect(mentions.first?.record?.countryCode == "NL")
  }

  @Test func `an adjective of a place is outside the name`() throws {
    let text = AnalysedText("Analysts at the London-based Royal United Services Institute (RUSI) agreed.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    #expect(
      mentions.filter { $0.entityClass == .organisation }.map(\.key.text).contains(
        "royal united services institute"))
  }

  @Test func `a country in another class is still the country`() throws {
    let mentions = RuleRecogniser().mentions(in: AnalysedText("Leaders of the PRC and of China met."))
    #expect(Set(mentions.map(\.key.text)) == ["china"])
  }
}
