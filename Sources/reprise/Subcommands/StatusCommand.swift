internal import Archive
internal import ArgumentParser
internal import Presentation

/// `reprise status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what the index holds.",
    discussion: """
        reprise status
        reprise status --refusals
        reprise status --json
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "List what could not be read, with file, line and reason.")
  var refusals = false

  func run() throws {
    let status = try Archive(path: archive.folder).status()
    if output.json {
      var lines = JSONLines()
      return lines.print(StatusLine(status))
    }
    StandardOutput.write(refusals ? StatusText.refusals(of: status) : StatusText.text(of: status))
  }
}
