@preconcurrency internal import Glibc

/// Standard output, buffered; what is not flushed when the process ends is written then.
enum StandardOutput {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, stdout) }
  }

  static func writeLine(_ text: String) { write(text + "\n") }

  static func flush() { fflush(stdout) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Standard error, for all that is no result.
enum StandardError {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, stderr) }
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
