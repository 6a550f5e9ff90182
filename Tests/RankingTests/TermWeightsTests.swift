import Ranking
import Testing

struct TermWeightsTests {
  private static let collection = CollectionStatistics(
    articles: 1_000, averageArticleLength: 300, averagePassageLength: 100)

  private static func weight(_ articles: Int, _ occurrences: Int, _ queryFrequency: Double = 1) -> Double {
    TermWeights(
      [TermStatistics(articles: articles, occurrences: occurrences, queryFrequency: queryFrequency)],
      in: collection
    ).weights[0]
  }

  @Test func `a term weighs more the rarer, the burstier and the more often asked for`() {
    #expect(Self.weight(10, 10) > Self.weight(100, 100))
    #expect(Self.weight(10, 30) > Self.weight(10, 10))
    #expect(Self.weight(10, 10, 2) == 2 * Self.weight(10, 10))
  }

  @Test(arguments: [(0, 0), (1_000, 1_000), (2_000, 5_000)])
  func `no weight is below zero`(articles: Int, occurrences: Int) {
    #expect(Self.weight(articles, occurrences) >= 0)
    #expect(Self.weight(articles, occurrences).isFinite)
  }

  @Test(arguments: [
    (0, 300, 100, 0), (1, 300, 100, 1), (300, 300, 100, 100), (30, 300, 100, 27), (5, 5, 5, 5),
  ])
  func `the number of articles is estimated from that of passages`(
    count: Int, passages: Int, articles: Int, expected: Int
  ) {
    #expect(TermStatistics.estimatedArticles(withPassages: count, of: passages, in: articles) == expected)
  }
}
