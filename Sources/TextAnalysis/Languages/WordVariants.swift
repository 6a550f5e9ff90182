internal import Lexicons

/// Other ways in which people type a word of a language, so that a search finds those too.
package enum WordVariants {
  /// The part of a word that a language takes for the word: `eau` of French `l'eau`, `ankara` of Turkish `ankara'da`.
  ///
  /// - Parameter word: A word in lower case, apostrophes made straight.
  package static func main(of word: String, language: String) -> String {
    guard let apostrophe = word.firstIndex(of: "'") else { return word }
    let rules = WordRules.of(language)
    let (before, after) = (word[..<apostrophe], word[word.index(after: apostrophe)...])
    if rules.hasEndings, !before.isEmpty { return String(before) }
    return !after.isEmpty && rules.elided.contains(NormalForm.hash(before)) ? String(after) : word
  }

  /// The word without its Latin diacritics; nil where it has none.
  package static func unaccented(_ word: String) -> String? {
    let plain = String(decoding: AccentFolding.folded(Array(word.utf8)), as: UTF8.self)
    return plain == word ? nil : plain
  }

  /// The words that one typed without accents may be meant for, by the endings that the language's stemmer knows.
  package static func accented(_ word: String, language: String) -> [String] {
    guard let endings = endings[language], word.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
    return endings.compactMap { plain, accented in
      guard word.hasSuffix(plain), word.utf8.count > plain.utf8.count + 1 else { return nil }
      return String(word.dropLast(plain.count)) + accented
    }
  }

  private static let endings: [String: [(plain: String, accented: String)]] = {
    var endings: [String: [(plain: String, accented: String)]] = [:]
    for list in Lexicon.all(.accentedEndings) {
      endings[list.language] = list.records.map { ($0[0], $0[1]) }
    }
    return endings
  }()
}
