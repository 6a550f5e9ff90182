internal import Articles

extension NameVariants {
  /// The other spellings of a family name among the people of an archive, those mentioned most first: `zelenskyy`
  /// and `zelensky` for `zelenskiy`.
  ///
  /// A spelling is another transliteration of the same sounds, borne by somebody with a given name that somebody of the
  /// family name has too: Clarke is not Clark. Where the archive knows nobody of the family name, any other
  /// transliteration of it will do. A spelling that is rare beside the one that is asked for is a slip, and left out.
  ///
  /// - Parameters:
  ///   - family: A family name of five letters or more, in the form that keys have; others have no spellings.
  ///   - candidates: The people whose keys begin with one of ``prefixes(of:)``.
  public func spellings(ofFamily family: String, among candidates: [NameCandidate]) -> [String] {
    guard family.utf8.count >= Self.leastLetters else { return [] }
    let skeleton = Spelling.skeleton(family)
    var own: Set<String> = []
    var ownArticles = 0
    var others: [String: (articles: Int, given: Set<String>)] = [:]
    for candidate in candidates where candidate.key.entityClass == .person {
      let name = PersonName(key: candidate.key.text)
      let given = name.given.first { $0.utf8.count > 1 }
      if name.family == family {
        ownArticles += candidate.articles
        if let given { own.insert(given) }
      } else if name.family.utf8.count >= Self.leastLetters, Spelling.skeleton(name.family) == skeleton {
        others[name.family, default: (0, [])].articles += candidate.articles
        if let given { others[name.family, default: (0, [])].given.insert(given) }
      }
    }
    return others.filter { other in
      guard ownArticles > 0 else { return true }
      guard other.value.articles * Self.slipRatio > ownArticles else { return false }
      return own.contains { one in other.value.given.contains { GivenNames.agree(one, $0) } }
    }.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }.map(\.key)
  }

  /// The fewest letters of a family name that has other spellings.
  public static let leastLetters = 5
  /// How many times as often a name is mentioned as a slip of the pen in it.
  private static let slipRatio = 20
}
