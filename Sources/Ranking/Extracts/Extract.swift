/// The sentences of an article that answer a query, and the words found in them.
public struct Extract: Sendable, Equatable {
  /// A stretch of the article without a gap.
  public struct Fragment: Sendable, Equatable {
    /// Its UTF-8 bytes in the article.
    public let bytes: Range<Int>
    /// Whether it begins within a sentence.
    public let isCutBefore: Bool
    /// Whether it ends within a sentence.
    public let isCutAfter: Bool
  }

  /// Its stretches in the order of the article; none for an empty text.
  public let fragments: [Fragment]
  /// The words found, as UTF-8 bytes in the article, in order, apart from each other, each in a fragment.
  public let marks: [Range<Int>]

  /// A stretch of the extract as it is shown.
  public struct Piece: Sendable, Equatable {
    /// Its text, white space made single spaces.
    public var text: String
    /// Whether it is what the query found, rather than what stands between.
    public var isMatch: Bool

    /// Makes a piece of text.
    public init(text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }

  /// The extract on one line, with `…` where something is left out, cut at the words found.
  ///
  /// White space becomes single spaces, and control characters are left out, so that an article cannot send
  /// orders to a terminal.
  ///
  /// - Parameter article: The text of the article, the one that the extract was made from.
  public func pieces(in article: String) -> [Piece] {
    var article = article
    return article.withUTF8 { bytes in
      var line = ExtractLine()
      for (index, fragment) in fragments.enumerated() {
        if index > 0 { line.separate() }
        if fragment.isCutBefore || (index > 0 && !fragments[index - 1].isCutAfter) { line.appendEllipsis() }
        if index > 0, !fragment.isCutBefore { line.separate() }
        let start = fragment.bytes.lowerBound
        line.append(
          UnsafeBufferPointer(rebasing: bytes[fragment.bytes]),
          marks: marks.lazy.filter { fragment.bytes.contains($0.lowerBound) }
            .map { $0.lowerBound - start..<$0.upperBound - start })
        if fragment.isCutAfter { line.appendEllipsis() }
      }
      return line.pieces
    }
  }

  /// The extract on one line of text, as ``pieces(in:)`` gives it.
  ///
  /// - Parameters:
  ///   - article: The text of the article, the one that the extract was made from.
  ///   - opening: What to write before each word found.
  ///   - closing: What to write after it.
  public func text(in article: String, opening: String = "", closing: String = "") -> String {
    pieces(in: article).map { $0.isMatch ? opening + $0.text + closing : $0.text }.joined()
  }
}
