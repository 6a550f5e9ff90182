internal import Glibc
internal import Presentation

extension TerminalStyle {
  /// The style for standard output as it is: none where that is no terminal, or where `NO_COLOR` is set
  /// (https://no-color.org).
  static var standardOutput: TerminalStyle {
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return TerminalStyle(isColoured: StandardOutput.isTerminal && !refused && !isDumb)
  }
}
