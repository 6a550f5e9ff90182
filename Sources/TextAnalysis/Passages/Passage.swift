/// A stretch of whole sentences of an article, the unit that is indexed and ranked.
public struct Passage: Sendable, Equatable {
  /// Its place among the passages of its article, from 0.
  public let ordinal: Int
  /// Its UTF-8 bytes in the text; passages cover the whole text without a gap.
  public let bytes: Range<Int>
  /// Its tokens, as indices into ``AnalysedText/tokens``.
  public let tokens: Range<Int>

  /// Makes a passage from its place and its extent.
  public init(ordinal: Int, bytes: Range<Int>, tokens: Range<Int>) {
    self.ordinal = ordinal
    self.bytes = bytes
    self.tokens = tokens
  }
}

/// How long passages are, in words; two Chinese, Japanese or Korean characters are one (``Token/halfWords``).
public struct PassageLength: Sendable, Equatable {
  /// A passage ends with the sentence that reaches this many words.
  public var target: Int
  /// A passage of fewer words than this is joined to its neighbour, where that stays within the maximum.
  public var minimum: Int
  /// No passage has more words than this; a longer sentence is cut.
  public var maximum: Int

  /// Makes lengths in words.
  public init(target: Int = 100, minimum: Int = 40, maximum: Int = 180) {
    self.target = target
    self.minimum = minimum
    self.maximum = maximum
  }
}

extension AnalysedText {
  /// The passages of the text: whole sentences up to about 100 words, covering every byte.
  ///
  /// An empty text has one empty passage, so that every article has a head.
  public func passages(_ length: PassageLength = PassageLength()) -> [Passage] {
    var cuts = passageEnds(length)
    if cuts.isEmpty { cuts = [tokens.count] }
    var passages: [Passage] = []
    passages.reserveCapacity(cuts.count)
    var firstToken = 0
    var firstByte = 0
    for (ordinal, cut) in cuts.enumerated() {
      let endByte = ordinal == cuts.count - 1 ? text.utf8.count : Int(tokens[cut].start)
      passages.append(Passage(ordinal: ordinal, bytes: firstByte..<endByte, tokens: firstToken..<cut))
      firstToken = cut
      firstByte = endByte
    }
    return passages
  }

  /// The token index at which each passage ends.
  private func passageEnds(_ length: PassageLength) -> [Int] {
    var ends: [Int] = []
    var words = 0
    var lastWords = 0
    for piece in pieces(atMost: length.maximum) {
      if words > 0, words >= length.target || words + piece.words > length.maximum {
        ends.append(piece.tokens.lowerBound)
        lastWords = words
        words = 0
      }
      words += piece.words
    }
    guard !tokens.isEmpty else { return [] }
    if words < length.minimum, !ends.isEmpty, lastWords + words <= length.maximum { ends.removeLast() }
    return ends + [tokens.count]
  }

  /// The sentences, the longest cut, with their numbers of words.
  private func pieces(atMost maximum: Int) -> [(tokens: Range<Int>, words: Int)] {
    var pieces: [(tokens: Range<Int>, words: Int)] = []
    pieces.reserveCapacity(sentences.count)
    for sentence in sentences {
      var start = sentence.lowerBound
      var halfWords = 0
      for index in sentence where tokens[index].isWord {
        if halfWords >= maximum * 2 {
          pieces.append((start..<index, (halfWords + 1) / 2))
          start = index
          halfWords = 0
        }
        halfWords += tokens[index].halfWords
      }
      pieces.append((start..<sentence.upperBound, (halfWords + 1) / 2))
    }
    return pieces
  }
}
