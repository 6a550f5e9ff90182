internal import Archive
internal import ArgumentParser
internal import Articles
internal import Formats

/// `reprise export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the articles of the index as JSON Lines.",
    discussion: """
      One article a line, with every field as it was given and the text byte for byte; 'reprise index' reads it back \
      without loss. With a query, the articles that have a passage which answers it. The file that --out names is \
      replaced when all of it is written, and not before.

        reprise export --out archive.jsonl
        reprise export outlet:"Hill Echo" date:2024 | gzip > echo-2024.jsonl.gz
      """)

  @OptionGroup var archive: ArchiveOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"))
  var out: String?

  @Argument(help: "Which articles; all, where no query is given.")
  var query: [String] = []

  func run() throws {
    let archive = try Archive(path: archive.folder)
    let file = try out.map { path throws(ArchiveError) in try DraftFile(path: path) }
    let asked = query.isEmpty ? nil : query.joined(separator: " ")
    let count = try archive.forEachArticle(answering: asked) { article throws(ArchiveError) in
      let line = RecordEncoder.line(for: article) + [UInt8(ascii: "\n")]
      if let file { try file.write(line) } else { StandardOutput.write(line) }
    }
    try file?.finish()
    if !self.archive.quiet, out != nil { StandardError.say("\(counted(count, "article")) written") }
    if count == 0 { try ExitStatus.nothingFound.end() }
  }
}
