package import Archive
internal import Query

/// Says why something could not be done, and what to do.
package enum ErrorText {
  /// A query longer than this is not shown again with what is wrong in it.
  private static let longestShownQuery = 200

  /// One line, without its end; three for a query that cannot be read, the second with the query, the third with marks
  /// below the part that is wrong.
  package static func text(of error: ArchiveError) -> String {
    guard case .query(let query) = error else { return TerminalText.harmlessLine(error.description) }
    guard !query.query.isEmpty, query.query.utf8.count <= longestShownQuery else {
      return TerminalText.harmlessLine(query.message)
    }
    let message = TerminalText.harmlessLine("\(query.message) (byte \(query.range.lowerBound))")
    return "\(message)\n  \(TerminalText.harmlessLine(query.queryLine))\n  \(query.caretLine)"
  }
}
