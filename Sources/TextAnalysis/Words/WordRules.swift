internal import Lexicons

/// What a language has of its own in how words are written.
struct WordRules {
  /// The words before an apostrophe that are words of their own, by their hashes: `l'`, `qu'`, `dell'`.
  var elided = HashSet()
  /// Whether an apostrophe after a name parts it from its endings: `Ankara'da`.
  var hasEndings = false
  /// Whether the capital of `ı` is `I`, and that of `i` is `İ`.
  var isTurkic = false

  /// Whether there are none.
  var isNone: Bool { elided.isEmpty && !hasEndings && !isTurkic }

  /// Those of no language in particular.
  static let none = WordRules()

  /// The rules of a language by its ISO 639 code; those of none for one that has none, or nil.
  static func of(_ language: String?) -> WordRules { language.flatMap { byLanguage[$0] } ?? none }

  private static let byLanguage: [String: WordRules] = {
    var rules: [String: WordRules] = [:]
    for list in Lexicon.all(.elisions) {
      rules[list.language, default: none].elided = HashSet(list.entries.map { NormalForm.hash($0) })
    }
    for language in Lexicon.entries(.apostropheEndings) { rules[language, default: none].hasEndings = true }
    for language in Lexicon.entries(.dottedCapitals) { rules[language, default: none].isTurkic = true }
    return rules
  }()
}
