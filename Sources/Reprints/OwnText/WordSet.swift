internal import Lexicons
internal import TextAnalysis

/// A set of words by their hashes, fast to ask about words that are not in it.
struct WordSet: Sendable {
  /// The words, as a filter.
  private(set) var filter = WordFilter()
  private var hashes: Set<UInt64> = []

  /// Takes the words of a list in all languages.
  init(_ name: Lexicon.Name) { self.init(Lexicon.entries(name)) }

  /// Takes the words of a list in one language.
  init(_ name: Lexicon.Name, _ language: String) { self.init(Lexicon(name, language)?.entries ?? []) }

  private init(_ words: [String]) {
    for word in words {
      let hash = NormalForm.hash(word)
      hashes.insert(hash)
      filter.insert(hash)
    }
  }

  /// Whether a word is in the set.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    filter.mayContain(hash) && hashes.contains(hash)
  }
}
