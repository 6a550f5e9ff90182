import Ranking
import Testing

struct ArticleScorerTests {
  private static let collection = CollectionStatistics(
    articles: 1_000, averageArticleLength: 300, averagePassageLength: 100)

  private static func ranked(
    pairs: [RankedTerms.Pair] = [], _ fill: (inout CandidateEvidence) -> Void
  ) -> [ArticleScorer.Ranked] {
    let weights = TermWeights(
      [TermStatistics(articles: 10, occurrences: 20), TermStatistics(articles: 200, occurrences: 300)],
      in: collection)
    var evidence = CandidateEvidence(termCount: 2, pairCount: pairs.count)
    fill(&evidence)
    return ArticleScorer(weights: weights, pairs: pairs, in: collection).ranked(evidence)
  }

  @Test func `the article with the rarer word comes first`() {
    let ranked = Self.ranked { evidence in
      evidence.addArticle(titleLength: 5, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [0, 1])
      evidence.addArticle(titleLength: 5, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [1, 0])
    }
    #expect(ranked.map(\.article) == [1, 0])
  }

  @Test func `words spread over an article count together`() {
    let ranked = Self.ranked { evidence in
      evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [1, 0])
      evidence.addPassage(length: 100, frequencies: [0, 0])
      evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [1, 0])
      evidence.addPassage(length: 100, frequencies: [0, 1])
    }
    #expect(ranked.map(\.article) == [1, 0])
    #expect(ranked[0].passage == 2)
  }

  @Test func `the best passage is the one that is shown`() {
    let ranked = Self.ranked { evidence in
      evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [0, 3])
      evidence.addPassage(length: 100, frequencies: [2, 1])
      evidence.addPassage(length: 200, frequencies: [2, 1])
    }
    #expect(ranked[0].passage == 1)
  }

  @Test func `a headline counts once although each passage has it`() {
    let ranked = Self.ranked { evidence in
      evidence.addArticle(titleLength: 10, titleFrequencies: [1, 0])
      evidence.addPassage(length: 110, frequencies: [1, 0])
      evidence.addPassage(length: 110, frequencies: [1, 0])
      evidence.addPassage(length: 110, frequencies: [1, 0])
      evidence.addArticle(titleLength: 10, titleFrequencies: [1, 0])
      evidence.addPassage(length: 310, frequencies: [1, 0])
    }
    #expect(abs(ranked[0].articleScore - ranked[1].articleScore) < 1e-12)
  }

  @Test func `a word of the headline counts more than one of the text`() {
    let ranked = Self.ranked { evidence in
      evidence.addArticle(titleLength: 10, titleFrequencies: [0, 0])
      evidence.addPassage(length: 110, frequencies: [1, 0])
      evidence.addArticle(titleLength: 10, titleFrequencies: [1, 0])
      evidence.addPassage(length: 110, frequencies: [1, 0])
    }
    #expect(ranked.map(\.article) == [1, 0])
  }

  @Test func `words near each other count more than words apart`() {
    let ranked = Self.ranked(pairs: [RankedTerms.Pair(first: 0, second: 1)]) { evidence in
      evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [1, 1], pairs: [false])
      evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
      evidence.addPassage(length: 100, frequencies: [1, 1], pairs: [true])
    }
    #expect(ranked.map(\.article) == [1, 0])
  }

  @Test func `equal articles keep their order`() {
    let ranked = Self.ranked { evidence in
      for _ in 0..<20 {
        evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
        evidence.addPassage(length: 100, frequencies: [1, 1])
      }
    }
    #expect(ranked.map(\.article) == Array(0..<20))
  }

  @Test func `an article without any of the words scores nothing`() {
    let ranked = Self.ranked { evidence in
      evidence.addArticle(titleLength: 0, titleFrequencies: [0, 0])
      evidence.addPassage(length: 0, frequencies: [0, 0])
    }
    #expect(ranked.map(\.score) == [0])
  }
}
