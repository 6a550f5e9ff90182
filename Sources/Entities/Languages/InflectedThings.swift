internal import Articles

/// The places and organisations of one article in a language that inflects their names.
///
/// What the gazetteer knows has the key of its record, in any case; of the others a form becomes the nominative where the
/// article has that too.
struct InflectedThings {
  private let names: [InflectedNameResolver.Name]
  /// The numbers of the names by class, number of words and first letters.
  private var alike: [String: [Int]] = [:]

  private let head: RussianHead

  init(_ names: [InflectedNameResolver.Name], gazetteer: Gazetteer) {
    self.names = names
    head = RussianHead(gazetteer: gazetteer)
    for number in names.indices where names[number].entityClass != .person {
      alike[Self.label(names[number]), default: []].append(number)
    }
  }

  private static func label(_ name: InflectedNameResolver.Name) -> String {
    "\(name.entityClass.rawValue) "
      + name.words.map { String(decoding: $0.utf8.prefix(4), as: UTF8.self) }.joined(separator: " ")
  }

  /// What a name stands for.
  func resolved(_ number: Int) -> InflectedNameResolver.Resolved {
    let name = names[number]
    if let known = known(name) { return known }
    let lemma = names[nominative(of: number)]
    if let known = known(lemma) { return known }
    let words = head.nominative(lemma.words)
    return InflectedNameResolver.Resolved(
      entityClass: name.entityClass, key: EntityKey.clipped(Self.key(words ?? lemma.words)),
      canonical: words.map { Self.written($0, as: lemma) } ?? lemma.written)
  }

  /// Words of a name with the capitals that it is written with; as it is written where its words cannot be told apart.
  private static func written(_ words: [String], as name: InflectedNameResolver.Name) -> String {
    let parts = name.written.split(separator: " ")
    guard parts.count == words.count else { return name.written }
    return words.indices.map { index in
      if words[index] == name.words[index] { return String(parts[index]) }
      let isCapital = parts[index].first?.isUppercase == true
      return isCapital ? words[index].prefix(1).uppercased() + words[index].dropFirst() : words[index]
    }.joined(separator: " ")
  }

  /// The key of words that the gazetteer does not know.
  static func key(_ words: [String]) -> String { Romanisation.latin(words).joined(separator: " ") }

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
    let bucket = alike[Self.label(names[number]), default: []]
    guard bucket.count > 1 else { return number }
    let words = names[number].words
    let forms = words.map(RussianForms.nominatives)
    let found = bucket.filter { other in
      other != number && names[other].words.count == words.count
        && zip(names[other].words, forms).allSatisfy { $1.contains($0) }
    }
    return found.count == 1 ? found[0] : number
  }
}
