public import Articles
public import TextAnalysis

/// The tag of an entity that a passage names.
public struct EntityTag: Sendable, Hashable {
  /// What kind of thing the entity is.
  public var entityClass: EntityClass
  /// The key that all its names share.
  public var key: String

  /// Makes a tag from its class and key.
  public init(_ entityClass: EntityClass, key: String) {
    self.entityClass = entityClass
    self.key = key
  }
}

/// A passage with what was found in it.
public struct IndexedPassage: Sendable {
  /// Its extent.
  public var passage: Passage
  /// The entities that it names.
  public var entities: [EntityTag]
  /// Its fingerprints, in the order of the text; the lower 40 bits of each count.
  public var fingerprints: [UInt64]

  /// Makes a passage from its extent and what was found in it.
  public init(_ passage: Passage, entities: [EntityTag] = [], fingerprints: [UInt64] = []) {
    self.passage = passage
    self.entities = entities
    self.fingerprints = fingerprints
  }
}

/// An article with all that the index is to hold of it.
public struct IndexedArticle: Sendable {
  /// The name of the article; it replaces the one of the same id.
  public var id: String
  /// A hash of everything that it is made of, 32 bytes: equal hashes mean that nothing changed.
  public var contentHash: [UInt8]
  /// What is to be read back with it, in a form that only the caller knows; compressed by the index.
  public var record: [UInt8]
  /// What is to be read of all articles at once, in a form that only the caller knows; see ``IndexReader/outlines(of:)``.
  public var outline: [UInt8]
  /// The outlet, for the filter.
  public var outlet: String?
  /// The ISO 639-1 code, for the filter and the choice of a stemmer.
  public var language: String?
  /// Where it was read from, as an absolute path, so that it can be found when that is gone.
  public var source: String?
  /// When it was published, for the filter and the order.
  public var published: ArticleDate?
  /// The headline, of which the first 512 tokens are indexed.
  public var title: AnalysedText?
  /// The text.
  public var text: AnalysedText
  /// The passages of the text, in order; at least one.
  public var passages: [IndexedPassage]
  /// Its place in the order of input: of two articles with one id in the same commit, the later one stays.
  public var sequence: UInt64

  /// Makes an article of its parts.
  public init(
    id: String, contentHash: [UInt8], record: [UInt8], outline: [UInt8] = [], outlet: String? = nil,
    language: String? = nil, source: String? = nil, published: ArticleDate? = nil, title: AnalysedText? = nil,
    text: AnalysedText, passages: [IndexedPassage], sequence: UInt64 = 0
  ) {
    self.id = id
    self.contentHash = contentHash
    self.record = record
    self.outline = outline
    self.outlet = outlet
    self.language = language
    self.source = source
    self.published = published
    self.title = title
    self.text = text
    self.passages = passages
    self.sequence = sequence
  }
}
