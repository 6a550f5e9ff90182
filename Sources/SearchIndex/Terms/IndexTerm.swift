public import Articles

/// A term as the index holds it: the field and what stands in it.
public struct IndexTerm: Sendable, Hashable {
  /// The bytes in the index, prefix included.
  let bytes: [UInt8]

  /// A term as the index has it, prefix included.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// A term of a field, shortened by the rule for long terms where it has to be.
  init(_ field: Field, _ content: some Collection<UInt8>) {
    bytes = field.prefix + LongTerm.shortened(content)
  }

  /// A stem of the text, as ``TermGenerator`` makes it.
  public static func word(_ stem: some Collection<UInt8>) -> IndexTerm { IndexTerm(.text, stem) }

  /// A stem of the title, as ``TermGenerator`` makes it.
  public static func title(_ stem: some Collection<UInt8>) -> IndexTerm { IndexTerm(.title, stem) }

  /// All passages of the article with an id.
  public static func article(id: String) -> IndexTerm { IndexTerm(.article, Array(id.utf8)) }

  /// All passages of an outlet; upper and lower case, accents and runs of spaces make no difference.
  public static func outlet(_ name: String) -> IndexTerm { IndexTerm(.outlet, FoldedName.bytes(name)) }

  /// All passages of articles in a language, by its code.
  public static func language(_ code: String) -> IndexTerm {
    IndexTerm(.language, Array(code.lowercased().utf8))
  }

  /// The first passage of every article that was read from a file, by its absolute path.
  public static func source(_ path: String) -> IndexTerm { IndexTerm(.source, Array(path.utf8)) }

  /// All passages that name an entity, by its canonical key.
  public static func entity(_ entityClass: EntityClass, key: String) -> IndexTerm {
    IndexTerm(Field(entityClass), Array(key.utf8))
  }

  /// The first passage of every article.
  public static let head = IndexTerm(.head, [])
}
