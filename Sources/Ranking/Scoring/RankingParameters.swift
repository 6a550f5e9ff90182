/// The constants of the ranking: one set, for all collections.
public struct RankingParameters: Sendable, Equatable {
  /// How soon further occurrences of a term stop to count (BM25's k1).
  public var saturation = 1.2
  /// How much the length of a text counts against it, 0 to 1 (BM25's b).
  public var lengthShare = 0.75
  /// The power of a term's mean frequency where it occurs, by which its weight is scaled.
  public var burstinessPower = 0.5
  /// The weight of a term in the headline, beside its weight in the text.
  public var titleWeight = 0.3
  /// The weight of two neighbouring words of the query that stand near each other.
  public var pairWeight = 0.1
  /// The most positions between two words that stand near each other; neighbours are 1 apart.
  public var pairDistance = 8
  /// How much a hyphenated word counts as a whole, beside its parts: `zt180` beside `zt` and `180`.
  public static let joinedFrequency = 0.7
  /// How much the whole article counts; the rest is its best passage.
  public var articleShare = 0.7
  /// How many passages are looked at: the best by ``TermWeights`` alone.
  public var candidatePassages = 300
  /// Whether a word that a query has twice counts twice.
  public var countsQueryFrequency = true
  /// Whether stop words are left out of the order.
  public var usesStopList = true
  /// Whether the words of a query are stemmed; to be turned off for an index of whole words only.
  public var usesStems = true
  /// Whether the number of articles that have a term is counted, not estimated from the passages.
  public var countsArticles = true

  /// The defaults.
  public init() {}
}
