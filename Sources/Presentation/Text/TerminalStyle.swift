/// How text is set off on a terminal.
package struct TerminalStyle {
  /// Whether escape sequences are written.
  package let isColoured: Bool

  /// - Parameter isColoured: Whether escape sequences are written.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  package func bold(_ text: String) -> String { set(text, .bold) }
  package func dim(_ text: String) -> String { set(text, .dim) }

  /// The text with its look.
  package func set(_ text: String, _ look: TextLook) -> String {
    guard isColoured, !text.isEmpty, let code = Self.code(of: look) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(of look: TextLook) -> String? {
    switch look {
    case .plain, .translated: nil
    case .bold: "1"
    case .dim: "2"
    case .match: "1;33"
    case .changed: "33"
    case .moved: "36"
    case .removed: "31"
    case .added: "32"
    }
  }
}
