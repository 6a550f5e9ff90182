public import Articles
public import Entities
internal import SearchIndex

/// An entity of the archive and how often it is named.
public struct EntityCount: Sendable, Hashable {
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// Its normal form in the index.
  public var key: String
  /// The number of passages that name it.
  public var passages: Int
  /// Why it is listed for the name that was asked for; nil where none was.
  public var reason: NameVariant.Reason?
}

extension Archive {
  /// The entities of a class, those named in most passages first.
  ///
  /// - Parameters:
  ///   - entityClass: Which class.
  ///   - limit: The most entities.
  public func entities(
    _ entityClass: EntityClass, limit: Int
  ) throws(ArchiveError) -> [EntityCount] {
    var counts = try indexed { () throws(IndexError) in
      try reader.entities(entityClass, limit: .max)
    }
    counts.sort { ($1.passages, $0.name) < ($0.passages, $1.name) }
    return counts.prefix(limit).map {
      EntityCount(entityClass: entityClass, key: $0.name, passages: $0.passages, reason: nil)
    }
  }

  /// The entities that a name may stand for, with the reason for each: the one that was asked for first, then those
  /// named most.
  ///
  /// - Parameters:
  ///   - name: A name in any of its forms.
  ///   - entityClass: Which class.
  public func entities(
    named name: String, _ entityClass: EntityClass
  ) throws(ArchiveError) -> [EntityCount] {
    guard let key = EntityKey(name: name, entityClass: entityClass) else { return [] }
    return try EntityNames(reader: reader).variants(of: key).filter { $0.articles > 0 }.map {
      EntityCount(entityClass: entityClass, key: $0.key.text, passages: $0.articles, reason: $0.reason)
    }
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
    let names = EntityNames(reader: reader)
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
    var counts: [String: Int] = [:]
    for tag in tags.joined() where tag.entityClass == entityClass && !own.contains(tag) {
      counts[tag.key, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map {
      EntityCount(entityClass: entityClass, key: $0.key, passages: $0.value, reason: nil)
    }
  }

  /// The most passages that are looked through for what they name together.
  private static let mostPassages = 20_000
}
