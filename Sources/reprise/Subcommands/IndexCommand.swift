internal import Archive
internal import ArgumentParser
internal import Articles
internal import Formats
internal import Presentation
internal import SearchIndex

/// `reprise index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Add articles from files, folders or standard input.",
    discussion: """
      Tells what each file is by its content, whatever its name: text, JSON Lines, pages, web archives, feeds, tables, \
      exports of libraries and agencies, mail, each plain, compressed or in an archive ('reprise formats' lists them). A \
      folder with a manifest.jsonl is read through that. What is there already is left as it is; what has changed is replaced. What cannot be read is listed in \
      the folder of the index, and everything else goes in.

        reprise index clippings/ crawl.jsonl.gz
        zcat crawl-*.gz | reprise index --format news-please -
        reprise index --map text=body_clean,title=head news.csv
        reprise index --prune clippings/
        reprise index --follow crawl.jsonl inbox/
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String] = []

  @Option(
    help: "The format of all files, or the shape of all records, instead of finding it from their content.")
  var format: FormatChoice?

  @Option(
    help: ArgumentHelp(
      "Which columns or keys hold what: text=content,title=head. Also id, outlet, url, published, byline, language, crawled.",
      valueName: "field=name"))
  var map: FieldMap?

  @Option(help: ArgumentHelp("The table of a database that holds the articles.", valueName: "name"))
  var table: String?

  @Flag(
    help: "Keep each capture of an address in a web archive as an article of its own; else the last stands.")
  var keepVersions = false

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  @Option(help: ArgumentHelp("The most bytes of one record; larger ones are refused.", valueName: "bytes"))
  var maxRecord = ReadingOptions.defaultRecordLimit

  @Flag(help: "Remove articles whose file, or whose record in it, is gone from the paths given.")
  var prune = false

  @Flag(help: "Follow links that lead out of the folders given, and read hidden files that records name.")
  var allowOutside = false

  @Flag(help: "Go on taking in what arrives: files in the folders given, lines of the files given.")
  var follow = false

  @Flag(
    help:
      "Let Xapian's own writer make the tables: some ten times slower, the same answers. A way out should ours fail."
  )
  var xapianWriter = false

  func validate() throws {
    if paths.isEmpty {
      throw ValidationError(
        "Name files or folders: 'reprise index .' reads the folder that you are in; 'reprise demo' needs none."
      )
    }
    if follow, paths.contains("-") {
      throw ValidationError(
        "--follow wants files and folders: standard input ends, and cannot be read again.")
    }
    if let jobs { try NumberBounds.check(jobs, of: "--jobs", in: NumberBounds.threads) }
    try NumberBounds.check(maxRecord, of: "--max-record", in: NumberBounds.recordBytes)
    try archive.checkNotFoundWithin(paths)
  }

  func run() throws {
    let options = IndexingOptions(
      reading: ReadingOptions(
        format: format?.records, inputFormat: format?.input, fields: map ?? FieldMap(), table: table,
        keepsVersions: keepVersions, recordLimit: maxRecord, allowsOutside: allowOutside),
      jobs: jobs ?? Machine.cores, prune: prune, tableWriter: xapianWriter ? .xapian : .glass)
    let indexer = try Indexer(path: archive.folder, options: options)
    Interruption.catchFirst()
    let progress = ProgressLine(isShown: StandardError.isTerminal && !archive.quiet)
    if follow { return try follow(indexer, progress) }
    let summary = try indexer.run(
      paths: paths, isCancelled: { Interruption.isRequested }, report: { progress.show($0) })
    progress.clear()
    try report(summary)
    if summary.wasInterrupted { Interruption.end() }
    if !summary.refusals.isEmpty || summary.holdsNoNews { try ExitStatus.nothingFound.end() }
  }

  private func follow(_ indexer: Indexer, _ progress: ProgressLine) throws {
    if !archive.quiet { StandardError.say("following \(paths.joined(separator: ", ")); stop with ctrl-c") }
    let following = FollowingIndexer(
      indexer: indexer, paths: paths,
      tell: { summary in
        progress.clear()
        try report(summary)
      }, progress: { progress.show($0) })
    if try following.run() { Interruption.end() }
  }

  private func report(_ summary: IndexingSummary) throws {
    if output.json {
      var lines = JSONLines()
      lines.print(IndexedLine(summary))
      _ = StandardOutput.flush()
      return
    }
    guard !archive.quiet else { return }
    let text = IndexingText(isVerbose: archive.verbose, folder: archive.folder)
    StandardError.write(text.text(of: summary))
    if summary.foundNothing || summary.holdsNoNews { StandardError.write(advice(summary)) }
  }

  /// What to do where the paths held nothing that could be read.
  private func advice(_ summary: IndexingSummary) -> String {
    let folders = paths.filter { $0 != "-" }
    guard let first = folders.first else {
      return "standard input was empty; it wants articles, for instance JSON Lines\n"
    }
    let seen = summary.leftOut.isEmpty ? InputAdvice.lines(FolderGlance(first)) : [InputAdvice.whatIsRead]
    let lines = seen + ["A tour without articles of your own: 'reprise demo'"]
    return lines.map { TerminalText.harmlessLine($0) + "\n" }.joined()
  }
}

extension IndexingSummary {
  /// Whether nothing was there to be read.
  fileprivate var foundNothing: Bool {
    changedNothing && unchanged == 0 && unchangedFiles == 0 && refusals.isEmpty && !wasInterrupted
      && leftOut.isEmpty
  }

  /// Whether there were files, and no news in any of them.
  fileprivate var holdsNoNews: Bool {
    changedNothing && unchanged == 0 && removed == 0 && !leftOut.isEmpty && onlyLeftOut
  }

  /// Whether nothing was read before that is there still.
  private var onlyLeftOut: Bool { unchangedFiles <= leftOut.values.reduce(0, +) }
}
