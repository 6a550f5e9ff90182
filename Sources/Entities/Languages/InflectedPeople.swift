internal import TextAnalysis

/// The people's names of one article in Russian, each brought to its nominative.
///
/// Given name and family name agree in case and gender, which mostly leaves one reading: `Владимира Путина` is Vladimir Putin,
/// `Марии Захаровой` Maria Zakharova. What is left open is told by what the article has elsewhere; where nothing tells, a name
/// stays as it is written: rather two entries than a wrong one.
struct InflectedPeople {
  /// A name as the article has it: its words in their normal form.
  struct Name: Hashable {
    var given: [String]
    var family: String

    /// Takes words apart: the family name is the last one, unless given names or initials alone stand behind the first.
    ///
    /// - Parameter isGiven: Whether a word may be a given name, in any case.
    init?(_ words: [String], isGiven: (String) -> Bool) {
      guard let last = words.last, let first = words.first else { return nil }
      let rest = words.dropFirst()
      let hasInitialsBehind = !rest.isEmpty && rest.allSatisfy { $0.count == 1 } && first.count > 1
      let hasFatherBehind = words.count == 3 && Self.isPatronymic(last) && isGiven(words[1])
      let isTurned =
        words.count == 2 && isGiven(last) && !isGiven(first) && first.count > 1 && !Self.isPatronymic(last)
      if hasInitialsBehind || hasFatherBehind || isTurned {
        (family, given) = (first, Array(rest))
      } else {
        (family, given) = (last, Array(words.dropLast()))
      }
    }

    /// Whether a word is a father's name, in any case.
    static func isPatronymic(_ word: String) -> Bool {
      let count = word.utf8.count
      guard count > 12 else { return false }
      return patronymicEndings.contains { word.utf8.suffix($0.count).elementsEqual($0) }
    }

    private static let patronymicEndings = ["ович", "евич", "овн", "евн", "ичн"].flatMap { stem in
      (stem.last == "ч" ? ["", "а", "у", "ем", "е"] : ["а", "ы", "е", "у", "ой"]).map {
        Array((stem + $0).utf8)
      }
    }
  }

  /// For each name, its nominative.
  private(set) var nominatives: [Name: Name] = [:]
  private let isKnownGiven: (String) -> Bool
  /// For each nominative of a family name, how many forms of it the article may have.
  private var support: [String: Int] = [:]

  /// Reads the names of an article.
  ///
  /// - Parameter isKnownGiven: Whether a word is the nominative of a given name.
  init(_ names: [Name], isKnownGiven: @escaping (String) -> Bool) {
    self.isKnownGiven = isKnownGiven
    let full = names.filter { !$0.given.isEmpty }
    let bare = Set(names.filter(\.given.isEmpty).map(\.family))
    for word in Set(names.map(\.family)) {
      for nominative in Set(RussianForms.family(word).map(\.nominative)) {
        support[nominative, default: 0] += 1
      }
    }
    var families: Set<String> = []
    for name in full {
      guard let only = Self.only(readings(name)) else { continue }
      nominatives[name] = only
      families.insert(only.family)
    }
    for name in full where nominatives[name] == nil {
      let chosen = chosen(of: readings(name), for: name, families: families)
      nominatives[name] = chosen
      families.insert(chosen.family)
    }
    for word in bare {
      nominatives[Name(word)] = Name(family(word, families: families))
    }
  }

  /// All full names in the nominative that a name may be a case of.
  private func readings(_ name: Name) -> Set<Name> {
    var found: Set<Name> = []
    let family = RussianForms.family(name.family)
    let words = name.given.filter { $0.count > 1 }
    guard let first = words.first else {
      // Initials tell no case.
      return Set(family.map { name.with(family: $0.nominative, given: name.given) })
    }
    for given in RussianForms.given(first, isKnown: isKnownGiven) {
      for reading in family {
        let cases = given.cases.intersection(reading.cases)
        guard !cases.isEmpty, !given.genders.isDisjoint(with: reading.genders) else { continue }
        let rest = name.given.map { word in
          word == first ? given.nominative : Self.father(word)
        }
        found.insert(name.with(family: reading.nominative, given: rest))
      }
    }
    return found
  }

  /// The nominative of a father's name; other words stay.
  private static func father(_ word: String) -> String {
    guard Name.isPatronymic(word) else { return word }
    if let range = ["ович", "евич"].lazy.compactMap({ word.ranges(of: $0).last }).first {
      return String(word[..<range.upperBound])
    }
    return word.dropLast(word.hasSuffix("ой") ? 2 : 1) + "а"
  }

  private static func only(_ readings: Set<Name>) -> Name? { readings.count == 1 ? readings.first : nil }

  /// The reading that the rest of the article tells; the name as it is written where it tells nothing.
  private func chosen(of readings: Set<Name>, for name: Name, families: Set<String>) -> Name {
    if let same = Self.only(readings.intersection(nominatives.values)) { return same }
    if readings.contains(name), name.given.contains(where: RussianForms.declines) { return name }
    if let known = Self.only(readings.filter { families.contains($0.family) }) { return known }
    if let family = bestSupported(Set(readings.map(\.family))),
      let told = Self.only(readings.filter({ $0.family == family }))
    {
      return told
    }
    return Self.only(readings.filter { $0.family == name.family }) ?? name
  }

  /// The nominative of a family name that stands alone.
  private func family(_ word: String, families: Set<String>) -> String {
    let readings = Set(RussianForms.family(word).map(\.nominative))
    let known = readings.intersection(families)
    if known.count == 1, let only = known.first { return only }
    guard known.isEmpty else { return word }
    if readings.count == 1, let only = readings.first { return only }
    return bestSupported(readings) ?? word
  }

  /// The nominative that more forms of the article fit than any other: two at least, as `Блинкена` and `Блинкеном`.
  private func bestSupported(_ nominatives: Set<String>) -> String? {
    let most = nominatives.map { support[$0] ?? 0 }.max() ?? 0
    let best = nominatives.filter { support[$0] == most }
    return most >= 2 && best.count == 1 ? best.first : nil
  }
}

extension InflectedPeople.Name {
  init(_ family: String) {
    self.family = family
    given = []
  }

  func with(family: String, given: [String]) -> InflectedPeople.Name {
    var name = self
    name.family = family
    name.given = given
    return name
  }

  /// The name as a key has it.
  var person: PersonName {
    PersonName(key: Romanisation.latin([family] + given).joined(separator: " "))
  }

  /// The name that words in Cyrillic letters make as they are typed, without a text that tells their cases.
  static func typed(_ words: [String]) -> InflectedPeople.Name? {
    let isGiven = NameLanguage.of("ru").map { language in
      { (word: String) in
        language.reading.gazetteer.classes(ofWord: NormalForm.hash(word)).contains(.givenName)
      }
    }
    return InflectedPeople.Name(words, isGiven: isGiven ?? { _ in false })
  }

  /// The name as people write it, each word with a capital.
  var written: String {
    (given + [family]).map { word in
      word.count == 1
        ? word.uppercased() + "."
        : word.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
    }.joined(separator: " ")
  }
}
