internal import Glibc

/// What is known of the terminal.
enum Terminal {
  /// The columns that text may take: those of the terminal, 100 where there is none.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { return Int(size.ws_col) }
    return 100
  }

  /// The columns of running text, which is hard to read on longer lines.
  static var readingWidth: Int { min(width, 100) }
}
