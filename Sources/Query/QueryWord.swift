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

  /// The lower-case form of a hyphenated word, or of initials with dots between them, written as one: `zt180`, `us`;
  /// nil for other words.
  public var joined: String? {
    form == .hyphenated || isInitials ? tokens.map(\.lowercased).joined() : nil
  }

  private var isInitials: Bool {
    form == .joined && tokens.allSatisfy { $0.kind == .word && $0.lowercased.unicodeScalars.count == 1 }
  }

  /// The letters and the digits of a designation that is written as one word, `su` and `27` for `Su27`; none for
  /// other words.
  ///
  /// They are found next to each other, as in "Su 27".
  public var designationParts: [QueryToken] {
    guard form == .single, let token = tokens.first, token.lowercased.utf8.allSatisfy(Self.isPlain) else {
      return []
    }
    let bytes = Array(token.lowercased.utf8)
    let starts = bytes.indices.dropFirst().filter { Self.isDigit(bytes[$0]) != Self.isDigit(bytes[$0 - 1]) }
    guard (1...2).contains(starts.count) else { return [] }
    let ends = starts + [bytes.count]
    return zip([0] + starts, ends).flatMap { start, end in
      QueryWords.tokens(of: String(decoding: bytes[start..<end], as: UTF8.self))
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isPlain(_ byte: UInt8) -> Bool { isDigit(byte) || byte &- 0x61 < 26 }

  /// This word of a few letters and a number that follows it, as one word: `su27` for `Su 27`; nil for other words.
  public func designation(with next: QueryWord) -> QueryToken? {
    guard form == .single, next.form == .single, let letters = tokens.first, let number = next.tokens.first,
      letters.kind == .word, number.kind == .number,
      letters.lowercased.unicodeScalars.count <= Self.mostLetters,
      letters.lowercased.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }),
      number.lowercased.utf8.allSatisfy(Self.isPlain)
    else { return nil }
    return QueryWords.tokens(of: letters.lowercased + number.lowercased).first
  }

  /// The most letters before the number of a designation that is written in two words: `COVID 19`.
  private static let mostLetters = 5

  /// What ``joined`` says, as a token.
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
