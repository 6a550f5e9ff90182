internal import Archive
internal import ArgumentParser

/// `reprise check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find whose text a text is.",
    discussion: """
      The text is not added to the index.

        reprise check draft.txt
        pbpaste | reprise check --json -
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "A text file; - is standard input.")
  var file: String

  @Option(name: .shortAndLong, help: "The most articles to name.")
  var limit = 50

  func validate() throws {
    try NumberBounds.check(limit, of: "--limit", in: NumberBounds.results)
  }

  func run() throws {
    let archive = try Archive(path: archive.folder)
    let matches = try archive.matches(of: try TextInput.read(file), limit: limit)
    if output.json {
      var lines = JSONLines()
      for match in matches { try lines.print(MatchLine(match)) }
    } else {
      let text = PairText(style: .standardOutput, width: Terminal.readingWidth)
      for match in matches { StandardOutput.writeLine(text.text(of: match)) }
    }
    if matches.isEmpty {
      if !self.archive.quiet {
        StandardError.say("no article has text in common with \(file == "-" ? "the text" : file)")
      }
      try ExitStatus.nothingFound.end()
    }
  }
}
