public import Articles

/// What reading gives, one at a time, in the order of the input.
public enum ReadingEvent: Sendable, Equatable {
  /// An article, where it was found, and how many bytes it took there before decoding.
  case article(Article, at: SourceLocation, bytes: Int)
  /// A record or file that could not be read.
  case refused(Refusal)
  /// Something odd about the article that comes next, or about a file.
  case warning(ReadingWarning)
}
