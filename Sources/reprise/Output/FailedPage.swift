internal import Glibc

/// A page of a file in memory that the disk did not give.
///
/// Tables are mapped, and where a disk fails, or a file is cut by somebody else while it is read, the system has no
/// error to return: it sends a signal. Nothing that was committed is lost by that.
enum FailedPage {
  /// From now on the process then says so, and ends as one that has failed.
  static func endInOrder() {
    signal(SIGBUS) { _ in
      // Only what a signal handler may call.
      let message: StaticString = """
        reprise: a file could not be read: the disk failed, or the file was cut meanwhile; 'reprise verify' tells which

        """
      message.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
      _exit(ExitStatus.failed.rawValue)
    }
  }
}
