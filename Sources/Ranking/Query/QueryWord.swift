public import TextAnalysis

/// One token of a query, by the rules by which articles are tokenised.
public struct QueryToken: Sendable, Hashable {
  /// The token in lower case with its accents, as ``AnalysedText`` gives it.
  public let lowercased: String
  /// The hash of its normal form, as ``Token/hash``.
  public let hash: UInt64
  /// What it is made of.
  public let kind: Token.Kind
  /// Whether it is written in capitals throughout: `WHO` is not the word "who".
  public let isAllCapitals: Bool
}

/// A word as a query writes it, which can be several tokens: `ZT-180`, `bbc.co.uk`, `中国`.
public struct QueryWord: Sendable, Hashable {
  /// How the tokens belong together.
  public enum Form: Sendable, Hashable {
    /// One token.
    case single
    /// Tokens joined by hyphens, found next to each other or as one word: `ZT-180`, "ZT 180", "ZT180".
    case hyphenated
    /// Tokens joined by other marks, found next to each other: `10:30`, `bbc.co.uk`, `9/11`.
    case joined
    /// Characters of a script written without spaces, found next to each other.
    case ideographs
  }

  /// The word as written.
  public let text: String
  /// Its tokens, at least one.
  public let tokens: [QueryToken]
  /// How its tokens belong together.
  public let form: Form

  /// The lower-case form of a hyphenated word written as one: `zt180`; nil for other words.
  public var joined: String? {
    form == .hyphenated ? tokens.map(\.lowercased).joined() : nil
  }

  /// A hyphenated word written as one, as a token; nil for other words.
  public var joinedToken: QueryToken? {
    joined.flatMap { QueryWords.tokens(of: $0).first }
  }
}

/// Words in quotes, found next to each other in this order; stop words count.
public struct QueryPhrase: Sendable, Hashable {
  /// What stands between the quotes.
  public let text: String
  /// Its tokens, at least one.
  public let tokens: [QueryToken]
}

/// The beginning of a word, written `drone*`.
///
/// An index expands it to at most ``maximumExpansion`` words that begin so.
public struct QueryPrefix: Sendable, Hashable {
  /// The fewest letters that can stand before the `*`.
  public static let minimumLength = 3
  /// The most words that one prefix stands for: the most frequent ones.
  public static let maximumExpansion = 200

  /// The letters as written, without the `*`.
  public let text: String
  /// The letters as a token.
  public let token: QueryToken
}
