internal import TextAnalysis

extension ComparableText {
  /// Whether a text seems to be there whole: it ends as a sentence does, and not with the marks of a teaser ("…", "[+900 chars]").
  ///
  /// Of a text that was cut nobody can say what it does not hold, a credit above all.
  var isWhole: Bool {
    let tail = text.text.utf8.reversed().prefix(Self.longestTail).reversed()
    let end = String(decoding: tail, as: UTF8.self).trimmedAtEnd
    if ["...", "…", "[…]", "[...]", "chars]", "(more)"].contains(where: end.hasSuffix) { return false }
    guard let last = marks.lastIndex(where: { $0.isDisjoint(with: .notOwn) }) else { return false }
    let token = Int(words.words[last].token)
    let after = text.tokens[(token + 1)...].prefix(Self.marksAtEnd)
    return text.tokens[token].shape.contains(.dotted)
      || after.contains { PunctuationMark.terminals.contains($0.hash) }
  }

  /// The bytes at the end of a text in which the marks of a teaser are sought.
  private static let longestTail = 64
  /// The marks after the last word among which the end of a sentence is sought: a quotation mark or a bracket may come before.
  private static let marksAtEnd = 3
}

extension String {
  fileprivate var trimmedAtEnd: Substring {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}
