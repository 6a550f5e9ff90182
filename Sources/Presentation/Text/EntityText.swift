package import Archive
internal import Articles
internal import Entities

/// Writes the entities of an archive for people.
package enum EntityText {
  /// Class, number of passages and name in columns; then what is known of a place, and why the name is listed or what
  /// was joined to it.
  package static func line(of count: EntityCount) -> String {
    let name = count.entityClass.rawValue
    let number = "\(count.passages)"
    let padding = String(repeating: " ", count: max(1, 14 - name.count - number.count))
    let facts = [place(count.record), count.reason.map { why($0, count) }, also(count)].compactMap { $0 }
    let rest = facts.isEmpty ? "" : "  (\(facts.joined(separator: "; ")))"
    return name + padding + number + "  " + TerminalText.harmlessLine(count.name + rest)
  }

  /// Why a name is listed, with the key, which the names of two entities may share.
  private static func why(_ reason: NameVariant.Reason, _ count: EntityCount) -> String {
    "\(count.key): \(reason == .same ? "as asked" : reason.rawValue)"
  }

  private static func also(_ count: EntityCount) -> String? {
    guard !count.variants.isEmpty else { return nil }
    let names = count.variants.map { EntityKey(entityClass: count.entityClass, text: $0).readable }
    return "also " + names.joined(separator: ", ")
  }

  /// Country and coordinates: `UA 50.45 30.52`.
  private static func place(_ record: GazetteerRecord?) -> String? {
    guard let record, record.kind != .organisation else { return nil }
    let point = record.coordinates.map { "\(hundredths($0.latitude)) \(hundredths($0.longitude))" }
    let facts = [record.countryCode, point].compactMap { $0 }
    return facts.isEmpty ? nil : facts.joined(separator: " ")
  }

  private static func hundredths(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }
}
