public import TextAnalysis

/// Chooses the sentences of a passage or an article that answer a query best.
///
/// The first sentence chosen is the one with the most weight of different terms; up to two more follow, each
/// of which adds a term that was missing. A sentence that is too long is cut between words, around the terms.
/// Where nothing matches, the extract is the beginning of the text.
public struct ExtractMaker: Sendable {
  /// The most UTF-8 bytes of an extract.
  public var maximumBytes: Int
  /// The most sentences that are chosen.
  public var maximumSentences: Int
  /// An extract of fewer bytes takes in the sentence that follows, or the one before.
  public var minimumBytes: Int

  /// Makes extracts of up to about three lines of a terminal.
  public init(maximumBytes: Int = 320, maximumSentences: Int = 3, minimumBytes: Int = 90) {
    self.maximumBytes = maximumBytes
    self.maximumSentences = maximumSentences
    self.minimumBytes = minimumBytes
  }

  /// The extract of a passage.
  ///
  /// - Parameters:
  ///   - article: The text of the article.
  ///   - passage: The UTF-8 bytes of the passage in it, on the borders of characters.
  ///   - language: The language by which the article is indexed.
  ///   - terms: What to look for.
  public func extract(
    of article: String, passage: Range<Int>, language: String? = nil, terms: ExtractTerms
  ) -> Extract {
    let start = article.utf8.index(article.utf8.startIndex, offsetBy: passage.lowerBound)
    let end = article.utf8.index(start, offsetBy: passage.count)
    let text = AnalysedText(String(article[start..<end]), language: language)
    return extract(of: text, at: passage.lowerBound, terms: terms)
  }

  /// The extract of a text that stands at a UTF-8 offset in its article.
  public func extract(of text: AnalysedText, at offset: Int = 0, terms: ExtractTerms) -> Extract {
    let matches = ExtractMatches(of: terms, in: text).all
    let sentences = ExtractSentence.all(of: text, matches, weights: terms.weights)
    let chosen = lengthened(chosen(from: sentences, weights: terms.weights), sentences)
    let pieces = fragments(chosen.map { sentences[$0] }, text, matches, weights: terms.weights)
    return Extract(
      fragments: pieces.map { piece in
        Extract.Fragment(
          bytes: piece.bytes.shifted(by: offset), isCutBefore: piece.isCutBefore, isCutAfter: piece.isCutAfter
        )
      },
      marks: marks(matches, text, within: pieces.map(\.bytes)).map { $0.shifted(by: offset) })
  }

  // MARK: Choosing

  /// Indices of sentences in order, at least one if there is any.
  private func chosen(from sentences: [ExtractSentence], weights: [Double]) -> [Int] {
    var chosen: [Int] = []
    var found: Set<Int> = []
    var bytes = 0
    while chosen.count < maximumSentences {
      var best: (index: Int, gain: Double)?
      for (index, sentence) in sentences.enumerated() where !chosen.contains(index) {
        if !chosen.isEmpty, bytes + sentence.bytes.count > maximumBytes { continue }
        let gain = sentence.gain(over: found, weights: weights)
        if gain > best?.gain ?? 0 { best = (index, gain) }
      }
      guard let best else { break }
      chosen.append(best.index)
      found.formUnion(sentences[best.index].terms)
      bytes += sentences[best.index].bytes.count
    }
    if chosen.isEmpty, !sentences.isEmpty { chosen = [0] }
    return chosen.sorted()
  }

  /// The choice with neighbours taken in while it is short.
  private func lengthened(_ chosen: [Int], _ sentences: [ExtractSentence]) -> [Int] {
    var chosen = chosen
    var bytes = chosen.reduce(0) { $0 + sentences[$1].bytes.count }
    while bytes < minimumBytes, chosen.count < maximumSentences, let first = chosen.first,
      let last = chosen.last
    {
      let next = [last + 1, first - 1].first { index in
        sentences.indices.contains(index) && bytes + sentences[index].bytes.count <= maximumBytes
      }
      guard let next else { break }
      chosen = next > last ? chosen + [next] : [next] + chosen
      bytes += sentences[next].bytes.count
    }
    return chosen
  }

  // MARK: Cutting

  private func fragments(
    _ chosen: [ExtractSentence], _ text: AnalysedText, _ matches: [ExtractMatches.Match], weights: [Double]
  ) -> [ExtractPiece] {
    var pieces: [ExtractPiece] = []
    for sentence in chosen {
      let piece =
        sentence.bytes.count > maximumBytes
        ? ExtractPiece(cutting: sentence, of: text, matches, to: maximumBytes, weights: weights)
        : ExtractPiece(bytes: sentence.bytes, tokens: sentence.tokens)
      if let last = pieces.last, last.tokens.upperBound == piece.tokens.lowerBound {
        pieces[pieces.count - 1] = last.joined(to: piece)
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  /// The bytes of the matches that lie within some ranges, with overlapping ones made one.
  private func marks(
    _ matches: [ExtractMatches.Match], _ text: AnalysedText, within ranges: [Range<Int>]
  ) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for match in matches {
      let bytes = text.byteRange(ofTokens: match.tokens)
      guard ranges.contains(where: { $0.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.upperBound })
      else { continue }
      if let last = marks.last, bytes.lowerBound < last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, bytes.upperBound)
      } else {
        marks.append(bytes)
      }
    }
    return marks
  }
}

extension Range<Int> {
  fileprivate func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
