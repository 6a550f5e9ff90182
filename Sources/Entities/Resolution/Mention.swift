public import Articles

/// A name in a text, and the entity that it stands for.
public struct Mention: Sendable, Hashable {
  /// What the name stands for.
  public let entityClass: EntityClass
  /// Where it stands, as UTF-8 offsets into the text; titles and a possessive `'s` are outside.
  public let range: Range<Int>
  /// The name as it is written there, a line end in it made a space.
  public let name: String
  /// The fullest name that the article or the gazetteer gives the entity: "Antony Blinken" for "Blinken".
  public let canonicalName: String
  /// The form that stands for the entity in an index.
  public let key: EntityKey
  /// The number of the gazetteer's record, 0 where it has none.
  let recordNumber: UInt16

  /// Makes a mention, as one read back from an index.
  public init(
    entityClass: EntityClass, range: Range<Int>, name: String, canonicalName: String, key: EntityKey
  ) {
    self.init(
      entityClass: entityClass, range: range, name: name, canonicalName: canonicalName, key: key,
      recordNumber: 0)
  }

  init(
    entityClass: EntityClass, range: Range<Int>, name: String, canonicalName: String, key: EntityKey,
    recordNumber: UInt16
  ) {
    self.entityClass = entityClass
    self.range = range
    self.name = name
    self.canonicalName = canonicalName
    self.key = key
    self.recordNumber = recordNumber
  }

  /// What the gazetteer knows of the place or organisation; nil where it does not know it.
  public var record: GazetteerRecord? { Gazetteer.shared.record(recordNumber) }
}
