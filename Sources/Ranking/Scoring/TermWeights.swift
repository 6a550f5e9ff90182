internal import Glibc

/// How much each term of a query weighs.
///
/// The weight is the inverse document frequency of BM25 (Robertson, Zaragoza, "The Probabilistic Relevance
/// Framework: BM25 and Beyond", 2009, section 3.4) over articles, times the query's frequency of the term,
/// times ((F + 1) / n)^0.5 for F occurrences in n articles: a term that comes often where it comes at all is
/// what those articles are about. That factor is what the models of divergence from randomness add to BM25
/// (Amati, van Rijsbergen, ACM TOIS 20(4), 2002, section 4.1, the normalisation B).
public struct TermWeights: Sendable, Equatable {
  /// The weight of each term, in the order of the statistics.
  public let weights: [Double]
  /// What to multiply BM25's own weight of each term by, in an index that computes the inverse document
  /// frequency itself.
  public let factors: [Double]

  /// Makes weights of numbers that were computed elsewhere, one of each for every term.
  public init(weights: [Double], factors: [Double]) {
    precondition(weights.count == factors.count, "each term has a weight and a factor")
    self.weights = weights
    self.factors = factors
  }

  /// Makes the weights of the terms of a query.
  public init(
    _ terms: [TermStatistics], in collection: CollectionStatistics,
    parameters: RankingParameters = RankingParameters()
  ) {
    factors = terms.map { term in
      guard term.articles > 0 else { return 0 }
      let mean = Double(term.occurrences + 1) / Double(term.articles)
      let frequency = parameters.countsQueryFrequency ? term.queryFrequency : min(1, term.queryFrequency)
      return frequency * pow(mean, parameters.burstinessPower)
    }
    weights = zip(terms, factors).map { term, factor in
      factor * Self.rarity(term.articles, of: collection.articles)
    }
  }

  /// The inverse document frequency of a term that some of all articles have, never below 0.
  public static func rarity(_ articles: Int, of all: Int) -> Double {
    let with = Double(articles)
    let without = max(0, Double(all) - with)
    return log(1 + (without + 0.5) / (with + 0.5))
  }
}
