internal import Archive
internal import ArgumentParser
internal import Articles
internal import Formats
internal import SearchIndex

/// `reprise index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Add articles from files, folders or standard input.",
    discussion: """
      Reads text files, folders of them (through a manifest.jsonl where there is one) and JSON Lines, plain or \
      gzip. What is there already is left as it is; what has changed is replaced. What cannot be read is listed in \
      the folder of the index, and everything else goes in.

        reprise index clippings/ crawl.jsonl.gz
        zcat crawl-*.gz | reprise index --format news-please -
        reprise index --prune clippings/
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  @Option(help: "The format of all records, instead of finding it from their keys.")
  var format: RecordFormat?

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  @Option(help: ArgumentHelp("The most bytes of one record; larger ones are refused.", valueName: "bytes"))
  var maxRecord = ReadingOptions.defaultRecordLimit

  @Flag(help: "Remove articles whose file, or whose record in it, is gone from the paths given.")
  var prune = false

  func validate() throws {
    if let jobs { try NumberBounds.check(jobs, of: "--jobs", in: NumberBounds.threads) }
    try NumberBounds.check(maxRecord, of: "--max-record", in: NumberBounds.recordBytes)
    try archive.checkNotFoundWithin(paths)
  }

  func run() throws {
    let options = IndexingOptions(
      reading: ReadingOptions(format: format, recordLimit: maxRecord), jobs: jobs ?? Machine.cores,
      prune: prune)
    let indexer = try Indexer(path: archive.folder, options: options)
    Interruption.catchFirst()
    let progress = ProgressLine(isShown: StandardError.isTerminal && !archive.quiet)
    let summary = try indexer.run(
      paths: paths, isCancelled: { Interruption.isRequested }, report: { progress.show($0) })
    progress.clear()
    try report(summary)
    if summary.wasInterrupted { try ExitStatus.interrupted.end() }
    if !summary.refusals.isEmpty { try ExitStatus.nothingFound.end() }
  }

  private func report(_ summary: IndexingSummary) throws {
    if output.json {
      var lines = JSONLines()
      return try lines.print(IndexedLine(summary))
    }
    guard !archive.quiet else { return }
    let text = IndexingText(isVerbose: archive.verbose, folder: archive.folder)
    StandardError.write(text.text(of: summary))
    if summary.foundNothing { StandardError.write(advice()) }
  }

  /// What to do where the paths held nothing that could be read.
  private func advice() -> String {
    let folders = paths.filter { $0 != "-" }
    guard let first = folders.first else {
      return "standard input was empty; it wants JSON Lines, one article a line\n"
    }
    let lines =
      InputAdvice.lines(FolderGlance(first)) + ["A tour without articles of your own: 'reprise demo'"]
    return lines.map { TerminalStyle.harmless($0) + "\n" }.joined()
  }
}

extension IndexingSummary {
  /// Whether nothing was there to be read.
  fileprivate var foundNothing: Bool {
    changedNothing && unchanged == 0 && unchangedFiles == 0 && refusals.isEmpty && !wasInterrupted
  }
}
