public import Articles
internal import Entities
public import Query
internal import Ranking
internal import SearchIndex

/// What may have been meant by a part of a query that finds nothing, or hardly anything.
public struct QuerySuggestion: Sendable, Equatable {
  /// The part as it was written.
  public var written: String
  /// What may have been meant, as it can be written in the part's place, the likeliest first.
  public var meant: [String]
}

extension Archive {
  /// What may be written as the value of a field, of values that begin with some letters, the most frequent first.
  ///
  /// - Parameters:
  ///   - field: `outlet`, `lang`, `person`, `org` or `place`; other fields have no values to choose from.
  ///   - beginning: The first letters, in upper or lower case.
  ///   - limit: The most values.
  public func completions(
    of field: QueryField, beginningWith beginning: String, limit: Int = 10
  ) throws(ArchiveError) -> [String] {
    let letters = beginning.lowercased()
    switch field {
    case .outlet:
      return try most(indexed { () throws(IndexError) in try reader.outlets() }, letters, limit)
    case .language:
      return try most(indexed { () throws(IndexError) in try reader.languages() }, letters, limit)
    case .person: return try completions(.person, letters, limit)
    case .organisation: return try completions(.organisation, letters, limit)
    case .place: return try completions(.place, letters, limit)
    case .id, .title, .date, .after, .before: return []
    }
  }

  private func most(_ counts: [NameCount], _ letters: String, _ limit: Int) -> [String] {
    counts.filter { $0.name.hasPrefix(letters) }
      .sorted { ($1.passages, $0.name) < ($0.passages, $1.name) }
      .prefix(limit).map(\.name)
  }

  /// The names of entities whose keys begin with some letters: of people the family names.
  private func completions(
    _ entityClass: EntityClass, _ letters: String, _ limit: Int
  ) throws(ArchiveError) -> [String] {
    let counts = try indexed { () throws(IndexError) in
      try reader.entities(entityClass, beginningWith: letters, limit: Self.mostCompared)
    }
    return try most(counts, letters, limit).map { text throws(ArchiveError) in
      try shownName(of: EntityKey(entityClass: entityClass, text: text))
    }
  }

  /// The most keys that are compared for one completion.
  private static let mostCompared = 5_000

  /// The names of entities that are spelt nearly as a name that no article has, or hardly any.
  ///
  /// - Parameter count: The number of articles that have the name; the others must be named far more often.
  public func names(
    near name: String, _ entityClass: EntityClass, limit: Int = 3, timesAsFrequentAs count: Int = 0
  ) throws(ArchiveError) -> [String] {
    var names: [String] = []
    let least = count * SpellingSuggester().minimumRatio
    let near = NearNames(reader: reader)
    for key in try near.keys(near: name, entityClass, limit: 2 * limit, leastPassages: least) {
      let shown = try shownName(of: key)
      if !names.contains(shown) { names.append(shown) }
    }
    return Array(names.prefix(limit))
  }

  /// The outlets that a reader may mean by a name: the one that is called so, else those whose names have its words.
  public func outlets(named name: String) throws(ArchiveError) -> [String] {
    try OutletNames(reader: reader).meant(by: name)
  }

  /// The outlets whose names are nearly like one that no article has.
  public func outlets(near name: String, limit: Int = 5) throws(ArchiveError) -> [String] {
    try OutletNames(reader: reader).near(name, limit: limit)
  }
}
