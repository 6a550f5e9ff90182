internal import Archive
internal import ArgumentParser
internal import Reprints

/// `reprise reprints`.
struct ReprintsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprints",
    abstract: "Report which articles share text, and what that makes of them.",
    discussion: """
      Every pair has a relation: reprint (70 % or more of the shorter one's own text), partial (a sentence or 25
      words of narration), quotes, boilerplate or rewrite.

        reprise reprints
        reprise reprints --json > pairs.jsonl
        reprise reprints --relation reprint --relation partial
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Report pairs of this relation only; may be given more than once.")
  var relation: [Relation] = []

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number from 1, not \(jobs).") }
    if relation.contains(.none) { throw ValidationError("Pairs of no relation are not reported.") }
  }

  func run() throws {
    let archive = try Archive(path: archive.folder)
    var options = ReprintOptions(jobs: jobs ?? Machine.cores)
    if !relation.isEmpty { options.relations = Set(relation) }
    let pairs = try archive.reprints(options: options)
    if output.json {
      var lines = JSONLines()
      for pair in pairs { try lines.print(PairLine(pair.a, pair.b, pair.report)) }
    } else {
      let text = PairText(style: .standardOutput)
      for pair in pairs { StandardOutput.writeLine(text.text(of: pair) + "\n") }
    }
    if !self.archive.quiet { StandardError.write("reprise: \(counted(pairs.count, "pair"))\n") }
    if pairs.isEmpty { try ExitStatus.nothingFound.end() }
  }
}
