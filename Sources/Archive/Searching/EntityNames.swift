internal import Articles
internal import Entities
internal import SearchIndex

/// Finds the entities of an archive that a name stands for.
struct EntityNames {
  /// The most entities whose names begin alike that are looked through.
  private static let mostCandidates = 5_000

  private let reader: IndexReader
  private let aliases: AliasFile
  private let rules: NameVariants

  /// - Parameter aliases: What a user says of names.
  init(reader: IndexReader, aliases: AliasFile = AliasFile()) {
    self.reader = reader
    self.aliases = aliases
    rules = NameVariants(aliases: aliases)
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

  /// The keys of the archive that are the entity of a key, with the reason for each; those that the alias file
  /// joins come with their own variants.
  func variants(of key: EntityKey) throws(ArchiveError) -> [NameVariant] {
    var variants = try ownVariants(of: key)
    var keys = Set(variants.map(\.key))
    for other in aliases.others(of: key) {
      for variant in try ownVariants(of: other) where !aliases.splits(key, variant.key) {
        guard keys.insert(variant.key).inserted else { continue }
        let reason: NameVariant.Reason = variant.reason == .same ? .alias : variant.reason
        variants.append(NameVariant(key: variant.key, articles: variant.articles, reason: reason))
      }
    }
    return variants
  }

  private func ownVariants(of key: EntityKey) throws(ArchiveError) -> [NameVariant] {
    rules.of(key, among: try withContexts(candidates(for: key), of: key))
  }

  private func candidates(for key: EntityKey) throws(ArchiveError) -> [NameCandidate] {
    var candidates: [NameCandidate] = []
    for prefix in rules.prefixes(of: key) { candidates += try self.candidates(key.entityClass, prefix) }
    return candidates
  }

  private func candidates(
    _ entityClass: EntityClass, _ prefix: String
  ) throws(ArchiveError) -> [NameCandidate] {
    let counts = try indexed { () throws(IndexError) in
      try reader.entities(entityClass, beginningWith: prefix, limit: Self.mostCandidates)
    }
    return counts.map {
      NameCandidate(key: EntityKey(entityClass: entityClass, text: $0.name), articles: $0.passages)
    }
  }

  /// Looks the company of names up where only that can tell whether they are one entity.
  private func withContexts(
    _ candidates: [NameCandidate], of key: EntityKey
  ) throws(ArchiveError) -> [NameCandidate] {
    let own = candidates.first { $0.key == key }
    guard own.map({ $0.articles <= EntityCompany.mostNamed }) ?? true else { return candidates }
    var wanted = Set(
      candidates.filter { $0.articles <= EntityCompany.mostNamed && rules.dependsOnContext(key, $0.key) }
        .sorted { $0.articles > $1.articles }
        .prefix(EntityCompany.most).map(\.key))
    guard !wanted.isEmpty else { return candidates }
    wanted.insert(key)
    let company = try EntityCompany(reader: reader)
    var known: [NameCandidate] = []
    for candidate in candidates {
      let context = wanted.contains(candidate.key) ? try company.of(candidate.key) : []
      known.append(NameCandidate(key: candidate.key, articles: candidate.articles, context: context))
    }
    return known
  }
}
