public import Articles

/// Finds the standing text of an outlet in one of its articles, from the outlet's other articles that share
/// fingerprints with it.
public struct StandingText: Sendable {
  /// The most other articles that are asked: where more share something, they are taken evenly over time, and
  /// besides those that share what few do.
  private static let mostSiblings = 48
  /// The other articles that are asked of a fingerprint that as many have.
  private static let leastHolders = 8

  private let learner = BoilerplateLearner()

  /// Another article of the same outlet, with which of the fingerprints in hand it holds.
  public struct Sibling: Sendable {
    var published: ArticleDate?
    /// The number of all its fingerprints.
    var fingerprintCount: Int
    /// Indices into the fingerprints of the article in hand, ascending.
    var shared: [Int]

    /// Makes a sibling from what is known of it.
    public init(published: ArticleDate?, fingerprintCount: Int, shared: [Int]) {
      self.published = published
      self.fingerprintCount = fingerprintCount
      self.shared = shared
    }
  }

  /// Makes a finder.
  public init() {}

  /// The standing text in an article, as UTF-8 offsets.
  ///
  /// - Parameter siblings: In the order of their age.
  public func ranges(in article: PreparedArticle, siblings: [Sibling]) -> [Range<Int>] {
    guard siblings.count >= 2 else { return [] }
    let witnesses = spread(siblings).map { sibling in
      let shorter = max(1, min(article.fingerprints.count, sibling.fingerprintCount))
      return BoilerplateLearner.Sibling(
        published: sibling.published,
        words: learner.sharedWords(of: article.fingerprints, at: sibling.shared),
        share: Double(sibling.shared.count) / Double(shorter))
    }
    return learner.boilerplate(
      in: article.words, published: ArticleStamp(article.article).published, siblings: witnesses)
  }

  private func spread(_ siblings: [Sibling]) -> [Sibling] {
    guard siblings.count > Self.mostSiblings else { return siblings }
    var isAsked = [Bool](repeating: false, count: siblings.count)
    for place in 0..<Self.mostSiblings { isAsked[place * siblings.count / Self.mostSiblings] = true }
    for holders in holders(in: siblings) {
      let missing = Self.leastHolders - holders.count { isAsked[$0] }
      guard missing > 0 else { continue }
      let others = holders.filter { !isAsked[$0] }
      let more = min(missing, others.count)
      for place in 0..<more { isAsked[others[place * others.count / more]] = true }
    }
    return siblings.indices.filter { isAsked[$0] }.map { siblings[$0] }
  }

  /// The siblings that hold each fingerprint of the article in hand, by its index.
  private func holders(in siblings: [Sibling]) -> [[Int]] {
    let last = siblings.reduce(-1) { max($0, $1.shared.last ?? -1) }
    var holders = [[Int]](repeating: [], count: last + 1)
    for (place, sibling) in siblings.enumerated() {
      for index in sibling.shared { holders[index].append(place) }
    }
    return holders
  }
}
