internal import Lexicons

/// The rules for organisations' names across an archive.
enum OrganisationVariants {
  private static let left = small.union(Lexicon.entries(.organisationFillers))
  private static let small = Set(Lexicon.entries(.organisationParticles))
  private static let spellings = Dictionary(
    uniqueKeysWithValues: Lexicon.all(.organisationSpellings).flatMap(\.records).map { ($0[0], $0[1]) })

  /// Why two keys are one organisation; nil where they are not, or where it cannot be told.
  static func reason(_ own: NameCandidate, _ candidate: NameCandidate) -> NameVariant.Reason? {
    let one = words(own.key.text)
    let other = words(candidate.key.text)
    guard NameContext.mayBeOne(own, candidate) else { return nil }
    if one.count > 1 && Set(one) == Set(other) { return .wording }
    if isNews(one, of: other) || isNews(other, of: one) { return .wording }
    if isAcronym(own.key.text, of: candidate.key.text) || isAcronym(candidate.key.text, of: own.key.text) {
      return NameContext.agrees(own, candidate) ? .acronym : nil
    }
    let isLong = min(own.key.text.utf8.count, candidate.key.text.utf8.count) >= 8
    guard isLong, Spelling.isNear(own.key.text, candidate.key.text), NameContext.agrees(own, candidate) else {
      return nil
    }
    return .spelling
  }

  /// The first letters of keys that may be the organisation's: of each word that carries the name, as it stands
  /// and as an adjective or another spelling, and its acronym.
  static func prefixes(of key: String) -> [String] {
    var beginnings: Set<String> = [beginning(of: key)]
    let parts = key.split(separator: " ").map(String.init)
    for word in parts + words(key) where !left.contains(word) {
      beginnings.insert(beginning(of: word))
      for (other, spelling) in spellings where spelling.hasPrefix(word) { beginnings.insert(other) }
    }
    for adjective in Demonyms.adjectives(in: words(key)) { beginnings.insert(beginning(of: adjective)) }
    let acronym = initials(of: key)
    if acronym.utf8.count >= 3 { beginnings.insert(acronym) }
    return beginnings.filter { first in !beginnings.contains { $0 != first && first.hasPrefix($0) } }.sorted()
  }

  private static func beginning(of word: String) -> String { String(word.prefix(4)) }

  /// Whether two keys are spelt nearly alike, or one is the other's acronym.
  static func areAlike(_ left: String, _ right: String) -> Bool {
    if isAcronym(left, of: right) || isAcronym(right, of: left) { return true }
    return min(left.utf8.count, right.utf8.count) >= 8 && Spelling.isNear(left, right)
  }

  /// The words that carry the name: a nationality made its country, small words left out.
  static func words(_ key: String) -> [String] {
    var words: [String] = []
    for part in key.split(separator: " ") {
      let word = String(part)
      if left.contains(word) { continue }
      let plain = Demonyms.country(of: word) ?? spellings[word] ?? word
      words += plain.split(separator: " ").map(String.init)
    }
    return words
  }

  /// Whether a name is a broadcaster's news division, which texts name for the broadcaster: `ABC News` and `ABC`.
  private static func isNews(_ long: [String], of short: [String]) -> Bool {
    short.count == 1 && long.count == 2 && long[0] == short[0] && long[1] == "news"
      && broadcasters.contains(short[0])
  }

  private static let broadcasters = Set(Lexicon.entries(.broadcasters))

  private static func isAcronym(_ short: String, of long: String) -> Bool {
    guard short.utf8.count >= 3, !short.contains(" ") else { return false }
    return short.utf8.count < long.utf8.count && initials(of: long) == short
  }

  /// The first letters of the words but the small ones; empty for one word.
  private static func initials(of key: String) -> String {
    let words = key.split(separator: " ").filter { !small.contains(String($0)) }
    return words.count > 1 ? String(words.compactMap(\.first)) : ""
  }
}
