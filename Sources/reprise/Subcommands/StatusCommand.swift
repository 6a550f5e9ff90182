internal import Archive
internal import ArgumentParser
internal import Articles
internal import Formats

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
    for (name, value) in rows(of: status) {
      let padding = String(repeating: " ", count: 10 - name.count)
      StandardOutput.writeLine(name + padding + TerminalStyle.harmlessLine(value))
    }
  }

  private func rows(of status: ArchiveStatus) -> [(String, String)] {
    let dates = [status.earliest, status.latest].compactMap { $0 }.map(DateText.text(of:))
    let waiting = status.deletedArticles
    return [
      ("index", "\(status.path), commit \(status.commit), \(counted(status.segments, "segment"))"),
      ("articles", "\(status.articles) in \(counted(status.passages, "passage"))"),
      ("outlets", "\(status.outlets)"),
      ("dates", dates.isEmpty ? "none" : Set(dates).count == 1 ? dates[0] : dates.joined(separator: " to ")),
      ("files", status.files == 0 ? "" : "\(status.files) read whole"),
      (
        "stopped",
        status.unfinished.map { "\($0.path) after \(counted($0.records, "record"))" }.joined(separator: ", ")
      ),
      ("text", ByteCount.text(of: status.textBytes)),
      ("disk", ByteCount.text(of: status.diskBytes)),
      (
        "waiting",
        waiting == 0 ? "" : "\(counted(waiting, "article")) replaced or removed; the next merge drops them"
      ),
      (
        "refused",
        status.refusals.isEmpty ? "" : "\(counted(status.refusals.count, "record")); --refusals lists them"
      ),
    ].filter { !$0.1.isEmpty }
  }
}

/// Numbers of bytes for people.
enum ByteCount {
  /// The number in the unit that fits: `840 bytes`, `61.4 kB`, `3.2 GB`.
  static func text(of bytes: Int) -> String {
    guard bytes >= 1000 else { return counted(bytes, "byte") }
    var number = Double(bytes) / 1000
    var units = ["kB", "MB", "GB", "TB"][...]
    while number >= 999.95, units.count > 1 {
      number /= 1000
      units.removeFirst()
    }
    return "\(Double((number * 10).rounded()) / 10) \(units.first ?? "")"
  }
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
  let files: Int
  let unfinished: [UnfinishedLine]
  let refused: [RefusalLine]

  /// A file that was read in part.
  struct UnfinishedLine: Encodable {
    let file: String
    let records: Int
  }

  enum CodingKeys: String, CodingKey {
    case type, path, commit, articles, passages, outlets, segments
    case deletedArticles = "deleted_articles"
    case textBytes = "text_bytes"
    case diskBytes = "disk_bytes"
    case earliest, latest, files, unfinished, refused
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
    files = status.files
    unfinished = status.unfinished.map { UnfinishedLine(file: $0.path, records: $0.records) }
    refused = status.refusals.map(RefusalLine.init)
  }
}
