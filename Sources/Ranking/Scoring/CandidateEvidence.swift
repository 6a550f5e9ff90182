/// What the articles of the candidate passages have of the terms of a query: all their passages, not only
/// the candidates.
///
/// The frequencies are those of an index in which each passage holds its own words and the headline's. Where an
/// article has no headline, the first ``leadLength`` words of its text stand in for one.
public struct CandidateEvidence: Sendable {
  /// An article, and where its passages stand.
  public struct Article: Sendable, Equatable {
    /// Its passages, as indices into ``passageLengths``, at least one.
    public let passages: Range<Int>
    /// The number of words of its headline; 0 where it has none.
    public let titleLength: Int
  }

  /// How many words stand in for a headline that is missing.
  public static let leadLength = 15

  /// The number of terms.
  public let termCount: Int
  /// The number of pairs of neighbouring terms.
  public let pairCount: Int
  /// The articles in the order in which they were added.
  public private(set) var articles: [Article] = []
  /// For each passage, its number of words with the headline's.
  public private(set) var passageLengths: [Int32] = []
  /// For each passage, how often each term occurs, ``termCount`` numbers a passage.
  public private(set) var frequencies: [Int32] = []
  /// For each article, how often each term occurs in the headline, ``termCount`` numbers an article.
  public private(set) var titleFrequencies: [Int32] = []
  /// For each passage, whether the terms of each pair stand near each other, ``pairCount`` values a passage.
  public private(set) var pairs: [Bool] = []

  /// Makes evidence without articles.
  public init(termCount: Int, pairCount: Int = 0) {
    self.termCount = termCount
    self.pairCount = pairCount
  }

  /// Adds an article, whose passages follow.
  ///
  /// - Parameters:
  ///   - titleLength: The number of words of its headline; 0 where it has none.
  ///   - titleFrequencies: How often each term occurs in the headline, or in the first ``leadLength`` words of
  ///     the text where there is none; ``termCount`` numbers.
  public mutating func addArticle(titleLength: Int, titleFrequencies: some Collection<Int32>) {
    precondition(titleFrequencies.count == termCount, "an article has a frequency for each term")
    let start = passageLengths.count
    articles.append(Article(passages: start..<start, titleLength: titleLength))
    self.titleFrequencies.append(contentsOf: titleFrequencies)
  }

  /// Adds a passage to the article added last.
  ///
  /// - Parameters:
  ///   - length: Its number of words, with the headline's.
  ///   - frequencies: How often each term occurs in it, with the headline; ``termCount`` numbers.
  ///   - pairs: Whether the terms of each pair stand near each other; ``pairCount`` values.
  public mutating func addPassage(
    length: Int, frequencies: some Collection<Int32>, pairs: some Collection<Bool> = []
  ) {
    precondition(frequencies.count == termCount, "a passage has a frequency for each term")
    precondition(pairs.count == pairCount, "a passage has a value for each pair")
    guard let article = articles.popLast() else { preconditionFailure("a passage belongs to an article") }
    passageLengths.append(Int32(clamping: length))
    self.frequencies.append(contentsOf: frequencies)
    self.pairs.append(contentsOf: pairs)
    articles.append(
      Article(
        passages: article.passages.lowerBound..<passageLengths.count, titleLength: article.titleLength))
  }
}
