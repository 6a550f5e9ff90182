import TextAnalysis

/// A stretch of a text that an extract shows.
struct ExtractPiece {
  private(set) var bytes: Range<Int>
  private(set) var tokens: Range<Int>
  private(set) var isCutBefore = false
  private(set) var isCutAfter = false

  /// A whole sentence.
  init(bytes: Range<Int>, tokens: Range<Int>) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The best part of a sentence that is too long, cut between words.
  init(
    cutting sentence: ExtractSentence, of text: AnalysedText, _ matches: [ExtractMatches.Match],
    to maximum: Int,
    weights: [Double]
  ) {
    let core = Self.core(of: sentence, text, matches, maximum: maximum, weights: weights)
    tokens = Self.widened(core, within: sentence.tokens, text, maximum: maximum)
    isCutBefore = tokens.lowerBound > sentence.tokens.lowerBound
    isCutAfter = tokens.upperBound < sentence.tokens.upperBound
    let range = text.byteRange(ofTokens: tokens)
    bytes = range.lowerBound..<(isCutAfter ? range.upperBound : sentence.bytes.upperBound)
    if bytes.count > maximum { cutWithinWord(text, maximum: maximum) }
  }

  /// This piece and the one that follows it in the text.
  func joined(to next: ExtractPiece) -> ExtractPiece {
    var joined = ExtractPiece(
      bytes: bytes.lowerBound..<next.bytes.upperBound, tokens: tokens.lowerBound..<next.tokens.upperBound)
    joined.isCutBefore = isCutBefore
    joined.isCutAfter = next.isCutAfter
    return joined
  }

  /// The tokens from the first to the last match of the stretch with the most weight of different terms.
  private static func core(
    of sentence: ExtractSentence, _ text: AnalysedText, _ matches: [ExtractMatches.Match], maximum: Int,
    weights: [Double]
  ) -> Range<Int> {
    let within = matches.filter { sentence.tokens.contains($0.tokens.lowerBound) }
    var best = (weight: 0.0, tokens: sentence.tokens.lowerBound..<sentence.tokens.lowerBound)
    for first in within.indices {
      let start = within[first].tokens.lowerBound
      var terms: Set<Int> = []
      var (weight, end) = (0.0, start)
      for match in within[first...] {
        let upper = max(end, match.tokens.upperBound)
        guard text.byteRange(ofTokens: start..<upper).count <= maximum else { break }
        if terms.insert(match.term).inserted {
          weight += weights[match.term]
          end = upper
        }
      }
      if weight > best.weight { best = (weight, start..<end) }
    }
    return best.tokens
  }

  /// A stretch with words added on both sides, a third of the spare bytes before it and the rest after.
  private static func widened(
    _ core: Range<Int>, within sentence: Range<Int>, _ text: AnalysedText, maximum: Int
  ) -> Range<Int> {
    let bytes = text.byteRange(ofTokens: core)
    let spare = max(0, maximum - bytes.count)
    var start = lowestCut(from: core.lowerBound, sentence, text, atByte: bytes.lowerBound - spare / 3)
    let startByte = Int(text.tokens[start].start)
    let end = highestCut(from: core.upperBound, sentence, text, atByte: startByte + maximum)
    if end == sentence.upperBound {
      let endByte = Int(text.tokens[end - 1].end)
      start = lowestCut(from: start, sentence, text, atByte: endByte - maximum)
    }
    guard end <= start else { return start..<end }
    return start..<nextCut(after: start, sentence, text)
  }

  private static func nextCut(after index: Int, _ sentence: Range<Int>, _ text: AnalysedText) -> Int {
    var cut = index + 1
    while cut < sentence.upperBound, !text.isCut(before: cut) { cut += 1 }
    return cut
  }

  private static func lowestCut(
    from index: Int, _ sentence: Range<Int>, _ text: AnalysedText, atByte limit: Int
  ) -> Int {
    var (cut, position) = (index, index)
    while !text.isCut(before: cut), cut > sentence.lowerBound { cut -= 1 }
    while position > sentence.lowerBound, Int(text.tokens[position - 1].start) >= limit {
      position -= 1
      if position <= cut, position == sentence.lowerBound || text.isCut(before: position) { cut = position }
    }
    return cut
  }

  private static func highestCut(
    from index: Int, _ sentence: Range<Int>, _ text: AnalysedText, atByte limit: Int
  ) -> Int {
    var (cut, position) = (index, index)
    while cut < sentence.upperBound, !text.isCut(before: cut) { cut += 1 }
    while position < sentence.upperBound, Int(text.tokens[position].end) <= limit {
      position += 1
      if position >= cut, position == sentence.upperBound || text.isCut(before: position) { cut = position }
    }
    return cut
  }

  /// Cuts a word that is longer than an extract, between characters.
  private mutating func cutWithinWord(_ text: AnalysedText, maximum: Int) {
    var end = bytes.lowerBound
    for character in text.string(bytes) {
      guard end + character.utf8.count <= bytes.lowerBound + maximum else { break }
      end += character.utf8.count
    }
    bytes = bytes.lowerBound..<end
    isCutAfter = true
  }
}

extension AnalysedText {
  /// Whether a text can be cut before a token: after a space, or between characters written without spaces.
  fileprivate func isCut(before index: Int) -> Bool {
    guard index > 0, index < tokens.count else { return true }
    if tokens[index].shape.contains(.spaceBefore) { return true }
    return tokens[index].kind == .ideograph && tokens[index - 1].kind == .ideograph
  }
}
