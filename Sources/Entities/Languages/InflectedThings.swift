internal import Articles

/// The places and organisations of one article in a language that inflects their names.
///
/// What the gazetteer knows has the key of its record, in any case; of the others a form becomes the nominative where the
/// article has that too.
struct InflectedThings {
  private let names: [InflectedNameResolver.Name]
  /// The numbers of the names by class, number of words and first letters.
  private var alike: [String: [Int]] = [:]

  init(_ names: [InflectedNameResolver.Name]) {
    self.names = names
    for number in names.indices where names[number].entityClass != .person {
      alike[Self.label(names[number]), default: []].append(number)
    }
  }

  private static func label(_ name: InflectedNameResolver.Name) -> String {
    "\(name.entityClass.rawValue) " + name.words.map { String($0.prefix(2)) }.joined(separator: " ")
  }

  /// What a name stands for.
  func resolved(_ number: Int) -> InflectedNameResolver.Resolved {
    let name = names[number]
    if let known = known(name) { return known }
    let lemma = names[nominative(of: number)]
    return known(lemma)
      ?? InflectedNameResolver.Resolved(
        entityClass: name.entityClass, key: EntityKey.clipped(Self.key(lemma.words)), canonical: lemma.written
      )
  }

  /// The key of words that the gazetteer does not know.
  static func key(_ words: [String]) -> String { words.map(Romanisation.latin).joined(separator: " ") }

  private func known(_ name: InflectedNameResolver.Name) -> InflectedNameResolver.Resolved? {
    guard let entry = name.entry else { return nil }
    let number = name.entityClass == .place ? entry.place : entry.organisation
    guard let record = Gazetteer.shared.record(number) else { return nil }
    return InflectedNameResolver.Resolved(
      entityClass: name.entityClass, key: NameWords.normal(record.name), canonical: record.name,
      record: number)
  }

  /// The one other name of the article that this one is a case of; itself where there is none or several.
  private func nominative(of number: Int) -> Int {
    let words = names[number].words
    let forms = words.map(RussianForms.nominatives)
    let found = alike[Self.label(names[number]), default: []].filter { other in
      other != number && names[other].words.count == words.count
        && zip(names[other].words, forms).allSatisfy { $1.contains($0) }
    }
    return found.count == 1 ? found[0] : number
  }
}
