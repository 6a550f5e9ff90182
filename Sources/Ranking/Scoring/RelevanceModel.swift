internal import Glibc

/// Adds to a query the terms that its best articles have and others have not.
///
/// This is the relevance model RM3 (Lavrenko, Croft, SIGIR 2001, section 3.2; Abdul-Jaleel and others, TREC
/// 2004) with two changes: articles count by a power of their score, so that a few good ones outweigh many
/// that are nearly as good, and terms count by their rarity, so that common words do not come in.
public struct RelevanceModel: Sendable, Equatable {
  /// One of the best articles.
  public struct Feedback<Term: Hashable & Sendable>: Sendable {
    /// Its score, above 0.
    public var score: Double
    /// Its terms, each with how often it occurs.
    public var frequencies: [Term: Int]

    /// Makes feedback from an article's score and terms.
    public init(score: Double, frequencies: [Term: Int]) {
      self.score = score
      self.frequencies = frequencies
    }
  }

  /// The number of terms that come in.
  public var termCount = 20
  /// How many of the best articles to take.
  public var articleCount = 10
  /// The power of an article's score, relative to the best one's, by which it counts.
  public var sharpness = 8.0
  /// How much the query itself counts; the rest is what comes in.
  public var queryShare = 0.7

  /// The defaults.
  public init() {}

  /// The query's terms and those that come in, each with its share of the new query, the greatest first.
  ///
  /// The shares add up to 1. Without feedback they are those of the query.
  ///
  /// - Parameters:
  ///   - query: The terms of the query with how often it has each.
  ///   - feedback: The best articles, the best first; more than ``articleCount`` are not looked at.
  ///   - rarity: The inverse document frequency of a term; a term of 0 does not come in.
  public func expanded<Term: Hashable & Comparable & Sendable>(
    _ query: [Term: Double], feedback: [Feedback<Term>], rarity: (Term) -> Double
  ) -> [(term: Term, share: Double)] {
    let sum = query.values.reduce(0, +)
    var shares = query.mapValues { $0 / max(sum, .leastNonzeroMagnitude) }
    let model = model(feedback.prefix(articleCount), rarity: rarity)
    if !model.isEmpty {
      shares = shares.mapValues { $0 * queryShare }
      for (term, share) in model { shares[term, default: 0] += (1 - queryShare) * share }
    }
    return shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (term: $0.key, share: $0.value) }
  }

  /// The terms of the best articles with the greatest shares, which add up to 1.
  private func model<Term: Hashable & Comparable & Sendable>(
    _ feedback: ArraySlice<Feedback<Term>>, rarity: (Term) -> Double
  ) -> [(Term, Double)] {
    guard let best = feedback.map(\.score).max(), best > 0 else { return [] }
    var shares: [Term: Double] = [:]
    for article in feedback where article.score > 0 {
      let weight = pow(article.score / best, sharpness)
      let length = Double(article.frequencies.values.reduce(0, +))
      for (term, frequency) in article.frequencies {
        shares[term, default: 0] += weight * Double(frequency) / length
      }
    }
    let scored = shares.map { ($0.key, $0.value * rarity($0.key)) }.filter { $0.1 > 0 }
    let top = scored.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(termCount)
    let sum = top.reduce(0) { $0 + $1.1 }
    return top.map { ($0.0, $0.1 / sum) }
  }
}
