internal import TextAnalysis

/// Finds sentences in which an outlet says what it is: "The Lowmere Post is a nonprofit newsroom".
struct OutletNotes {
  /// The sentences, as words, in order.
  let notes: [Range<Int>]

  private static let being = Set(["is", "are"].map { TokenHash.hash($0.utf8) })
  private static let articles = Set(["a", "an", "the", "part"].map { TokenHash.hash($0.utf8) })
  /// Words of a department's name that may follow the outlet's: "Lowmere Post Sports is a".
  private static let longestDepartment = 2
  /// The places at which the outlet is named that are looked at.
  private static let mostPlaces = 20

  init(of outlet: String, in text: AnalysedText, _ words: WordList) {
    notes = SourceName.places(of: outlet, in: text, words: words, most: Self.mostPlaces).compactMap { place in
      let sentence = words.words[place.lowerBound].sentence
      var first = place.lowerBound
      if first > 0, words.hashes[first - 1] == CreditPhrases.the { first -= 1 }
      guard first == 0 || words.words[first - 1].sentence != sentence else { return nil }
      var next = place.upperBound
      while next < words.count, next < place.upperBound + Self.longestDepartment,
        words.words[next].isCapitalised, words.words[next].sentence == sentence
      { next += 1 }
      guard next + 1 < words.count, words.words[next + 1].sentence == sentence,
        Self.being.contains(words.hashes[next]), Self.articles.contains(words.hashes[next + 1])
      else { return nil }
      var end = next
      while end < words.count, words.words[end].sentence == sentence { end += 1 }
      return first..<end
    }
  }
}
