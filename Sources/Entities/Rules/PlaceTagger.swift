internal import Articles

/// Finds only well-known places of the gazetteer: for languages that no recogniser covers.
struct PlaceTagger: NameTagger {
  private static let wanted: WordClasses = [.country, .largeCity]
  private let matcher = PhraseMatcher()

  func spans(in document: NameDocument) -> [NameSpan] {
    var spans: [NameSpan] = []
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
          guard tokens[index].hasCapital,
            let match = matcher.longest(
              at: index, in: tokens, before: sentence.upperBound, wanted: Self.wanted),
            match.classes.isDisjoint(with: [.commonWord, .functionWord])
          else {
            index += 1
            continue
          }
          spans.append(NameSpan(tokens: index..<index + match.length, entityClass: .place))
          index += match.length
        }
      }
    }
    return spans
  }
}
