/// An entity as an index has it: a key, how often it is mentioned, and what else its articles mention.
public struct NameCandidate: Sendable, Hashable {
  /// The key in the index.
  public let key: EntityKey
  /// How many articles mention it.
  public let articles: Int
  /// The keys that its articles mention too, where they were looked up; empty for no evidence.
  public let context: Set<EntityKey>

  /// Makes a candidate.
  public init(key: EntityKey, articles: Int, context: Set<EntityKey> = []) {
    self.key = key
    self.articles = articles
    self.context = context
  }
}

/// A key that is taken for the entity that was asked for.
public struct NameVariant: Sendable, Hashable {
  /// Why a key was joined, as text for the reader.
  public enum Reason: String, Sendable, Hashable {
    /// It is the key that was asked for.
    case same
    /// The alias file says so.
    case alias
    /// Transliterations of one name: Zelensky, Zelenskyy.
    case transliteration
    /// The given names are forms of one name: Antony, Anthony, Tony.
    case givenName = "given name"
    /// One has an initial for the other's given name, or leaves out a middle name.
    case initial
    /// Spellings one or two letters apart in articles that mention the same others.
    case spelling
    /// The family name alone, where the archive knows one person of that family name.
    case familyName = "family name"
    /// The first letters of the organisation's words.
    case acronym
    /// The same words in another order, or a nationality for a country: Chinese Foreign Ministry.
    case wording
  }

  /// The key in the index.
  public let key: EntityKey
  /// How many articles mention it.
  public let articles: Int
  /// Why it was joined.
  public let reason: Reason

  /// Makes a variant.
  public init(key: EntityKey, articles: Int, reason: Reason) {
    self.key = key
    self.articles = articles
    self.reason = reason
  }
}
