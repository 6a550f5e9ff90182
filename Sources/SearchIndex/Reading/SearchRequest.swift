/// How passages are weighed: BM25 with its parameters.
public struct Weighting: Sendable, Equatable {
  /// How much a second occurrence adds.
  public var k1: Double
  /// How much length counts, 0 to 1.
  public var b: Double
  /// The least length, in mean lengths, that a passage is taken to have.
  public var minimumLength: Double

  /// Makes a weighting; the defaults did best over four collections.
  public init(k1: Double = 1.2, b: Double = 0.75, minimumLength: Double = 0) {
    self.k1 = k1
    self.b = b
    self.minimumLength = minimumLength
  }
}

/// How hits are ordered.
public enum HitOrder: Sendable {
  /// The best first.
  case relevance
  /// The latest published first; those without a date last.
  case newest
  /// The earliest published first; those without a date before all others.
  case oldest
}

/// A search for one page of hits.
public struct SearchRequest: Sendable {
  /// What to look for.
  public var query: IndexQuery
  /// How many of the best to leave out.
  public var offset: Int
  /// How many to give after those.
  public var limit: Int
  /// How they are ordered.
  public var order: HitOrder
  /// How they are weighed.
  public var weighting: Weighting
  /// How many matches are looked at, at the least, so that their number is exact up to there.
  public var countAtLeast: Int

  /// Makes a request for the best hits.
  public init(
    _ query: IndexQuery, offset: Int = 0, limit: Int = 10, order: HitOrder = .relevance,
    weighting: Weighting = Weighting(), countAtLeast: Int = 0
  ) {
    self.query = query
    self.offset = offset
    self.limit = limit
    self.order = order
    self.weighting = weighting
    self.countAtLeast = countAtLeast
  }
}

/// A page of hits.
public struct SearchPage: Sendable, Equatable {
  /// The passages in order.
  public let hits: [PassageHit]
  /// Bounds on the number of all passages that match.
  public let matches: ClosedRange<Int>
  /// A guess at that number, within the bounds.
  public let estimatedMatches: Int

  /// Whether the number of matches is known.
  public var matchesAreExact: Bool { matches.lowerBound == matches.upperBound }
}
