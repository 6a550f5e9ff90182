internal import Lexicons
internal import TextAnalysis

/// Phrases of one or more words, found in a text by the hashes of its words.
///
/// Most words of a text begin no phrase: a small bit set tells so without a look-up.
struct PhraseTable: Sendable {
  /// The first words of the phrases, as a filter.
  private(set) var filter = WordFilter()
  private var phrases: [UInt64: [[UInt64]]] = [:]

  /// Takes the phrases of a list in all languages: in lower case, their words separated by spaces.
  init(_ name: Lexicon.Name) {
    for entry in Lexicon.entries(name) {
      let words = entry.split(separator: " ").map { NormalForm.hash($0) }
      guard let first = words.first else { continue }
      filter.insert(first)
      phrases[first, default: []].append(words)
    }
    for first in phrases.keys { phrases[first]?.sort { $0.count > $1.count } }
  }

  /// The number of words of the longest phrase that begins at a word, nil where none does.
  @inline(__always)
  func phraseLength(at index: Int, in words: [UInt64], before limit: Int) -> Int? {
    let first = words[index]
    guard filter.mayContain(first) else { return nil }
    return phrases[first]?.first { phrase in
      index + phrase.count <= limit && phrase.indices.allSatisfy { words[index + $0] == phrase[$0] }
    }?.count
  }

  /// Whether a phrase begins anywhere in a range of words and ends in it.
  func occurs(in range: Range<Int>, of words: [UInt64]) -> Bool {
    range.contains { phraseLength(at: $0, in: words, before: range.upperBound) != nil }
  }
}
