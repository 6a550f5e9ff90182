import Ranking
import Testing

struct RelevanceModelTests {
  private typealias Feedback = RelevanceModel.Feedback<String>

  private static let feedback = [
    Feedback(score: 10, frequencies: ["drone": 3, "turkey": 3, "the": 9]),
    Feedback(score: 9, frequencies: ["drone": 1, "turkey": 2, "the": 9, "engine": 1]),
    Feedback(score: 2, frequencies: ["football": 20]),
  ]

  private static func rarity(_ term: String) -> Double { term == "the" ? 0 : 4 }

  @Test func `terms of the best articles come in`() {
    let terms = RelevanceModel().expanded(["drone": 1], feedback: Self.feedback, rarity: Self.rarity)
    #expect(terms.map(\.term).prefix(2) == ["drone", "turkey"])
    #expect(!terms.map(\.term).contains("the"))
    #expect(abs(terms.map(\.share).reduce(0, +) - 1) < 1e-12)
  }

  @Test func `the query keeps its share`() {
    let terms = RelevanceModel().expanded(["parliament": 1], feedback: Self.feedback, rarity: Self.rarity)
    #expect(terms[0].term == "parliament")
    #expect(abs(terms[0].share - 0.7) < 1e-12)
  }

  @Test func `articles with a low score hardly count`() throws {
    let terms = RelevanceModel().expanded(["drone": 1], feedback: Self.feedback, rarity: Self.rarity)
    let football = try #require(terms.first { $0.term == "football" })
    #expect(football.share < 0.01)
  }

  @Test func `only so many terms come in`() {
    var model = RelevanceModel()
    model.termCount = 1
    #expect(
      model.expanded(["x": 1], feedback: Self.feedback, rarity: Self.rarity).map(\.term) == ["x", "turkey"])
  }

  @Test func `without feedback the query stays`() {
    let terms = RelevanceModel().expanded(["drone": 2, "turkey": 2], feedback: [], rarity: Self.rarity)
    #expect(terms.map(\.share) == [0.5, 0.5])
  }
}
