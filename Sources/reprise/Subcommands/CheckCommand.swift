internal import Archive
internal import ArgumentParser
internal import Presentation

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
  @OptionGroup var outletList: OutletListOptions

  @Argument(help: "A text file; - is standard input.")
  var file: String

  @Option(name: .shortAndLong, help: "The most articles to name.")
  var limit = 50

  func validate() throws {
    try NumberBounds.check(limit, of: "--limit", in: NumberBounds.results)
  }

  func run() throws {
    try outletList.use()
    let archive = try Archive(path: archive.folder)
    let text = try TextInput.read(file)
    let copies = try archive.matches(of: text, limit: limit)
    let matches = copies.isEmpty ? try archive.matchesByContent(of: text, limit: limit) : copies
    if output.json {
      var lines = JSONLines()
      for match in matches { lines.print(MatchLine(match)) }
    } else {
      let writer = PairText(style: .standardOutput, width: Terminal.readingWidth)
      for match in matches { StandardOutput.writeLine(writer.text(of: match)) }
    }
    if copies.isEmpty {
      if !self.archive.quiet {
        let name = file == "-" ? "the text" : file
        let like = matches.isEmpty ? "" : "; named are those that are most like it in content"
        StandardError.say("no article has text in common with \(name)\(like)")
      }
      try ExitStatus.nothingFound.end()
    }
  }
}
