internal import Algorithms

/// A text split into tokens, sentences and paragraphs, in one pass over its UTF-8 bytes.
///
/// ```swift
/// let text = AnalysedText("The U.S. warned its allies. China denied it.")
/// text.sentences.count  // 2
/// text.string(of: text.tokens[1])  // "U.S."
/// ```
public struct AnalysedText: Sendable {
  /// The text as given.
  public let text: String
  /// Its words and marks in order.
  public let tokens: [Token]
  /// The lower-case forms of all words, back to back; tokens point into it.
  public let lowercased: [UInt8]
  /// Its sentences, as ranges of indices into ``tokens``; they cover all tokens without a gap.
  public let sentences: [Range<Int>]
  /// Its paragraphs, as ranges of indices into ``tokens``; they cover all tokens without a gap, and no
  /// sentence crosses from one into another.
  ///
  /// A line end ends a paragraph, unless the text looks as if its lines were wrapped to a width: then only an
  /// empty line does.
  public let paragraphs: [Range<Int>]
  /// Whether its words are others than they would be in a text of no known language.
  public let isReadByLanguage: Bool
  /// The number of words, that is, of tokens that are no marks.
  public let wordCount: Int

  /// Analyses a text of fewer than 4 GiB of UTF-8.
  ///
  /// - Parameter language: The ISO 639 code of its language, where it is known: French `l'eau` is two words then.
  public init(_ text: String, language: String? = nil) {
    precondition(text.utf8.count < Int(UInt32.max), "texts over 4 GiB are refused before they are analysed")
    var text = text
    text.makeContiguousUTF8()
    let rules = WordRules.of(language)
    guard
      let found = text.utf8.withContiguousStorageIfAvailable({ Tokenizer.result(of: $0, rules: rules) })
    else {
      preconditionFailure("a string made contiguous has contiguous storage")
    }
    self.text = text
    isReadByLanguage = !rules.isNone
    tokens = found.tokens
    lowercased = found.lowercased
    let splitter = SentenceSplitter(
      tokens: tokens, lowercased: lowercased, newlinesBefore: found.newlinesBefore)
    paragraphs = splitter.paragraphs()
    sentences = splitter.sentences(in: paragraphs)
    wordCount = tokens.reduce(0) { $0 + ($1.isWord ? 1 : 0) }
  }

  /// The number of the paragraph that a token stands in; the last one's for a token that there is not.
  package func paragraph(ofToken token: Int) -> Int {
    (0..<max(0, paragraphs.count - 1)).partitioningIndex { paragraphs[$0].upperBound > token }
  }

  /// A part of the text, as it is written.
  ///
  /// - Parameter bytes: UTF-8 offsets on the borders of characters.
  public func string(_ bytes: Range<Int>) -> String {
    String(decoding: text.utf8[utf8Index(bytes.lowerBound)..<utf8Index(bytes.upperBound)], as: UTF8.self)
  }

  /// A token as it is written.
  public func string(of token: Token) -> String { string(token.range) }

  /// The lower-case form of a token as UTF-8, apostrophes made straight; empty for a mark.
  public func lowercased(_ token: Token) -> ArraySlice<UInt8> {
    lowercased[Int(token.lowercasedStart)..<Int(token.lowercasedStart) + Int(token.lowercasedLength)]
  }

  /// The bytes from the first to the last of some tokens, as UTF-8 offsets; empty for no tokens.
  public func byteRange(ofTokens range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let offset = range.lowerBound < tokens.count ? Int(tokens[range.lowerBound].start) : text.utf8.count
      return offset..<offset
    }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  private func utf8Index(_ offset: Int) -> String.Index {
    text.utf8.index(text.utf8.startIndex, offsetBy: offset)
  }
}
