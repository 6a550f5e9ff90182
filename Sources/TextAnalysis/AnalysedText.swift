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
  public let paragraphs: [Range<Int>]
}
