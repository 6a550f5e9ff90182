import TextAnalysis

/// A sentence, with what was found in it.
struct ExtractSentence {
  /// Its tokens, as indices into ``AnalysedText/tokens``.
  let tokens: Range<Int>
  /// Its UTF-8 bytes in the text, without the space around it.
  let bytes: Range<Int>
  /// The terms found in it, each once.
  let terms: [Int]
  /// How many matches it has.
  let count: Int

  /// How much it adds to an extract that has some terms already.
  ///
  /// A term that occurs again counts a little, so that of two sentences with the same new terms the one that
  /// says more of them wins.
  func gain(over found: Set<Int>, weights: [Double]) -> Double {
    var new = 0.0
    for term in terms where !found.contains(term) { new += weights[term] }
    guard new > 0 else { return 0 }
    return new * (1 + 0.02 * Double(min(count, 10)))
  }

  /// The sentences of a text in order.
  static func all(
    of text: AnalysedText, _ matches: [ExtractMatches.Match], weights: [Double]
  ) -> [ExtractSentence] {
    var next = 0
    return text.sentences.compactMap { tokens in
      guard !tokens.isEmpty else { return nil }
      var terms: [Int] = []
      let first = next
      while next < matches.count, matches[next].tokens.lowerBound < tokens.upperBound {
        if !terms.contains(matches[next].term) { terms.append(matches[next].term) }
        next += 1
      }
      let bytes = text.byteRange(ofTokens: tokens)
      let end = text.endOfCharacters(after: bytes.upperBound, token: tokens.upperBound)
      return ExtractSentence(
        tokens: tokens, bytes: bytes.lowerBound..<end, terms: terms, count: next - first)
    }
  }
}

extension AnalysedText {
  /// The end of what belongs to the character that ends at an offset, such as an emoji's variant mark.
  ///
  /// - Parameters:
  ///   - offset: The end of a token, a UTF-8 offset.
  ///   - token: The index of the token after it.
  func endOfCharacters(after offset: Int, token: Int) -> Int {
    let limit = token < tokens.count ? Int(tokens[token].start) : text.utf8.count
    guard offset < limit else { return offset }
    var end = offset
    for scalar in string(offset..<limit).unicodeScalars {
      guard scalar.properties.isVariationSelector || scalar.value == 0x200D else { break }
      end += UTF8.width(scalar)
    }
    return end
  }
}
