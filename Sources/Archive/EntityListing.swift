internal import Articles
internal import Entities
internal import SearchIndex

/// Makes one line of the keys that are one entity.
struct EntityListing {
  let archive: Archive

  /// The most named entities, those joined that are one: by their full names first, since a family name alone may be
  /// anybody's.
  func joined(
    _ counts: [NameCount], _ entityClass: EntityClass, limit: Int
  ) throws(ArchiveError) -> [EntityCount] {
    // Joining only moves entities up, so that twice as many keys hold all that can be among the first.
    let sorted = counts.sorted { ($1.passages, $0.name) < ($0.passages, $1.name) }
    let top = sorted.prefix(limit > sorted.count / 2 ? sorted.count : limit * 2)
    let counts = Dictionary(top.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var entities: [EntityCount] = []
    for group in try groups(of: top.map(\.name), entityClass) {
      guard let count = counts[group.key.text] else { continue }
      entities.append(try entity(group.key, count, group.others))
    }
    entities.sort { ($1.passages, $0.key) < ($0.passages, $1.key) }
    return Array(entities.prefix(limit))
  }

  /// Keys that are one entity.
  struct Group {
    /// The key that stands for all.
    let key: EntityKey
    let others: [String]
  }

  /// Makes groups of keys, the most frequent of which come first.
  func groups(of keys: [String], _ entityClass: EntityClass) throws(ArchiveError) -> [Group] {
    var taken: Set<String> = []
    var groups: [Group] = []
    for wantsFull in [true, false] {
      for text in keys where !taken.contains(text) {
        let key = EntityKey(entityClass: entityClass, text: text)
        guard key.isFullName == wantsFull else { continue }
        let others = wantsFull ? try variants(of: key, without: taken) : []
        taken.formUnion([text] + others)
        groups.append(Group(key: key, others: others))
      }
    }
    return groups
  }

  private func variants(of key: EntityKey, without taken: Set<String>) throws(ArchiveError) -> [String] {
    let all = try archive.facetMemory.variants(of: key) { () throws(ArchiveError) in
      try archive.names.variants(of: key).map(\.key.text)
    }
    return all.filter { $0 != key.text && !taken.contains($0) }
  }

  private func entity(
    _ key: EntityKey, _ count: NameCount, _ others: [String]
  ) throws(ArchiveError) -> EntityCount {
    var passages = count.passages
    if !others.isEmpty {
      let terms = ([key.text] + others).map { IndexQuery.term(.entity(key.entityClass, key: $0)) }
      let request = SearchRequest(.or(terms), limit: 1, countAtLeast: .max)
      passages = try indexed { () throws(IndexError) in try reader.search(request).estimatedMatches }
    }
    let keys = [key] + others.map { EntityKey(entityClass: key.entityClass, text: $0) }
    let written = keys.lazy.compactMap(archive.aliases.shownName).first
    return EntityCount(
      entityClass: key.entityClass, key: key.text, name: written ?? "", passages: passages, reason: nil,
      variants: others)
  }

  private var reader: IndexReader { archive.reader }
}
