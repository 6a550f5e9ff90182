public import Articles
public import Entities
internal import SearchIndex

/// An entity of the archive and how often it is named.
public struct EntityCount: Sendable, Hashable {
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// Its normal form in the index.
  public var key: String
  /// The name to show: the alias file's, the gazetteer's, or the one that articles have.
  public var name: String
  /// The number of passages that name it, under any of the keys that were joined.
  public var passages: Int
  /// Why it is listed for the name that was asked for; nil where none was.
  public var reason: NameVariant.Reason?
  /// The other keys that are the same entity and counted with it, the most named first.
  public var variants: [String] = []

  /// What the gazetteer knows of the place or organisation.
  public var record: GazetteerRecord? { EntityKey(entityClass: entityClass, text: key).record }
}

extension Archive {
  /// The entities of a class, those named in most passages first; keys that are one entity are one.
  ///
  /// - Parameters:
  ///   - entityClass: Which class.
  ///   - limit: The most entities.
  public func entities(
    _ entityClass: EntityClass, limit: Int
  ) throws(ArchiveError) -> [EntityCount] {
    let counts = try indexed { () throws(IndexError) in
      try reader.entities(entityClass, limit: .max)
    }
    return try named(EntityListing(archive: self).joined(counts, entityClass, limit: limit))
  }

  /// The entities that a name may stand for, with the reason for each: the one that was asked for first, then those
  /// named most.
  ///
  /// - Parameters:
  ///   - name: A name in any of its forms.
  ///   - entityClass: Which class.
  ///   - limit: The most entities.
  public func entities(
    named name: String, _ entityClass: EntityClass, limit: Int = .max
  ) throws(ArchiveError) -> [EntityCount] {
    guard let key = EntityKey(name: name, entityClass: entityClass) else { return [] }
    let variants = try names.variants(of: key).filter { $0.articles > 0 }
    return try named(
      variants.prefix(limit).map {
        EntityCount(
          entityClass: entityClass, key: $0.key.text, name: "", passages: $0.articles, reason: $0.reason)
      })
  }

  /// The entities that are named in one passage with an entity, those named in most such passages first.
  ///
  /// - Parameters:
  ///   - name: A name in any of its forms; it may be of any class.
  ///   - entityClass: The class of those to list.
  ///   - limit: The most entities.
  public func entities(
    _ entityClass: EntityClass, with name: String, limit: Int
  ) throws(ArchiveError) -> [EntityCount] {
    var terms: [IndexQuery] = []
    var own: Set<EntityTag> = []
    for asked in EntityClass.allCases {
      for key in try names.keys(of: name, asked) {
        terms.append(.term(.entity(asked, key: key)))
        own.insert(EntityTag(asked, key: key))
      }
    }
    let request = SearchRequest(.or(terms), limit: Self.mostPassages)
    let tags = try indexed { () throws(IndexError) in
      try reader.entities(of: try reader.search(request).hits.map(\.passage))
    }
    var counts: [ByteKey: Int] = [:]
    for tag in tags.joined() where tag.entityClass == entityClass && !own.contains(tag) {
      counts[ByteKey(tag.key), default: 0] += 1
    }
    return try named(
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map {
        EntityCount(entityClass: entityClass, key: $0.key.text, name: "", passages: $0.value, reason: nil)
      })
  }

  /// The most passages that are looked through for what they name together.
  private static let mostPassages = 20_000

  private func named(_ counts: [EntityCount]) throws(ArchiveError) -> [EntityCount] {
    var counts = counts
    for index in counts.indices where counts[index].name.isEmpty {
      let key = EntityKey(entityClass: counts[index].entityClass, text: counts[index].key)
      counts[index].name = try shownName(of: key)
    }
    return counts
  }

  /// The name to show for a key: the alias file's, the gazetteer's, the one that most of some articles have, and
  /// where none has it the key itself, given names first.
  func shownName(of key: EntityKey) throws(ArchiveError) -> String {
    if let name = aliases.shownName(of: key) ?? key.record?.name { return name }
    let request = SearchRequest(.term(.entity(key.entityClass, key: key.text)), limit: Self.mostRead)
    let hits = try indexed { () throws(IndexError) in try reader.search(request).hits }
    var names: [ByteKey: Int] = [:]
    for record in try records(at: Set(hits.map(\.article)).sorted()) {
      for mention in record.mentions where mention.entityClass == key.entityClass && mention.key == key.text {
        names[ByteKey(mention.name), default: 0] += 1
      }
      for entity in record.article.entities
      where EntityKey(name: entity.name, entityClass: entity.entityClass) == key {
        names[ByteKey(entity.name), default: 0] += 1
      }
    }
    return names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key.text ?? key.readable
  }

  /// How many passages are read for how a name is written.
  private static let mostRead = 3
}
