internal import Articles
internal import Entities
internal import SearchIndex

/// Finds the entities of an archive that a name stands for.
struct EntityNames {
  /// The most entities of one family name that are looked through.
  private static let mostOfOneFamily = 2_000

  private let reader: IndexReader

  init(reader: IndexReader) { self.reader = reader }

  /// The keys of all entities that a reader may mean by a name, in byte order; none for a name without words.
  ///
  /// A family name alone stands for everybody of that name; a full name for its spellings too.
  func keys(of name: String, _ entityClass: EntityClass) throws(ArchiveError) -> [String] {
    guard let key = EntityKey(name: name, entityClass: entityClass) else { return [] }
    guard entityClass == .person else { return [key.text] }
    let family = key.familyName
    let relatives = try indexed { () throws(IndexError) in
      try reader.entities(.person, beginningWith: family, limit: Self.mostOfOneFamily)
    }.map(\.name)
    let variants = relatives.filter { candidate in
      let other = EntityKey(entityClass: .person, text: candidate)
      return other.familyName == family && (key.text == family || Self.areSpellings(key.text, candidate))
    }
    return Set(variants + [key.text]).sorted()
  }

  /// Whether two keys of one family name may be spellings of one person's name.
  private static func areSpellings(_ left: String, _ right: String) -> Bool {
    left == right
  }
}
