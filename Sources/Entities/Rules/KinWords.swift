internal import Lexicons
internal import TextAnalysis

/// Tells whom an article introduces as somebody's relative: `his wife Michelle Obama`, `Ivanka Trump, the
/// president's daughter`.
enum KinWords {
  /// How many words before a name are looked at, and how many after it.
  private static let (before, after) = (3, 7)

  private static let hashes = HashSet(.kinWords)

  /// Words between a word of kinship and a name that make the name another's than the relative's: `the wife of Joan
  /// Barker`, `Joan Barker, who with her husband`.
  private static let others = HashSet(.kinBreaks)

  /// Whether a word of kinship stands close before a name, or after it and a comma in its sentence.
  static func stand(beside span: NameSpan, in document: NameDocument) -> Bool {
    let tokens = document.tokens
    let start = max(0, span.tokens.lowerBound - before)
    for token in tokens[start..<span.tokens.lowerBound].reversed() {
      if hashes.contains(token.hash) { return true }
      if token.form == .stop || others.contains(token.hash) { break }
    }
    let end = min(tokens.count, span.tokens.upperBound + after)
    let following = tokens[span.tokens.upperBound..<end]
    guard following.first?.form == .comma else { return false }
    for token in following {
      if hashes.contains(token.hash) { return true }
      if token.form == .stop || others.contains(token.hash) { break }
    }
    return false
  }
}
