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

  func validate() throws {
    if quiet && verbose {
      throw ValidationError("--quiet and --verbose contradict each other: give one of them.")
    }
    if database == "" { throw ValidationError("--db wants the folder of an index, not an empty name.") }
  }
}

/// The options of commands that print results.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON Lines, one object a line, for programs.")
  var json = false
}
