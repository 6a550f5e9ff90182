@preconcurrency internal import Glibc
internal import Presentation

/// Standard output, buffered; what is not flushed when the process ends is written then.
enum StandardOutput {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, stdout) }
  }

  static func write(_ bytes: [UInt8]) { _ = fwrite(bytes, 1, bytes.count, stdout) }

  static func writeLine(_ text: String) { write(text + "\n") }

  /// Writes out what is buffered.
  ///
  /// - Returns: What went wrong with this or with anything written before; nil where all was written.
  static func flush() -> String? {
    let failed = fflush(stdout) != 0 || ferror(stdout) != 0
    return failed ? String(cString: strerror(errno)) : nil
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Standard error, for all that is no result.
enum StandardError {
  /// Says something in a line of its own.
  static func say(_ message: String) { write("reprise: " + TerminalText.harmlessLine(message) + "\n") }

  /// Says something in a line or a few, of which each was made harmless by itself.
  static func say(lines message: String) { write("reprise: " + TerminalText.harmless(message) + "\n") }

  /// Writes bytes as they are; what comes from outside must be made harmless before.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, stderr) }
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
