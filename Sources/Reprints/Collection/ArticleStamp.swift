public import Articles

/// What is known of an article without reading its text: enough to order articles and to tell outlets apart.
public struct ArticleStamp: Sendable, Comparable {
  /// The article's id.
  public let id: String
  /// Its outlet, as the record names it.
  public let outlet: String?
  /// When it was published; nil for a date that cannot be.
  public let published: ArticleDate?

  /// What is known of an article.
  public init(_ article: Article) {
    self.init(article.id, outlet: article.outlet, published: article.published)
  }

  /// Makes a stamp; a date that cannot be (``Articles/ArticleDate/isPlausible``) is left out.
  public init(_ id: String, outlet: String?, published: ArticleDate?) {
    self.id = id
    self.outlet = outlet
    self.published = published.flatMap { $0.isPlausible ? $0 : nil }
  }

  /// The oldest first; those without a date last; ties by id.
  public static func < (left: ArticleStamp, right: ArticleStamp) -> Bool {
    switch (left.published, right.published) {
    case (let l?, let r?) where l != r: l < r
    case (nil, _?): false
    case (_?, nil): true
    default: left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }

  /// The places of some stamps, those of the oldest first: sorted here, where the compiler knows what it sorts, and not with
  /// the values of a generic collection.
  static func order(of stamps: [ArticleStamp]) -> [Int] {
    stamps.indices.sorted { stamps[$0] < stamps[$1] }
  }
}
