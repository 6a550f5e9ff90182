internal import Algorithms
public import TextAnalysis

/// The words of a text in order, without its marks: what fingerprints and alignment work on.
///
/// A word that a hyphen breaks at a line's end ("coopera-⏎tion") is one word here, with the hash of the whole.
public struct WordList: Sendable {
  /// One word of a text.
  public struct Word: Sendable, Equatable {
    /// The first byte, a UTF-8 offset into the text.
    public let start: UInt32
    /// One past the last byte, a UTF-8 offset into the text.
    public let end: UInt32
    /// Its token, an index into ``AnalysedText/tokens``; the first one of a word broken at a line's end.
    public let token: UInt32
    /// Its sentence, an index into ``AnalysedText/sentences``.
    public let sentence: UInt32
    /// Whether it is a number.
    public let isNumber: Bool
    /// Whether its first letter is upper-case.
    public let isCapitalised: Bool

    /// Its bytes, as UTF-8 offsets into the text.
    public var bytes: Range<Int> { Int(start)..<Int(end) }
  }

  /// The hash of each word's normal form; equal words have equal hashes in every text.
  public let hashes: [UInt64]
  /// Where each word stands and what it looks like.
  public let words: [Word]

  /// The number of words.
  public var count: Int { hashes.count }

  /// Takes the words out of an analysed text.
  public init(_ text: AnalysedText) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(text.wordCount)
    words = [Word](unsafeUninitializedCapacity: text.wordCount) { words, count in
      text.tokens.withUnsafeBufferPointer { tokens in
        Self.read(tokens, of: text) { hash, word in
          hashes.append(hash)
          words.initializeElement(at: count, to: word)
          count += 1
        }
      }
    }
    self.hashes = hashes
  }

  /// Calls with each word of a text and its hash.
  @inline(__always)
  private static func read(
    _ tokens: UnsafeBufferPointer<Token>, of text: AnalysedText, _ body: (UInt64, Word) -> Void
  ) {
    let hyphen = hyphen
    var sentence = -1
    var endOfSentence = 0
    var index = 0
    while index < tokens.count {
      let first = index
      let token = tokens[first]
      index += 1
      guard token.isWord else { continue }
      while endOfSentence <= first {
        sentence += 1
        endOfSentence = text.sentences[sentence].upperBound
      }
      var hash = token.hash
      if index < tokens.count, tokens[index].hash == hyphen,
        let joined = wordBrokenAtLineEnd(first, in: text)
      {
        hash = joined
        index += 2
      }
      let word = Word(
        start: token.start, end: tokens[index - 1].end, token: UInt32(truncatingIfNeeded: first),
        sentence: UInt32(truncatingIfNeeded: sentence), isNumber: token.kind == .number,
        isCapitalised: token.shape.contains(.capitalised))
      body(hash, word)
    }
  }

  /// The bytes from the first to the last of some words, as UTF-8 offsets; empty for no words.
  public func bytes(ofWords range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }

  /// The words that lie within some bytes of the text.
  public func wordRange(inBytes bytes: Range<Int>) -> Range<Int> {
    let first = firstWord(startingAt: bytes.lowerBound)
    return first..<max(first, firstWord(startingAt: bytes.upperBound))
  }

  /// The index of the first word that starts at a UTF-8 offset or after it.
  func firstWord(startingAt offset: Int) -> Int {
    words.partitioningIndex { Int($0.start) >= offset }
  }

  private static let hyphen = TokenHash.hash("-".utf8)

  /// The hash of the whole word where a token with a hyphen after it is the first part of one that the hyphen breaks at
  /// a line's end.
  private static func wordBrokenAtLineEnd(_ index: Int, in text: AnalysedText) -> UInt64? {
    guard index + 2 < text.tokens.count, text.tokens[index + 2].shape.contains(.lineStart) else { return nil }
    let (first, mark, second) = (text.tokens[index], text.tokens[index + 1], text.tokens[index + 2])
    guard first.kind == .word, second.kind == .word,
      !mark.shape.contains(.spaceBefore), second.shape.isDisjoint(with: .capitalised)
    else { return nil }
    let whole = AccentFolding.folded(text.lowercased(first) + text.lowercased(second))
    return TokenHash.hash(whole.filter { $0 != UInt8(ascii: "'") })
  }
}
