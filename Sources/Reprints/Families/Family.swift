/// Articles that are versions of one text.
public struct Family: Sendable, Equatable {
  /// Where a text comes from, as far as the articles show.
  public struct Origin: Sendable, Equatable {
    /// The article that it comes from; nil where the source is none of the family's articles.
    public var article: Int?
    /// The source that is credited, or the outlet of the article.
    public var source: String?
    /// What this rests on, in words.
    public var basis: String
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// Whether articles of the family credit it.
    public var isCredited = false
  }

  /// An article's place in the tree of who has the text from whom.
  public struct Branch: Sendable, Equatable {
    /// The article.
    public var article: Int
    /// The article that it most likely has the text from; nil for those that have it from the origin.
    public var parent: Int?
    /// The share of the article's own words that the parent has, 0 to 1.
    public var share: Double
    /// The share of the parent's own words that the article has, 0 to 1: what is missing was cut.
    public var kept: Double
  }

  /// Its articles, the oldest first.
  public var articles: [Int]
  /// The version that all others were compared with: the fullest, among equals the oldest.
  public var centre: Int
  /// Where the text comes from.
  public var origin: Origin
  /// Who has it from whom, one branch for each article, parents before their children.
  public var tree: [Branch]
  /// The number of outlets.
  public var outlets: Int
  /// The number of versions that differ by more than a few words.
  public var versions: Int
  /// The number of independent texts: the shared one, and each article that is more than half its own work.
  public var independentTexts: Int
}
