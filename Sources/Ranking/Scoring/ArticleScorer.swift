/// Adds to the scores of articles what neighbouring words of the query bring that stand near each other.
///
/// Such a pair adds a part of the weight of the commoner of the two: they say no more than that one says. It
/// counts in the passage where it stands and, once, in the whole article, which share in the article's score as
/// ``RankingParameters/articleShare`` says.
public struct ArticleScorer: Sendable {
  /// A passage of an article.
  public struct Passage: Sendable, Equatable {
    /// Its score by words alone, without the headline.
    public var score: Double
    /// The pairs that stand near each other in it, as indices into the pairs of the query.
    public var pairs: [Int]

    /// Makes a passage from its score and the pairs found in it.
    public init(score: Double, pairs: [Int] = []) {
      self.score = score
      self.pairs = pairs
    }
  }

  /// The score of an article, and its best passage.
  public struct Total: Sendable, Equatable {
    /// What the order is by.
    public let score: Double
    /// The index of the passage to show: the first of those that score most.
    public let passage: Int
  }

  private let pairWeights: [Double]
  private let articleShare: Double

  /// Makes a scorer for a query.
  ///
  /// - Parameters:
  ///   - weights: The weights of its terms.
  ///   - pairs: Its pairs of terms.
  ///   - parameters: The constants.
  public init(
    weights: TermWeights, pairs: [RankedTerms.Pair] = [], parameters: RankingParameters = RankingParameters()
  ) {
    pairWeights = pairs.map {
      parameters.pairWeight * 2 * min(weights.weights[$0.first], weights.weights[$0.second])
    }
    articleShare = parameters.articleShare
  }

  /// The score of an article.
  ///
  /// - Parameters:
  ///   - base: The score of its whole text by words alone, times ``RankingParameters/articleShare``, and that of
  ///     its headline.
  ///   - passages: Its passages in order, at least one.
  public func total(base: Double, passages: [Passage]) -> Total {
    var best = (index: 0, score: -1.0)
    for (index, passage) in passages.enumerated() {
      let score = passage.score + weight(of: passage.pairs)
      if score > best.score { best = (index, score) }
    }
    let inArticle = weight(of: Set(passages.flatMap(\.pairs)).sorted())
    return Total(
      score: base + articleShare * inArticle + (1 - articleShare) * max(0, best.score), passage: best.index)
  }

  private func weight(of pairs: [Int]) -> Double { pairs.reduce(0) { $0 + pairWeights[$1] } }
}
