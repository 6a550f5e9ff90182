internal import ArgumentParser
internal import Glibc

/// The options that every command has: which index, and how much to say.
struct ArchiveOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp("The folder of the index. (default: $REPRISE_DB, else .reprise)", valueName: "dir"))
  var database: String?

  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is being done.")
  var verbose = false

  /// The folder of the index: the option's, else the environment's, else `.reprise`.
  var folder: String { database ?? Self.defaultFolder }

  /// The folder of the index where no option names one.
  static var defaultFolder: String {
    if let variable = getenv("REPRISE_DB"), variable.pointee != 0 { return String(cString: variable) }
    return ".reprise"
  }

  /// Whether the user has said which index is meant, rather than lie beside it by chance.
  private var isNamed: Bool { database != nil || getenv("REPRISE_DB").map { $0.pointee != 0 } ?? false }

  /// Throws where no option names the index and the one that is there lies within what is to be read: it may have come
  /// with that, from somebody else.
  func checkNotFoundWithin(_ paths: [String]) throws {
    var status = stat()
    guard !isNamed, lstat(folder, &status) == 0, let here = Self.resolved(".") else { return }
    // Where it is, rather than where it leads to: it may be a link.
    let index = (here == "/" ? "" : here) + "/" + folder
    guard let path = paths.first(where: { Self.resolved($0).map { Self.isBelow(index, $0) } ?? false }) else {
      return
    }
    throw ValidationError(
      "There is an index at \(folder), within \(path), and it may have come with what is in there. "
        + "If it is yours, name it: --db \(folder); if not, name another folder.")
  }

  /// Tells of an index that nobody named and that is another user's: it lies in the working folder, and may say anything.
  private func tellOfStranger() {
    var status = stat()
    guard !isNamed, !quiet, stat(folder, &status) == 0, status.st_uid != geteuid() else { return }
    StandardError.say(
      "the index at \(folder) belongs to another user (\(status.st_uid)); what it says is theirs")
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func isBelow(_ path: String, _ folder: String) -> Bool {
    path.utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
  }

  func validate() throws {
    if quiet && verbose {
      throw ValidationError("--quiet and --verbose contradict each other: give one of them.")
    }
    if database == "" { throw ValidationError("--db wants the folder of an index, not an empty name.") }
    tellOfStranger()
  }
}

/// The options of commands that print results.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON Lines, one object a line, for programs.")
  var json = false
}
