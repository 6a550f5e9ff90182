internal import Archive
internal import ArgumentParser
internal import Presentation

/// `reprise translations`.
struct TranslationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Report which articles translate which, sentence by sentence.",
    discussion: """
      Articles in German, Spanish, French and Russian are compared with the English ones of the same days. A pair is \
      reported where one text goes through the other's sentences in order and without gaps; two reports of one \
      event do not. The command compare tells of a pair what was changed and left out, and who has it from whom where \
      credits or dates tell.

        reprise translations
        reprise translations --days 3
        reprise translations --json | jq -r '[.outlet_a, .outlet_b] | @tsv'
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Compare articles that were published at most so many days apart.")
  var days = TranslationOptions().maxDays

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  func validate() throws {
    if let jobs { try NumberBounds.check(jobs, of: "--jobs", in: NumberBounds.threads) }
    if days < 0 { throw ValidationError("--days wants a number from 0, not \(days).") }
  }

  func run() throws {
    let archive = try Archive(path: archive.folder)
    var options = TranslationOptions()
    options.maxDays = days
    options.jobs = jobs ?? Machine.cores
    let pairs = try archive.translations(options: options)
    if output.json {
      var lines = JSONLines()
      for pair in pairs { lines.print(TranslationLine(pair)) }
    } else {
      let text = TranslationText(style: .standardOutput)
      for pair in pairs { StandardOutput.writeLine(text.text(of: pair) + "\n") }
    }
    if !self.archive.quiet { StandardError.say("\(counted(pairs.count, "pair"))") }
    if pairs.isEmpty { try ExitStatus.nothingFound.end() }
  }
}
