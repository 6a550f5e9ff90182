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

  /// The extract on one line, with `…` where something is left out.
  ///
  /// White space becomes single spaces, and control characters are left out, so that an article cannot send
  /// orders to a terminal.
  ///
  /// - Parameters:
  ///   - article: The text of the article, the one that the extract was made from.
  ///   - opening: What to write before each word found.
  ///   - closing: What to write after it.
  public func text(in article: String, opening: String = "", closing: String = "") -> String {
    var line = ExtractLine(opening: opening, closing: closing)
    for (index, fragment) in fragments.enumerated() {
      if index > 0 { line.separate() }
      if fragment.isCutBefore || (index > 0 && !fragments[index - 1].isCutAfter) { line.appendEllipsis() }
      if index > 0, !fragment.isCutBefore { line.separate() }
      let start = article.utf8.index(article.utf8.startIndex, offsetBy: fragment.bytes.lowerBound)
      let end = article.utf8.index(start, offsetBy: fragment.bytes.count)
      let marks = marks.filter { fragment.bytes.contains($0.lowerBound) }.map { mark in
        mark.lowerBound - fragment.bytes.lowerBound..<mark.upperBound - fragment.bytes.lowerBound
      }
      line.append(Array(article.utf8[start..<end]), marks: marks)
      if fragment.isCutAfter { line.appendEllipsis() }
    }
    return line.text
  }
}
