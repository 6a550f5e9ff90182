public import Articles

/// What a search found.
public struct SearchResults: Sendable {
  /// The results of the page that was asked for, best first.
  public var results: [SearchResult]
  /// The number of passages that match, before texts are grouped.
  public var matchingPassages: Int
  /// Whether ``matchingPassages`` is exact rather than Xapian's estimate.
  public var countIsExact: Bool
  /// What the reader should know about the query: words that match nothing, likely misspellings.
  public var notices: [String]
}

/// One result of a search: a passage, and with texts grouped every article that repeats it.
public struct SearchResult: Sendable {
  /// The place among all results, from 1.
  public var rank: Int
  /// The score; higher is better, and comparable within one search only.
  public var score: Double
  /// The article.
  public var article: ArticleSummary
  /// The passage, as UTF-8 offsets into the article's text.
  public var passage: Range<Int>
  /// The sentences that answer, as they are shown.
  public var extract: PassageExtract
  /// The entities named in the passage, each once, in order.
  public var entities: [EntityTag]
  /// The other articles that have the passage, verbatim or edited: earliest first, undated ones last.
  public var repeats: [PassageRepeat]
}

/// The part of a passage that is shown for a query.
public struct PassageExtract: Sendable, Equatable {
  /// The text as it is shown: sentences of the article, with `…` where something is left out.
  public var text: String
  /// What is shown of the article, as UTF-8 offsets into its text.
  public var bytes: Range<Int>
  /// The words found, as UTF-8 offsets into the article's text.
  public var marks: [Range<Int>]
}

/// An entity as it is listed with a result.
public struct EntityTag: Sendable, Hashable {
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// Its full name in the article.
  public var name: String
  /// Its normal form in the index.
  public var key: String
}

/// An article that repeats a passage of another.
public struct PassageRepeat: Sendable {
  /// The article that has the passage too.
  public var article: ArticleSummary
  /// How much of the passage it has, 0 to 1 of the passage's words.
  public var share: Double
  /// Whether what it has is word for word the same.
  public var isVerbatim: Bool
  /// Where the article has it, as UTF-8 offsets into its text, in order.
  public var spans: [Range<Int>]
}
