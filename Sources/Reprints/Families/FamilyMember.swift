public import Articles

/// What families need to know of an article.
public struct FamilyMember: Sendable {
  /// Its outlet, in the one form of its name.
  public var outlet: String?
  /// When it was published.
  public var published: ArticleDate?
  /// The number of words that are its own.
  public var ownWords: Int
  /// The sources that it credits, photos left out, with the strongest credit of each.
  public var sources: [String: CreditStrength]
  /// Names that sign it and are no known source: they count where others of the family have them too, or are of that outlet.
  public var datelines: Set<String>

  /// Makes a member from what is known of an article.
  public init(
    outlet: String?, published: ArticleDate?, ownWords: Int, sources: [String: CreditStrength],
    datelines: Set<String> = []
  ) {
    self.outlet = outlet
    self.published = published
    self.ownWords = ownWords
    self.sources = sources
    self.datelines = datelines
  }

  /// Gives a credit of another article's address to the outlet that is found there.
  mutating func nameAddress(of other: Article, _ outlet: String) {
    guard let host = other.url.flatMap(WebAddress.host) else { return }
    for (source, strength) in sources where source != outlet && WebAddress.areOneSite(source, host) {
      sources[source] = nil
      sources[outlet] = max(sources[outlet] ?? strength, strength)
    }
  }

  /// Takes from an article what families need.
  public init(_ text: ComparableText) {
    let credits = CreditsOfArticle(text)
    self.init(
      outlet: text.outletName, published: text.published, ownWords: text.ownWords,
      sources: credits.strengths, datelines: credits.datelines)
  }
}

/// Two articles that have one text, as a pair report found.
public struct FamilyLink: Sendable {
  /// The number of the first article.
  public var a: Int
  /// The number of the second article.
  public var b: Int
  /// The share of the first one's own words that the second has, 0 to 1.
  public var containmentA: Double
  /// The share of the second one's own words that the first has, 0 to 1.
  public var containmentB: Double
  /// What is shared, as UTF-8 bytes of the first.
  public var spansA: [Range<Int>]
  /// What is shared, as UTF-8 bytes of the second.
  public var spansB: [Range<Int>]
  /// The number of places where the shared text differs.
  public var changes: Int

  /// Takes from a report what families need; nil unless one article is a reprint of the other.
  public init?(a: Int, b: Int, report: PairReport) {
    guard report.relation == .reprint else { return nil }
    self.a = a
    self.b = b
    containmentA = report.containmentA
    containmentB = report.containmentB
    spansA = report.spans.map(\.a)
    spansB = report.spans.map(\.b)
    changes = report.changes.count
  }
}
