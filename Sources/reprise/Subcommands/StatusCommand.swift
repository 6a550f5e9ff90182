internal import Archive
internal import ArgumentParser
internal import Articles

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
      return try lines.print(StatusLine(status))
    }
    if refusals {
      for refusal in status.refusals { StandardOutput.writeLine(TerminalStyle.harmless(refusal.description)) }
      return
    }
    let dates = status.earliest.map { "\($0) to \(status.latest ?? $0)" } ?? "no dates"
    StandardOutput.writeLine(
      """
      \(status.path), commit \(status.commit)
      \(counted(status.articles, "article")) in \(counted(status.passages, "passage")), \
      \(counted(status.outlets, "outlet")), \(dates)
      \(megabytes(status.textBytes)) MB of text, \(megabytes(status.diskBytes)) MB on the disk, \
      \(counted(status.segments, "segment")), \(status.deletedArticles) replaced or removed since the last merge
      \(counted(status.refusals.count, "record")) refused
      """)
  }

  private func megabytes(_ bytes: Int) -> String { String(Double(bytes / 100_000) / 10) }
}

/// What the index holds, as a JSON line.
struct StatusLine: Encodable {
  let type = "status"
  let path: String
  let commit: Int
  let articles: Int
  let passages: Int
  let outlets: Int
  let segments: Int
  let deletedArticles: Int
  let textBytes: Int
  let diskBytes: Int
  let earliest: String?
  let latest: String?
  let refused: [RefusalLine]

  enum CodingKeys: String, CodingKey {
    case type, path, commit, articles, passages, outlets, segments
    case deletedArticles = "deleted_articles"
    case textBytes = "text_bytes"
    case diskBytes = "disk_bytes"
    case earliest, latest, refused
  }

  init(_ status: ArchiveStatus) {
    path = status.path
    commit = status.commit
    articles = status.articles
    passages = status.passages
    outlets = status.outlets
    segments = status.segments
    deletedArticles = status.deletedArticles
    textBytes = status.textBytes
    diskBytes = status.diskBytes
    earliest = status.earliest?.description
    latest = status.latest?.description
    refused = status.refusals.map(RefusalLine.init)
  }
}
