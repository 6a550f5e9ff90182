import Query
import Ranking
import Testing

struct RankedTermsTests {
  @Test(arguments: [
    ("drone attack drone", ["drone 2.0", "attack 1.0"], ["drone-attack", "attack-drone"]),
    (
      "drone \"white house\" -turkey outlet:bbc", ["drone 1.0", "white 1.0", "house 1.0"],
      ["drone-white", "white-house"]
    ),
    ("zt-180 drone", ["zt 1.0", "180 1.0", "zt180 0.7", "drone 1.0"], ["zt-180", "180-drone"]),
    ("title:drone drone", ["drone 1.0", "drone 1.0"], []),
    ("dron* attack", ["attack 1.0"], []),
    ("outlet:bbc", [], []),
  ])
  func `the terms that count for the order`(query: String, terms: [String], pairs: [String]) throws {
    let ranked = RankedTerms(try QueryParser.parse(query))
    #expect(ranked.terms.map { "\($0.token.lowercased) \($0.queryFrequency)" } == terms)
    let names = ranked.terms.map(\.token.lowercased)
    #expect(ranked.pairs.map { names[$0.first] + "-" + names[$0.second] } == pairs)
  }

  @Test func `words with one stem are one term`() throws {
    let ranked = RankedTerms(try QueryParser.parse("drone drones"), key: { _ in 1 })
    #expect(ranked.terms.map(\.queryFrequency) == [2])
    #expect(ranked.pairs.isEmpty)
  }
}
