import Articles
import Entities
import Testing
import TextAnalysis

struct TrainedRecogniserTests {
  private func names(_ text: String, title: String? = nil, _ entityClass: EntityClass) throws -> [String] {
    try #require(TrainedRecogniser())
      .mentions(in: AnalysedText(text), title: title.map { AnalysedText($0) })
      .filter { $0.entityClass == entityClass }.map(\.name)
  }

  @Test func `titles and possessives are outside a person's name`() throws {
    let text = "Yesterday Foreign Minister Sergei Lavrov met Gen. Mark Milley’s staff in Geneva."
    #expect(try names(text, .person) == ["Sergei Lavrov", "Mark Milley"])
    #expect(try names(text, .place) == ["Geneva"])
  }

  @Test func `names with al-, O' and initials are whole`() throws {
    let text = "Bashar al-Assad wrote to J. R. Carter, and Conor O’Brien answered for the Red Cross."
    #expect(try names(text, .person) == ["Bashar al-Assad", "J. R. Carter", "Conor O’Brien"])
    #expect(try names(text, .organisation) == ["Red Cross"])
  }

  @Test func `a nationality is no place`() throws {
    #expect(
      try names("Russian troops and a French minister met Chinese officials on Monday.", .place).isEmpty)
  }

  @Test func `a headline in capitals is read`() throws {
    #expect(try names("EXPLOSION SHAKES KYIV AS BIDEN ARRIVES", .place) == ["KYIV"])
  }

  @Test func `a Cyrillic name in English text keeps its bytes`() throws {
    let text = "Her paper, Новая газета, was closed in Moscow last year."
    let mention = try #require(
      TrainedRecogniser()?.mentions(in: AnalysedText(text)).first { $0.entityClass == .place })
    #expect(String(decoding: Array(text.utf8)[mention.range], as: UTF8.self) == "Moscow")
  }

  @Test func `the short form stands for the long one of the title`() throws {
    let recogniser = try #require(TrainedRecogniser())
    let mentions = recogniser.mentions(
      in: AnalysedText("Mr. Blinken said he would go to Kyiv. Then Blinken left."),
      title: AnalysedText("Antony Blinken plans a journey"))
    #expect(
      mentions.filter { $0.entityClass == .person }.map(\.canonicalName) == [
        "Antony Blinken", "Antony Blinken",
      ])
  }

  @Test func `the same text gives the same mentions again`() throws {
    let recogniser = try #require(TrainedRecogniser())
    let text = AnalysedText("The Bank of England and Deutsche Bank told Reuters that London is calm.")
    #expect(recogniser.mentions(in: text) == recogniser.mentions(in: text))
    #expect(!recogniser.mentions(in: text).isEmpty)
  }

  @Test func `a place and a title before a person are outside the name`() throws {
    #expect(try names("Asked about it, Montana Gov. Steve Bullock said no.", .person) == ["Steve Bullock"])
    #expect(
      try names("The speech of Martin Luther King Jr. moved them.", .person) == ["Martin Luther King Jr."])
  }

  @Test func `contractions and accounts are no names`() throws {
    #expect(try names("As I’ve argued, They’ll come. Write to @SenatorHall now.", .person).isEmpty)
  }
}
