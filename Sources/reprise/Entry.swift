internal import ArgumentParser
internal import Archive
internal import Glibc

/// Where the process begins: parses the command line, runs the command and turns what comes of it into an
/// exit code.
@main
enum Entry {
  static func main() {
    // A reader that closes the pipe early (`reprise search … | head`) ends the process quietly, as in cat.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try Reprise.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Reprise.exit(withError: code)
    } catch let error as ArchiveError {
      StandardOutput.flush()
      fail(error.description)
    } catch {
      switch Reprise.exitCode(for: error) {
      case .success, .validationFailure: Reprise.exit(withError: error)
      default: fail(Reprise.message(for: error))
      }
    }
  }

  private static func fail(_ message: String) -> Never {
    StandardError.write("reprise: \(message)\n")
    exit(ExitStatus.failed.rawValue)
  }
}

/// What the process says by its exit code.
enum ExitStatus: Int32 {
  /// Done, and something was found.
  case found = 0
  /// Done, and nothing was found; for `index`: done, but records were refused.
  case nothingFound = 1
  /// Not done.
  case failed = 2
  /// Stopped by the user.
  case interrupted = 130

  /// Ends the command with this code.
  func end() throws {
    if self != .found { throw ExitCode(rawValue) }
  }
}
