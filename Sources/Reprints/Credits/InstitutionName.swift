internal import TextAnalysis

/// The name of an institution as a text writes it, where only a label of its host is known: "University of Selby" of "selby".
struct InstitutionName {
  /// The name, of two words or more.
  let name: String

  /// Looks for the first capitalised words, joined by "of", among which the label stands; nil where it stands alone.
  init?(_ label: String, in text: ComparableText) {
    let words = text.words
    for place in SourceName.places(of: label, in: text.text, words: words, most: Self.mostPlaces) {
      var (start, end) = (place.lowerBound, place.upperBound)
      while end < words.count, Self.joins(end - 1, end, text) { end += 1 }
      while start > 0, let before = Self.wordBefore(start, text) { start = before }
      guard end - start > place.count else { continue }
      name = text.text.string(words.bytes(ofWords: start..<end))
      return
    }
    return nil
  }

  /// The places at which the label is looked for.
  private static let mostPlaces = 10
  private static let of = TokenHash.hash("of".utf8)

  /// Whether a capitalised word goes on with the name.
  private static func joins(_ word: Int, _ next: Int, _ text: ComparableText) -> Bool {
    text.words.words[next].isCapitalised && areNeighbours(word, next, text)
  }

  /// Whether no mark and no end of a line stands between two words.
  private static func areNeighbours(_ word: Int, _ next: Int, _ text: ComparableText) -> Bool {
    text.words.words[next].token == text.words.words[word].token + 1
      && !text.text.tokens[Int(text.words.words[next].token)].shape.contains(.lineStart)
  }

  /// The capitalised word before, or the one before "of".
  private static func wordBefore(_ start: Int, _ text: ComparableText) -> Int? {
    let words = text.words
    guard areNeighbours(start - 1, start, text) else { return nil }
    if words.hashes[start - 1] == of {
      guard start > 1, areNeighbours(start - 2, start - 1, text), words.words[start - 2].isCapitalised else {
        return nil
      }
      return start - 2
    }
    return words.words[start - 1].isCapitalised && words.hashes[start - 1] != CreditPhrases.the
      ? start - 1 : nil
  }
}
