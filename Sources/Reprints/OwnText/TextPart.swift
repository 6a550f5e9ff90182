/// A part of an article that is not its own story: what it is and where it stands.
public struct TextPart: Sendable, Equatable {
  /// What a part is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A headline, a subheading, a date line: a short line that is no sentence.
    case heading
    /// The name of the author on a line of its own.
    case byline
    /// A photo's caption or credit.
    case caption
    /// A plea to follow, subscribe or read on; a copyright line; a columnist's description.
    case promotion
    /// How a survey was made: whom it asked, and its margin of error.
    case method
    /// An item of a list of other stories.
    case teaser
    /// What the article has said before, as a headline twice or a tweet as prose and again embedded.
    case repetition
    /// Standing text of the outlet, learned from its other articles.
    case boilerplate
  }

  /// What it is.
  public let kind: Kind
  /// Its words, as indices into ``WordList/words``.
  public let words: Range<Int>
  /// Its bytes, as UTF-8 offsets into the text.
  public let bytes: Range<Int>

  /// Makes a part from its kind and extent.
  public init(kind: Kind, words: Range<Int>, bytes: Range<Int>) {
    self.kind = kind
    self.words = words
    self.bytes = bytes
  }
}
