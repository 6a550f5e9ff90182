/// A table of comma-separated values (RFC 4180).
enum CSVTable {
  /// A header, then a line a row, each ended by CR and LF.
  static func text(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    let text = TerminalStyle.harmlessLine(text)
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
