public import Articles

/// The one form that stands for an entity in the index, whatever the form that a text used.
///
/// People have their family name first, so that all people of one family name stand together and a prefix
/// finds them: `blinken antony`. Places and organisations that the gazetteer knows have the name that it
/// shows, so that `US`, `U.S.` and `America` are `united states`. All are lower case, with Latin diacritics
/// folded and without apostrophes or dots.
public struct EntityKey: Sendable, Hashable, Comparable {
  /// What the entity is.
  public let entityClass: EntityClass
  /// The text of the key, at most 200 UTF-8 bytes.
  public let text: String

  /// Makes a key from a text that is in its normal form already, as one read back from an index.
  public init(entityClass: EntityClass, text: String) {
    self.entityClass = entityClass
    self.text = text
  }

  /// The key of a name as a reader or a record writes it; nil where it holds no word.
  ///
  /// ```swift
  /// EntityKey(name: "Secretary Antony Blinken", entityClass: .person)?.text  // "blinken antony"
  /// EntityKey(name: "U.S.", entityClass: .place)?.text  // "united states"
  /// ```
  public init?(name: String, entityClass: EntityClass) {
    let name = NameWords(name)
    guard !name.words.isEmpty else { return nil }
    self.init(entityClass: entityClass, text: Self.text(of: name, as: entityClass))
  }

  /// Of a person's key, the family name; of others, the whole key.
  public var familyName: String {
    guard entityClass == .person else { return text }
    return PersonName(key: text).family
  }

  /// Whether a single entity can be meant: not where it is a family name alone.
  public var isFullName: Bool { entityClass != .person || !PersonName(key: text).given.isEmpty }

  /// The key as people say it: of a person the given names first.
  public var readable: String {
    guard entityClass == .person else { return text }
    let name = PersonName(key: text)
    return (name.given + [name.family] + [name.suffix].compactMap { $0 }).joined(separator: " ")
  }

  /// What the gazetteer knows of the place or organisation; nil where it does not know it.
  public var record: GazetteerRecord? {
    guard entityClass != .person, let entry = NameWords(text).entry else { return nil }
    return Gazetteer.shared.record(entityClass == .place ? entry.place : entry.organisation)
  }

  static func text(of name: NameWords, as entityClass: EntityClass) -> String {
    if name.words.contains(where: Romanisation.isCyrillic) {
      return clipped(romanised(name, as: entityClass))
    }
    return switch entityClass {
    case .person: text(of: PersonName(name))
    case .organisation: clipped(name.recordName(organisation: true) ?? name.organisationKey)
    case .place: clipped(name.recordName(organisation: false) ?? name.plainKey)
    }
  }

  /// The key of a name in Cyrillic letters: the record's name where a gazetteer knows it, else its words in Latin letters, as
  /// names have it that are found in texts.
  private static func romanised(_ name: NameWords, as entityClass: EntityClass) -> String {
    guard entityClass != .person else {
      return InflectedPeople.Name.typed(name.words)?.person.key ?? InflectedThings.key(name.words)
    }
    let gazetteer = NameLanguage.of("ru")?.reading.gazetteer
    let entry = gazetteer?[PhraseHash(of: name.hashes[...])]
    let number = entityClass == .place ? entry?.place : entry?.organisation
    if let record = number.flatMap(Gazetteer.shared.record) { return NameWords.normal(record.name) }
    return InflectedThings.key(name.words)
  }

  /// The text of the key of a person.
  static func text(of person: PersonName) -> String { clipped(person.key) }

  static func clipped(_ text: String) -> String {
    text.utf8.count <= 200 ? text : String(decoding: text.utf8.prefix(200), as: UTF8.self)
  }

  /// Orders by class, then by the bytes of the text.
  public static func < (left: EntityKey, right: EntityKey) -> Bool {
    (left.entityClass.rawValue, left.text) < (right.entityClass.rawValue, right.text)
  }
}
