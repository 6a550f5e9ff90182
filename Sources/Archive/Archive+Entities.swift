public import Articles
internal import SearchIndex

/// An entity of the archive and how often it is named.
public struct EntityCount: Sendable, Hashable {
  /// What kind of thing it is.
  public var entityClass: EntityClass
  /// Its normal form in the index.
  public var key: String
  /// The number of passages that name it.
  public var passages: Int
}

extension Archive {
  /// The entities of a class, those named in most passages first.
  ///
  /// - Parameters:
  ///   - entityClass: Which class.
  ///   - name: A name by which to choose; nil for all.
  ///   - limit: The most entities.
  public func entities(
    _ entityClass: EntityClass, named name: String? = nil, limit: Int
  ) throws(ArchiveError) -> [EntityCount] {
    var counts = try indexed { () throws(IndexError) in
      try reader.entities(entityClass, limit: .max)
    }
    if let name {
      let keys = Set(try EntityNames(reader: reader).keys(of: name, entityClass))
      counts.removeAll { !keys.contains($0.name) }
    }
    let ordered = counts.sorted { ($1.passages, $0.name) < ($0.passages, $1.name) }
    return ordered.prefix(limit).map {
      EntityCount(entityClass: entityClass, key: $0.name, passages: $0.passages)
    }
  }
}
