internal import Articles
internal import Entities
internal import SearchIndex

/// The company that an entity keeps: what the passages that name it name beside it, far more often than others do.
///
/// Whom everybody names tells nothing: in an archive of one country's politics its president is in all company.
struct EntityCompany {
  /// The most entities whose company one question looks up.
  static let most = 16
  /// The most passages of an entity that are read.
  private static let mostPassages = 200
  /// In how many passages an entity may be named: of one that is named in far more than are read, those read tell
  /// nothing, and two such names would seem to share nobody.
  static let mostNamed = 1_000
  /// The most entities that make the company.
  private static let mostCompanions = 40
  /// The most entities named beside it of which it is asked how often the archive names them.
  private static let mostLookedUp = 120
  /// How many times more often than in the archive as a whole a companion must be named.
  private static let leastLift = 8.0

  private let reader: IndexReader
  private let passages: Int

  init(reader: IndexReader) throws(ArchiveError) {
    self.reader = reader
    passages = try indexed { () throws(IndexError) in try reader.statistics().passages }
  }

  /// The companions of an entity; of a family name's bearers, those of that family are left out.
  func of(_ key: EntityKey) throws(ArchiveError) -> Set<EntityKey> {
    let request = SearchRequest(
      .term(.entity(key.entityClass, key: key.text)), limit: Self.mostPassages)
    let tags = try indexed { () throws(IndexError) in
      try reader.entities(of: try reader.search(request).hits.map(\.passage))
    }
    var counts: [EntityTag: Int] = [:]
    for tag in tags.joined() where !isOwn(tag, key) { counts[tag, default: 0] += 1 }
    let named = counts.sorted { ($1.value, $0.key.key) < ($0.value, $1.key.key) }
    var company: Set<EntityKey> = []
    for (companion, count) in named.prefix(Self.mostLookedUp) where company.count < Self.mostCompanions {
      let expected = Double(tags.count) * Double(try frequency(of: companion)) / Double(max(1, passages))
      guard Double(count) >= Self.leastLift * expected else { continue }
      company.insert(EntityKey(entityClass: companion.entityClass, text: companion.key))
    }
    return company
  }

  /// The number of passages of the archive that name an entity.
  private func frequency(of tag: EntityTag) throws(ArchiveError) -> Int {
    let first = try indexed { () throws(IndexError) in
      try reader.entities(tag.entityClass, beginningWith: tag.key, limit: 1).first
    }
    return first?.name == tag.key ? first?.passages ?? 0 : 0
  }

  private func isOwn(_ tag: EntityTag, _ key: EntityKey) -> Bool {
    tag.entityClass == key.entityClass
      && EntityKey(entityClass: tag.entityClass, text: tag.key).familyName == key.familyName
  }
}
