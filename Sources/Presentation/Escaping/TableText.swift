/// Text from outside in the languages of tables and graphs.
package enum TableText {
  /// A field of comma-separated values (RFC 4180), on one line.
  ///
  /// What a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show: `=`, `+`,
  /// `-`, `@` and their full-width forms, whatever spaces stand before. A semicolon is quoted too, since in many countries
  /// spreadsheets part the fields with it.
  package static func csvField(_ text: String) -> String {
    var field = TerminalText.harmlessLine(text)
    let first = field.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) { field = "'" + field }
    guard
      field.utf8.contains(where: {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ";")
      })
    else { return field }
    return "\"" + doubled(field, "\"", with: "\"") + "\""
  }

  /// A string of the DOT language of Graphviz, in quotes.
  ///
  /// - Parameter lines: The lines of a label, or one.
  package static func dotString(_ lines: String...) -> String {
    let escaped = lines.map { line in
      doubled(doubled(TerminalText.harmlessLine(line), "\\", with: "\\"), "\"", with: "\\")
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }

  /// A column of a TREC run file: white space, which parts the columns, becomes `_`; never empty.
  package static func trecColumn(_ text: String) -> String {
    let parts = TerminalText.harmlessLine(text).unicodeScalars.split { $0.properties.isWhitespace }
    return parts.isEmpty ? "_" : parts.map { String(Substring($0)) }.joined(separator: "_")
  }

  /// The text with a mark before each occurrence of a scalar.
  private static func doubled(_ text: String, _ scalar: Unicode.Scalar, with mark: Unicode.Scalar) -> String {
    var scalars = String.UnicodeScalarView()
    for next in text.unicodeScalars {
      if next == scalar { scalars.append(mark) }
      scalars.append(next)
    }
    return String(scalars)
  }
}
