internal import Articles
internal import Reprints

/// Finds the standing text of an outlet in one of its articles, from the outlet's other articles that share
/// fingerprints with it.
struct StandingText {
  /// The most other articles that are asked: where more share something, they are taken evenly over time.
  private static let mostSiblings = 48

  private let learner = BoilerplateLearner()

  /// Another article of the same outlet, with which of the fingerprints in hand it holds.
  struct Sibling {
    let published: ArticleDate?
    /// The number of all its fingerprints.
    let fingerprintCount: Int
    /// Indices into the fingerprints of the article in hand, ascending.
    var shared: [Int]
  }

  /// The standing text in an article, as UTF-8 offsets.
  ///
  /// - Parameter siblings: In the order of their age.
  func ranges(in article: PreparedArticle, siblings: [Sibling]) -> [Range<Int>] {
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
    return (0..<Self.mostSiblings).map { siblings[$0 * siblings.count / Self.mostSiblings] }
  }
}
