/// A word of a ranking, which may be several stems that count as one.
public struct WeighedWord: Sendable, Equatable {
  /// The stems, as ``TermGenerator`` makes them.
  public var stems: [[UInt8]]
  /// What the word weighs.
  public var weight: Double

  /// Makes a word from its stems and its weight.
  public init(stems: [[UInt8]], weight: Double) {
    self.stems = stems
    self.weight = weight
  }
}

/// A ranking of articles by words, any of which they may have.
///
/// A text scores BM25 (Robertson, Zaragoza, 2009, section 3.5) of each word with the word's weight. An article
/// scores ``articleShare`` of what its whole text does and the rest of what its best passage does, and
/// ``titleWeight`` of each word in its headline.
public struct WordRanking: Sendable, Equatable {
  /// The words; those from the 64th on are not told apart in ``RankedArticles/passages``.
  public var words: [WeighedWord]
  /// The most articles.
  public var limit: Int
  /// If not nil, the only articles that are ranked.
  public var among: ArticleSet?
  /// How soon further occurrences of a word stop to count (BM25's k1).
  public var saturation = 1.2
  /// How much the length of a text counts against it, 0 to 1 (BM25's b).
  public var lengthShare = 0.75
  /// The weight of a word in the headline, beside its weight in the text.
  public var titleWeight = 0.3
  /// How much the whole article counts; the rest is its best passage.
  public var articleShare = 0.7
  /// The length of an article that counts as usual, in words.
  public var averageArticleLength = 1.0
  /// The length of a passage that counts as usual, in words.
  public var averagePassageLength = 1.0

  /// Makes a ranking of some words.
  public init(_ words: [WeighedWord], limit: Int, among: ArticleSet? = nil) {
    self.words = words
    self.limit = limit
    self.among = among
  }
}

/// The best articles of a ranking, with the scores of their passages.
public struct RankedArticles: Sendable, Equatable {
  /// An article with its score.
  public struct Article: Sendable, Equatable {
    /// The article.
    public let extent: ArticleExtent
    /// The score of its whole text and its headline, as far as they count.
    public let base: Double
    /// The sum of ``base`` and what its best passage counts.
    public let score: Double
    /// Where its passages stand in ``RankedArticles/passages``.
    public let passages: Range<Int>
  }

  /// What a passage has.
  public struct Passage: Sendable, Equatable, BitwiseCopyable {
    /// Its score by itself, without the headline's part.
    public internal(set) var score: Double
    /// Its words: bit i for the word of index i, and the last for all from the 64th on.
    public internal(set) var words: UInt64
  }

  /// The articles, the best first; equal scores as they lie in the files.
  public internal(set) var articles: [Article] = []
  /// The passages of the articles, those of each in order.
  public internal(set) var passages: [Passage] = []
  /// The number of passages with any of the words, of all articles that were to be ranked.
  public internal(set) var matchingPassages = 0
}

/// How often a word occurs in the whole index, what was deleted since the last merge included.
public struct WordStatistics: Sendable, Hashable {
  /// The number of passages with it in the text or in the headline.
  public let passages: Int
  /// The number of articles with it.
  public let articles: Int
  /// The number of its occurrences in passages, the headline counted with each.
  public let occurrences: Int
}
