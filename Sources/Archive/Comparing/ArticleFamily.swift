/// Articles of an archive that are versions of one text.
public struct ArticleFamily: Sendable {
  /// Where the text comes from, as far as the articles show.
  public struct Origin: Sendable, Equatable {
    /// The id of the article that it comes from; nil where the source is none of them.
    public var article: String?
    /// The source that is credited, or the outlet of the article.
    public var source: String?
    /// What this rests on, in words.
    public var basis: String
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// Whether articles of the family credit it; where none does, the article is only the earliest, or the fullest.
    public var isCredited: Bool
  }

  /// An article's place in the tree of who has the text from whom.
  public struct Branch: Sendable, Equatable {
    /// The id of the article.
    public var article: String
    /// The id of the article that it most likely has the text from; nil for those that have it from the origin.
    public var parent: String?
    /// The share of the article's own words that the parent has, 0 to 1.
    public var share: Double
    /// The share of the parent's own words that the article has, 0 to 1: what is missing was cut.
    public var kept: Double
    /// The id of the article of the family that it has the text of in another language; nil for one in the language of the rest.
    ///
    /// Which of the two is the original is told by ``parent``, where it is known.
    public var translationOf: String?
  }

  /// Its articles, the oldest first.
  public var articles: [ArticleSummary]
  /// Where the text comes from.
  public var origin: Origin
  /// Who has it from whom, parents before their children.
  public var tree: [Branch]
  /// The number of outlets; each article without one counts as an outlet of its own.
  public var outlets: Int
  /// The number of independent texts: the shared one, and each article that is more than half its own work.
  public var texts: Int
}

/// What an archive's articles have in common.
public struct ReprintReport: Sendable {
  /// Pairs that have one of the relations asked for: what matters most first, pairs within one outlet last.
  public var pairs: [ArticlePair]
  /// Families of articles that have one text, the largest first.
  public var families: [ArticleFamily]
  /// Fingerprints of what outlets print under many of their articles: who shares nothing else was not compared.
  public var standingFingerprints: Int
}
