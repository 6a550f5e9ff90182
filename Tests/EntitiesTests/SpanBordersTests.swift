import Articles
import Entities
import Testing
import TextAnalysis

/// Names whose borders grammar tells, as the trained recogniser gives them.
struct SpanBordersTests {
  private func keys(_ text: String, _ entityClass: EntityClass) throws -> [String] {
    let recogniser = try #require(TrainedRecogniser())
    return recogniser.mentions(in: AnalysedText(text)).filter { $0.entityClass == entityClass }.map(
      \.key.text)
  }

  @Test(arguments: [
    ("She flew with Jean-Luc d’Aubigny on Tuesday.", ["d'aubigny"]),
    ("The leader met Valéry d'Estang in Paris.", ["d'estang"]),
    ("China's envoy to the European Union Fu Cong spoke.", ["fu cong"]),
    ("Foreign Minister Qin Gang met Fu Cong in Brussels.", ["qin gang", "fu cong"]),
    ("Lee Jae-myung won. Later Jae-myung Lee spoke.", ["lee jae myung", "lee jae myung"]),
    ("Former minister for Women and Equalities Nerys Calder said the bill was dead.", ["calder nerys"]),
    ("Donald Trump Jr. spoke before Donald Trump.", ["trump donald jr", "trump donald"]),
    ("Vladimir Putin spoke. Putin Putin said no.", ["putin vladimir", "putin vladimir"]),
  ])
  func `a person's name is whole, and nothing else's`(text: String, expected: [String]) throws {
    let found = try keys(text, .person)
    for (key, wanted) in zip(found, expected) {
      #expect(key.contains(wanted.replacingApostrophes), "\(found)")
    }
    #expect(found.count == expected.count, "\(found)")
  }

  @Test(arguments: [
    "The Boeing 737 Max and the Airbus A320 were grounded.",
    "Secretary of State for Health and Social Care Piers Hallam resigned.",
  ])
  func `an aircraft and an office are no organisations`(text: String) throws {
    #expect(try keys(text, .organisation).isEmpty)
  }

  @Test func `a country whose name is elided is one place`() throws {
    #expect(try keys("She flew from Côte d’Ivoire to Paris.", .place) == ["ivory coast", "paris"])
  }

  @Test func `a body before a person stays a body`() throws {
    let text = "China's envoy to the European Union Fu Cong spoke."
    #expect(try keys(text, .organisation) + keys(text, .place) == ["european union", "china"])
  }
}

extension String {
  /// The text without apostrophes, as keys are.
  fileprivate var replacingApostrophes: String { filter { $0 != "'" } }
}
