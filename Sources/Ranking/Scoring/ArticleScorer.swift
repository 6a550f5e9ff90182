/// Scores articles by their whole text and their best passage.
///
/// A text scores BM25 (Robertson, Zaragoza, 2009, section 3.5) of each term with the weight of
/// ``TermWeights``; a headline adds its own part. Neighbouring words of the query that stand near each other
/// in the text add a part of the weight of the commoner of the two: they say no more than that one says. An
/// article's final score is mostly that of its whole text.
public struct ArticleScorer: Sendable {
  /// An article with its scores.
  public struct Ranked: Sendable, Equatable {
    /// Its index among the articles of the evidence.
    public let article: Int
    /// What the order is by.
    public let score: Double
    /// The score of its whole text.
    public let articleScore: Double
    /// The index of its best passage among the passages of the evidence: the one to show.
    public let passage: Int
    /// The score of that passage.
    public let passageScore: Double
  }

  private let weights: [Double]
  private let pairs: [RankedTerms.Pair]
  private let collection: CollectionStatistics
  private let parameters: RankingParameters

  /// Makes a scorer for a query.
  ///
  /// - Parameters:
  ///   - weights: The weights of its terms, in the order of the evidence.
  ///   - pairs: Its pairs, in the order of the evidence.
  ///   - collection: What the collection says of all articles.
  ///   - parameters: The constants.
  public init(
    weights: TermWeights, pairs: [RankedTerms.Pair] = [], in collection: CollectionStatistics,
    parameters: RankingParameters = RankingParameters()
  ) {
    self.weights = weights.weights
    self.pairs = pairs
    self.collection = collection
    self.parameters = parameters
  }

  /// All articles of the evidence, the best first; equal scores keep the order of the evidence.
  public func ranked(_ evidence: CandidateEvidence) -> [Ranked] {
    precondition(evidence.termCount == weights.count, "the evidence has the terms of the query")
    precondition(evidence.pairCount == pairs.count, "the evidence has the pairs of the query")
    return evidence.articles.indices.map { score($0, evidence) }
      .sorted { ($1.score, $0.article) < ($0.score, $1.article) }
  }

  private func score(_ index: Int, _ evidence: CandidateEvidence) -> Ranked {
    let article = evidence.articles[index]
    let title = titleScore(index, evidence)
    var best = (passage: article.passages.lowerBound, score: -1.0)
    for passage in article.passages {
      let score = passageScore(passage, evidence)
      if score > best.score { best = (passage, score) }
    }
    let articleScore = articleScore(index, evidence) + title
    let passageScore = best.score + title
    let share = parameters.articleShare
    return Ranked(
      article: index, score: share * articleScore + (1 - share) * passageScore, articleScore: articleScore,
      passage: best.passage, passageScore: passageScore)
  }

  private func titleScore(_ index: Int, _ evidence: CandidateEvidence) -> Double {
    var score = 0.0
    for term in weights.indices {
      let frequency = Double(evidence.titleFrequencies[index * weights.count + term])
      if frequency > 0 { score += weights[term] * saturated(frequency, lengthRatio: 1) }
    }
    return parameters.titleWeight * score
  }

  private func passageScore(_ passage: Int, _ evidence: CandidateEvidence) -> Double {
    let length = Double(evidence.passageLengths[passage]) / collection.averagePassageLength
    let first = passage * weights.count
    return textScore(
      lengthRatio: length, frequency: { Double(evidence.frequencies[first + $0]) },
      isNear: { evidence.pairs[passage * pairs.count + $0] })
  }

  /// The score of the whole text, in which the headline counts once although each passage has it.
  private func articleScore(_ index: Int, _ evidence: CandidateEvidence) -> Double {
    let article = evidence.articles[index]
    let repeats = Int32(clamping: article.passages.count - 1)
    var frequencies = [Int32](repeating: 0, count: weights.count)
    var near = [Bool](repeating: false, count: pairs.count)
    var length = -Int(repeats) * article.titleLength
    for passage in article.passages {
      length += Int(evidence.passageLengths[passage])
      for term in weights.indices {
        frequencies[term] += evidence.frequencies[passage * weights.count + term]
      }
      for pair in pairs.indices where evidence.pairs[passage * pairs.count + pair] { near[pair] = true }
    }
    for term in weights.indices where article.titleLength > 0 {
      frequencies[term] -= repeats * evidence.titleFrequencies[index * weights.count + term]
    }
    return textScore(
      lengthRatio: Double(max(0, length)) / collection.averageArticleLength,
      frequency: { Double(frequencies[$0]) }, isNear: { near[$0] })
  }

  private func textScore(
    lengthRatio: Double, frequency: (Int) -> Double, isNear: (Int) -> Bool
  ) -> Double {
    func part(_ term: Int) -> Double {
      let count = frequency(term)
      return count > 0 ? weights[term] * saturated(count, lengthRatio: lengthRatio) : 0
    }
    var score = 0.0
    for term in weights.indices { score += part(term) }
    for (index, pair) in pairs.enumerated() where isNear(index) {
      score += parameters.pairWeight * 2 * min(weights[pair.first], weights[pair.second])
    }
    return score
  }

  /// BM25's measure of a frequency in a text of a length, the average length being 1; below k1 + 1.
  private func saturated(_ frequency: Double, lengthRatio: Double) -> Double {
    let k = parameters.saturation
    let norm = k * (1 - parameters.lengthShare + parameters.lengthShare * lengthRatio)
    return (k + 1) * frequency / (norm + frequency)
  }
}
