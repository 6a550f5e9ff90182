/// Text from outside made safe for a terminal, so that nothing of it can steer the terminal, turn the direction of what
/// follows, or forge a line of a report.
package enum TerminalText {
  /// The text with controls taken out; its line breaks stay.
  ///
  /// - Parameter keepsTabs: Whether tabs stay too, as between the columns of a table.
  package static func harmless(_ text: String, keepsTabs: Bool = false) -> String {
    made(harmless: text) { $0 == 0x0A || keepsTabs && $0 == 0x09 }
  }

  /// The text with controls and line breaks taken out, for a field of one line.
  package static func harmlessLine(_ text: String) -> String { made(harmless: text) { _ in false } }

  /// The most marks on a letter, as in Unicode's stream-safe text format (UAX 15).
  private static let mostMarks = 30

  /// The text with a joiner that is not seen (U+034F) after each thirty marks on one letter, so that characters can be compared
  /// in a time that does not grow with the square of their marks: no writing has as many.
  static func withBoundedMarks(_ text: String) -> String {
    // A mark has two bytes or more.
    guard hasRun(text, longerThan: 2 * mostMarks) else { return text }
    var scalars = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      let isMark = scalar.value > 0x2FF && scalar.properties.canonicalCombiningClass != .notReordered
      marks = isMark ? marks + 1 : 0
      if marks > mostMarks {
        scalars.append("\u{34F}")
        marks = 1
      }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether so many bytes beyond ASCII stand in a row.
  private static func hasRun(_ text: String, longerThan most: Int) -> Bool {
    var count = 0
    for byte in text.utf8 {
      count = byte < 0x80 ? 0 : count + 1
      if count > most { return true }
    }
    return false
  }

  private static func made(harmless text: String, keeping isKept: (UInt32) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0.value) && !isKept($0.value) }) else {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case let value where isKept(value) || !isControl(value): scalars.append(scalar)
      // Marks that are not seen leave no gap in a word.
      case 0x61C, 0x200E, 0x200F: break
      default: scalars.append(" ")
      }
    }
    return String(scalars)
  }

  /// Controls (C0, DEL, C1), line and paragraph separators, and the controls of bidirectional text (Unicode's property
  /// `Bidi_Control`).
  private static func isControl(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
