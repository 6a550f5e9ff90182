/// The rules for organisations' names across an archive.
enum OrganisationVariants {
  private static let left: Set<String> = ["of", "the", "for", "and", "&", "affairs", "a", "in", "on"]
  private static let small: Set<String> = ["of", "the", "for", "and", "&", "in", "on"]
  private static let spellings: [String: String] = [
    "defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation",
    "dept": "department",
    "programme": "program", "us": "united states", "uk": "united kingdom", "eu": "european union",
  ]

  /// Why two keys are one organisation; nil where they are not, or where it cannot be told.
  static func reason(_ own: NameCandidate, _ candidate: NameCandidate) -> NameVariant.Reason? {
    let one = words(own.key.text)
    let other = words(candidate.key.text)
    guard NameContext.mayBeOne(own, candidate) else { return nil }
    if one.count > 1 && Set(one) == Set(other) { return .wording }
    if isAcronym(own.key.text, of: candidate.key.text) || isAcronym(candidate.key.text, of: own.key.text) {
      return NameContext.agrees(own, candidate) ? .acronym : nil
    }
    let isLong = min(own.key.text.utf8.count, candidate.key.text.utf8.count) >= 8
    guard isLong, Spelling.isNear(own.key.text, candidate.key.text), NameContext.agrees(own, candidate) else {
      return nil
    }
    return .spelling
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

  private static func isAcronym(_ short: String, of long: String) -> Bool {
    guard short.utf8.count >= 3, !short.contains(" ") else { return false }
    let words = long.split(separator: " ").filter {
      !["of", "the", "for", "and", "&", "in", "on"].contains($0)
    }
    return words.count > 1 && String(words.compactMap(\.first)) == short
  }
}
