internal import Glibc

/// How text is set off on a terminal; nothing is where output is no terminal, or where `NO_COLOR` is set
/// (https://no-color.org).
struct TerminalStyle {
  /// Whether escape sequences are written.
  let isColoured: Bool

  /// The style for standard output as it is.
  static var standardOutput: TerminalStyle {
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return TerminalStyle(isColoured: StandardOutput.isTerminal && !refused && !isDumb)
  }

  func bold(_ text: String) -> String { set(text, .bold) }
  func dim(_ text: String) -> String { set(text, .dim) }

  /// The text with its look.
  func set(_ text: String, _ look: TextLook) -> String {
    guard isColoured, !text.isEmpty, let code = Self.code(of: look) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(of look: TextLook) -> String? {
    switch look {
    case .plain: nil
    case .bold: "1"
    case .dim: "2"
    case .match: "1;33"
    case .changed: "33"
    case .moved: "36"
    case .removed: "31"
    case .added: "32"
    }
  }

  /// The text with control characters taken out, so that an article cannot steer the terminal.
  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.lazy.map { scalar in
          switch scalar.value {
          case 0x0A: scalar
          case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: " "
          default: scalar
          }
        }))
  }

  /// The text with control characters and line breaks taken out, for a field of one line.
  static func harmlessLine(_ text: String) -> String {
    harmless(text).replacing("\n", with: " ")
  }
}
