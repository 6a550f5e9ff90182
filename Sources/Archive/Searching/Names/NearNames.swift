internal import Articles
internal import Entities
internal import Ranking
internal import SearchIndex

/// Finds entities of the archive whose names are spelt nearly as one that nobody has.
struct NearNames {
  private let reader: IndexReader

  init(reader: IndexReader) { self.reader = reader }

  /// The keys, those that are nearest first, then those named most.
  ///
  /// Of people the family name is compared, and of several given names one must begin alike.
  ///
  /// - Parameter leastPassages: How many passages must name them, at the least.
  func keys(
    near name: String, _ entityClass: EntityClass, limit: Int, leastPassages: Int = 0
  ) throws(ArchiveError) -> [EntityKey] {
    guard let asked = EntityKey(name: name, entityClass: entityClass) else { return [] }
    let family = Array(asked.familyName.unicodeScalars)
    let most = family.count < 4 ? 0 : family.count < 6 ? 1 : 2
    guard most > 0 else { return [] }
    let all = try indexed { () throws(IndexError) in try reader.entities(entityClass, limit: .max) }
    var near: [(key: EntityKey, distance: Int, passages: Int)] = []
    for count in all where count.passages >= max(leastPassages, Self.leastPassages) {
      let key = EntityKey(entityClass: entityClass, text: count.name)
      let other = Array(key.familyName.unicodeScalars)
      guard key != asked, let distance = EditDistance.distance(family, other, limit: most) else { continue }
      if asked.isFullName, key.isFullName, entityClass == .person, !Self.beginAlike(asked, key) { continue }
      near.append((key, distance, count.passages))
    }
    near.sort { ($0.distance, $1.passages, $0.key.text) < ($1.distance, $0.passages, $1.key.text) }
    return near.prefix(limit).map(\.key)
  }

  /// A name of fewer passages is as likely a slip as what was typed.
  private static let leastPassages = 2

  private static func beginAlike(_ left: EntityKey, _ right: EntityKey) -> Bool {
    left.readable.first == right.readable.first
  }
}
