/// Breaks text into lines of a width, between words.
enum TextWrapping {
  /// - Parameters:
  ///   - text: One paragraph; escape sequences count as no width.
  ///   - width: The most characters a line has, where words allow it.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let wordLength = visibleLength(word)
      if length > 0, length + 1 + wordLength > width {
        lines.append(line)
        line = ""
        length = 0
      }
      line += (length > 0 ? " " : "") + word
      length += (length > 0 ? 1 : 0) + wordLength
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func visibleLength(_ word: Substring) -> Int {
    var length = 0
    var inEscape = false
    for character in word {
      if character == "\u{1B}" { inEscape = true }
      if !inEscape { length += 1 }
      if inEscape && character == "m" { inEscape = false }
    }
    return length
  }
}
