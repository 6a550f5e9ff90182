internal import Glibc
internal import Synchronization

/// What is known of the machine.
enum Machine {
  /// The processors that this process may use.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// A request by the user to stop.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether the user asked to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Ends the process at once, with what it has printed: threads may still be at a record that was given up.
  static func end() -> Never {
    _ = StandardOutput.flush()
    _exit(ExitStatus.interrupted.rawValue)
  }

  /// From now on the first Ctrl-C (or SIGTERM) is a request; a second one ends the process.
  static func catchFirst() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { caught in
        Interruption.requested.store(true, ordering: .relaxed)
        signal(caught, SIG_DFL)
        // Only what a signal handler may call: a program that waits for input stops with its next record.
        guard isatty(STDERR_FILENO) == 1 else { return }
        let notice: StaticString = "\r\u{1B}[Kreprise: stopping; once more ends at once\n"
        notice.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
      }
    }
  }
}
