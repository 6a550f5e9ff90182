import Ranking
import Testing

struct ArticleScorerTests {
  private static let weights = TermWeights(
    [TermStatistics(articles: 10, occurrences: 20), TermStatistics(articles: 200, occurrences: 300)],
    in: CollectionStatistics(articles: 1_000, averageArticleLength: 300, averagePassageLength: 100))
  private static let scorer = ArticleScorer(
    weights: weights, pairs: [RankedTerms.Pair(first: 0, second: 1)])

  private static func total(_ passages: [ArticleScorer.Passage], base: Double = 2) -> ArticleScorer.Total {
    scorer.total(base: base, passages: passages)
  }

  @Test func `without pairs the score is that of the words`() {
    let total = Self.total([.init(score: 1), .init(score: 3), .init(score: 2)])
    #expect(abs(total.score - (2 + 0.3 * 3)) < 1e-12)
    #expect(total.passage == 1)
  }

  @Test func `of equal passages the first is shown`() {
    #expect(Self.total([.init(score: 1), .init(score: 1)]).passage == 0)
    let none = Self.total([.init(score: 0), .init(score: 0)])
    #expect(none.score == 2 && none.passage == 0)
  }

  @Test func `a pair counts once in the article, by its commoner word`() {
    let alone = Self.total([.init(score: 1), .init(score: 1)])
    let once = Self.total([.init(score: 1), .init(score: 1, pairs: [0])])
    let twice = Self.total([.init(score: 1, pairs: [0]), .init(score: 1, pairs: [0])])
    let pair = 0.1 * 2 * min(Self.weights.weights[0], Self.weights.weights[1])
    #expect(abs(once.score - alone.score - pair) < 1e-12)
    #expect(twice.score == once.score)
    #expect(once.passage == 1 && twice.passage == 0)
  }
}
