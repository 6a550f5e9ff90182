public import Articles
public import Ranking

/// What a search found.
public struct SearchResults: Sendable {
  /// The results of the page that was asked for, best first.
  public var results: [SearchResult]
  /// The number of passages that match, before texts are grouped.
  public var matchingPassages: Int
  /// The articles that answer the query, by ``basis``; nil where they were not counted.
  public var answeringArticles: Int?
  /// Which articles answer.
  public var basis: AnswerBasis
  /// Whether ``matchingPassages`` is exact rather than Xapian's estimate.
  public var countIsExact: Bool
  /// What the reader should know about the query: words that match nothing, likely misspellings.
  public var notices: [String]
  /// What may have been meant by parts of the query that find nothing, or hardly anything.
  public var suggestions: [QuerySuggestion]
  /// What was counted over all matches, where that was asked for.
  public var facets: SearchFacets?
  /// How long the parts of the search took.
  public var timings: SearchTimings
}

/// Which articles answer a query: those that are sorted by date, and counted.
public enum AnswerBasis: Sendable, Equatable {
  /// Those that meet all conditions.
  case conditions
  /// Those that have at least so many of the query's words, and meet all conditions: most words, or as many as any
  /// article has.
  case words(least: Int, of: Int)
  /// Those whose score is at least this share of the best one, of a query with many words.
  case score(share: Double)
}

/// A condition of a query that an article meets in another passage than the one that is shown.
public struct ConditionElsewhere: Sendable, Equatable {
  /// The condition as the query has it.
  public var condition: String
  /// The first passage that meets it, as UTF-8 offsets into the article's text.
  public var passage: Range<Int>
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
  /// The conditions of the query that this passage does not meet, and another of the article does.
  public var elsewhere: [ConditionElsewhere] = []
  /// The entities named in the passage, each once, in order; then those that the article's record brings.
  public var entities: [NamedEntity]
  /// The other articles that have the passage, or by their fingerprints most likely have it: earliest first, undated ones
  /// last.
  public var repeats: [PassageRepeat]
  /// How many more articles share some of the passage, by their fingerprints: those that share a little and were not
  /// compared, and those beyond the 500 that share most.
  public var repeatsNotListed: Int
  /// Whether another article that answered the query credits this one for its text, and gave it its place.
  public var isOrigin = false
}

/// The part of a passage that is shown for a query.
public struct PassageExtract: Sendable, Equatable {
  /// A stretch of the extract: words found, or what stands between them.
  public typealias Piece = Extract.Piece

  /// The extract as it is shown, `…` where something is left out, in stretches.
  public var pieces: [Piece]
  /// The words found, as UTF-8 offsets into the article's text.
  public var marks: [Range<Int>]

  /// The extract as one line of text.
  public var text: String { pieces.map(\.text).joined() }
}

/// An entity as it is listed with a result.
public struct NamedEntity: Sendable, Hashable {
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// Its full name in the article.
  public var name: String
  /// Its normal form in the index.
  public var key: String
  /// Whether the article's record brings it.
  public var isGiven: Bool
}

/// An article that repeats a passage of another.
public struct PassageRepeat: Sendable {
  /// How it is known that an article repeats a passage.
  public enum Evidence: String, Sendable {
    /// Compared: what it has is word for word the same.
    case verbatim
    /// Compared: what it has was changed here and there.
    case edited
    /// Not compared, since many others were: it has half of the passage's fingerprints or more. Of its article only id,
    /// outlet and date are told.
    case fingerprints
  }

  /// The article that has the passage too.
  public var article: ArticleSummary
  /// How much of the passage it has, 0 to 1 of the passage's words, or of its fingerprints.
  public var share: Double
  /// How it is known.
  public var evidence: Evidence
  /// Where the article has it, as UTF-8 offsets into its text, in order; empty where it was not compared.
  public var spans: [Range<Int>]
}
