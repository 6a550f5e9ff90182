internal import Archive
internal import ArgumentParser
internal import Presentation
internal import Reprints

/// `reprise compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show two articles side by side: what they share, what was cut and added.",
    discussion: """
        reprise compare harbour-wire harbour-cut
        reprise compare --json harbour-wire harbour-cut
        reprise compare --html evidence.html harbour-wire harbour-cut
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var outletList: OutletListOptions

  @Argument(help: "The id of the first article.")
  var a: String

  @Argument(help: "The id of the second article.")
  var b: String

  @Option(
    help: ArgumentHelp("Write a page that can be kept as evidence, whole in one file.", valueName: "file"))
  var html: String?

  func run() throws {
    try outletList.use()
    let archive = try Archive(path: archive.folder)
    let comparison = try archive.compare(a, with: b)
    let (first, second) = (ArticleSummary(comparison.a.article), ArticleSummary(comparison.b.article))
    if let html {
      try NewFile.write(ComparisonPage(comparison).html(), to: html)
      if !self.archive.quiet { StandardError.say("wrote \(html)") }
    } else if output.json {
      var lines = JSONLines()
      lines.print(PairLine(ArticlePair(a: first, b: second, report: comparison.report)))
    } else {
      StandardOutput.write(ComparisonText(style: .standardOutput, width: Terminal.width).text(of: comparison))
    }
    if comparison.report.relation == .none { try ExitStatus.nothingFound.end() }
  }
}
