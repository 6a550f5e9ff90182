internal import TextAnalysis

/// Brings the names of places and organisations in Russian to their nominative by the one word that declines in them.
///
/// That is a name that the gazetteer knows, or the word of organisations that a name begins with, with the adjectives before it:
/// `Государственной думы`, `Министерстве обороны`. What hangs on it stays as it is. Masculine adjectives stay too, since their
/// endings do not tell `-ый` from `-ой`, and with them the whole name.
struct RussianHead {
  let gazetteer: Gazetteer

  /// The most adjectives before a word of organisations.
  private static let mostAdjectives = 2

  /// The words of a name with its head in the nominative; nil where it cannot be told, or is so already.
  ///
  /// - Parameter words: In their normal form.
  func nominative(_ words: [String]) -> [String]? {
    if words.count == 1 {
      let known = Self.only(RussianForms.nominatives(words[0]).filter(isKnown))
      return known == words[0] ? nil : known.map { [$0] }
    }
    for head in words.indices.prefix(Self.mostAdjectives + 1) where isHead(words[head]) {
      guard let noun = Self.only(RussianForms.nominatives(words[head]).filter(isNominativeHead)),
        noun != words[head]
      else { return nil }
      let before = words[..<head].map { Self.adjective($0, before: noun) }
      guard !before.contains(nil) else { return nil }
      return before.compactMap(\.self) + [noun] + words[(head + 1)...]
    }
    return nil
  }

  private func classes(_ word: String) -> WordClasses { gazetteer.classes(ofWord: NormalForm.hash(word)) }

  private func isKnown(_ word: String) -> Bool {
    let classes = classes(word)
    return classes.contains(.nominative)
      && !classes.isDisjoint(with: WordClasses.anyPlace.union(.anyOrganisation))
  }

  private func isHead(_ word: String) -> Bool { classes(word).contains(.orgWord) }

  private func isNominativeHead(_ word: String) -> Bool {
    classes(word).isSuperset(of: [.orgWord, .nominative])
  }

  private static func only(_ found: Set<String>) -> String? { found.count == 1 ? found.first : nil }

  /// The nominative of an adjective in another case before a feminine or neuter noun; nil for other words.
  private static func adjective(_ word: String, before noun: String) -> String? {
    let isFeminine = noun.hasSuffix("а") || noun.hasSuffix("я")
    guard isFeminine || noun.hasSuffix("о") || noun.hasSuffix("е") else { return nil }
    for (ending, feminine, neuter) in endings where word.hasSuffix(ending) && word.count > ending.count + 2 {
      let stem = word.dropLast(ending.count)
      return (isFeminine ? feminine : neuter).map { stem + $0 }
    }
    return nil
  }

  /// Endings of oblique cases, with those of the feminine and the neuter nominative.
  private static let endings: [(String, String?, String?)] = [
    ("ого", nil, "ое"), ("ому", nil, "ое"), ("ым", nil, "ое"), ("ом", nil, "ое"), ("ой", "ая", nil),
    ("ую", "ая", nil), ("шей", "шая", nil), ("щей", "щая", nil), ("ней", "няя", nil), ("нюю", "няя", nil),
    ("него", nil, "нее"), ("нему", nil, "нее"), ("ним", nil, "нее"), ("нем", nil, "нее"),
    ("ким", nil, "кое"), ("гим", nil, "гое"), ("хим", nil, "хое"),
  ]
}
