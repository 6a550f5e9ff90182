internal import ArgumentParser
internal import Archive
internal import Glibc
internal import Query

/// Where the process begins: parses the command line, runs the command and turns what comes of it into an
/// exit code.
@main
enum Entry {
  /// A query longer than this is not shown again with what is wrong in it.
  private static let longestShownQuery = 200

  static func main() {
    // A reader that closes the pipe early (`reprise search … | head`) ends the process quietly, as in cat.
    signal(SIGPIPE, SIG_DFL)
    FailedPage.endInOrder()
    if CommandLine.arguments.count == 1 {
      StandardOutput.write(FirstSteps(index: ArchiveOptions.defaultFolder, folder: ".").text())
      finish(ExitStatus.found.rawValue)
    }
    do {
      var command = try Reprise.parseAsRoot(QueryArguments.readable(Array(CommandLine.arguments.dropFirst())))
      try command.run()
      finish(ExitStatus.found.rawValue)
    } catch let code as ExitCode {
      finish(code.rawValue)
    } catch let error as ArchiveError {
      _ = StandardOutput.flush()
      fail(message(of: error))
    } catch {
      switch Reprise.exitCode(for: error) {
      case .success, .validationFailure: Reprise.exit(withError: error)
      default: fail(Reprise.message(for: error))
      }
    }
  }

  private static func message(of error: ArchiveError) -> String {
    guard case .query(let query) = error, query.query.utf8.count > longestShownQuery || query.query.isEmpty
    else {
      return error.description
    }
    return query.message
  }

  /// Ends the process, as failed where its results could not be written.
  private static func finish(_ code: Int32) -> Never {
    if let failure = StandardOutput.flush() { fail("the results could not be written: \(failure)") }
    exit(code)
  }

  private static func fail(_ message: String) -> Never {
    StandardError.say(message)
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
