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

  func bold(_ text: String) -> String { set(text, "1") }
  func dim(_ text: String) -> String { set(text, "2") }
  func mark(_ text: String) -> String { set(text, "1;33") }
  func added(_ text: String) -> String { set(text, "32") }
  func removed(_ text: String) -> String { set(text, "31") }

  private func set(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
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
}
