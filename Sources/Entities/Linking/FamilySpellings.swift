internal import Articles

extension NameVariants {
  /// The other spellings of a family name among the people of an archive, those mentioned most first: `zelenskyy`
  /// and `zelensky` for `zelenskiy`.
  ///
  /// A spelling is another transliteration of the same sounds, borne by somebody with a given name that somebody of the
  /// family name has too: Clarke is not Clark. Where the archive knows nobody of the family name, any other
  /// transliteration of it will do.
  ///
  /// - Parameters:
  ///   - family: A family name of five letters or more, in the form that keys have; others have no spellings.
  ///   - candidates: The people whose keys begin with one of ``prefixes(of:)``.
  public func spellings(ofFamily family: String, among candidates: [NameCandidate]) -> [String] {
    guard family.utf8.count >= Self.leastLetters else { return [] }
    let skeleton = Spelling.skeleton(family)
    var own: Set<String> = []
    var isKnown = false
    var others: [String: (articles: Int, given: Set<String>)] = [:]
    for candidate in candidates where candidate.key.entityClass == .person {
      let name = PersonName(key: candidate.key.text)
      let given = name.given.first { $0.utf8.count > 1 }
      if name.family == family {
        isKnown = true
        if let given { own.insert(given) }
      } else if name.family.utf8.count >= Self.leastLetters, Spelling.skeleton(name.family) == skeleton {
        others[name.family, default: (0, [])].articles += candidate.articles
        if let given { others[name.family, default: (0, [])].given.insert(given) }
      }
    }
    return others.filter { other in
      !isKnown || own.contains { one in other.value.given.contains { GivenNames.agree(one, $0) } }
    }.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }.map(\.key)
  }

  private static let leastLetters = 5
}
