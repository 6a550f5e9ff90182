/// Text whose lines were broken to be printed.
enum PrintedLines {
  /// The paragraphs of a text, each on one line: a blank line or an indented one begins another.
  static func paragraphs(in text: String) -> [String] {
    var paragraphs: [String] = []
    var open: [Substring] = []
    func close() {
      if let line = open.joined(separator: " ").onOneLine.trimmedOrNil { paragraphs.append(line) }
      open = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        close()
        continue
      }
      if let first = line.first, first == " " || first == "\t", line.hasPrefix("   ") || first == "\t" {
        close()
      }
      open.append(line)
    }
    close()
    return paragraphs
  }
}
