internal import Articles
internal import Entities
internal import SearchIndex

/// Finds the entities of an archive that a name stands for.
struct EntityNames {
  /// The most entities whose names begin alike that are looked through.
  private static let mostCandidates = 5_000

  private let reader: IndexReader
  private let aliases: AliasFile

  /// - Parameter aliases: What a user says of names.
  init(reader: IndexReader, aliases: AliasFile = AliasFile()) {
    self.reader = reader
    self.aliases = aliases
  }

  /// The keys of all entities that a reader may mean by a name, in byte order; none for a name without words.
  ///
  /// A family name alone stands for everybody of that name; a full name for its spellings too.
  func keys(of name: String, _ entityClass: EntityClass) throws(ArchiveError) -> [String] {
    guard let key = EntityKey(name: name, entityClass: entityClass) else { return [] }
    return Set(try variants(of: key).map(\.key.text) + [key.text]).sorted()
  }

  /// The stems of the archive that begin with some letters, in byte order.
  func words(beginningWith letters: String, limit: Int) throws(ArchiveError) -> [NameCount] {
    try indexed { () throws(IndexError) in try reader.words(beginningWith: letters, limit: limit) }
  }

  /// The keys of the archive that are the entity of a key, with the reason for each.
  func variants(of key: EntityKey) throws(ArchiveError) -> [NameVariant] {
    let rules = NameVariants(aliases: aliases)
    var candidates: [NameCandidate] = []
    for prefix in rules.prefixes(of: key) {
      let counts = try indexed { () throws(IndexError) in
        try reader.entities(key.entityClass, beginningWith: prefix, limit: Self.mostCandidates)
      }
      candidates += counts.map {
        NameCandidate(key: EntityKey(entityClass: key.entityClass, text: $0.name), articles: $0.passages)
      }
    }
    return rules.of(key, among: candidates)
  }
}
