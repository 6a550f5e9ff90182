internal import Archive
internal import Articles
internal import Formats
internal import Presentation

/// What is in the archive, and what was refused and why.
enum StatusPage {
  private static let mostRefusals = 200

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let status = try context.archive.status()
    let dates = [status.earliest, status.latest].compactMap { $0 }.map(DateText.text(of:))
    let rows: [(String, String)] = [
      ("Articles", "\(status.articles)"), ("Passages", "\(status.passages)"),
      ("Outlets", "\(status.outlets)"),
      ("Dates", dates.joined(separator: " to ")), ("Text", ByteCount.text(of: status.textBytes)),
      ("On the disk", ByteCount.text(of: status.diskBytes)), ("Segments", "\(status.segments)"),
      ("Commit", "\(status.commit)"), ("Files read whole", "\(status.files)"),
      ("Files read in part", "\(status.unfinished.count)"),
      ("Replaced or removed, still to be dropped", "\(status.deletedArticles)"),
    ]
    let facts = rows.map { name, value -> HTML in "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>" }
    return SiteResponse(
      page: HTMLPage(
        title: "Archive", part: .status,
        main: """
          <h1>What the archive holds</h1>
          <p class="lead" data-watch="\(status.commit)">Commit \(status.commit). While an index run goes on, this page says when another has come.</p>
          <table class="facts"><tbody>\(facts)</tbody></table>
          \(refusals(status))
          """))
  }

  private static func refusals(_ status: ArchiveStatus) -> HTML {
    guard !status.refusals.isEmpty else { return "<h2>Refused</h2><p>Nothing was refused.</p>" }
    let rows = status.refusals.prefix(mostRefusals).map { refusal -> HTML in
      """
      <tr><td>\(FileLabel.text(refusal.location.file))</td><td>\(refusal.location.line.map(String.init))</td>\
      <td>\(refusal.reason.rawValue)</td><td>\(FileLabel.message(of: refusal))</td></tr>
      """
    }
    let rest = status.refusals.count - mostRefusals
    let more: HTML =
      rest > 0 ? "<p class=\"more\">and \(rest) more, which 'reprise status --refusals' lists</p>" : .none
    return """
      <h2>Refused</h2><div class="scroll" tabindex="0" role="region" aria-label="Records that were refused"><table>
      <thead><tr><th scope="col">File</th><th scope="col">Line</th><th scope="col">Reason</th><th scope="col">What to do</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>\(more)
      """
  }
}

/// Names of files as they are shown to whoever asks: without the folders of this machine.
enum FileLabel {
  static func text(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The words of a refusal without the folders of the machine: those of its own file, and of any path that is whole.
  static func message(of refusal: Refusal) -> String {
    let folder = refusal.location.file.dropLast(text(refusal.location.file).count)
    let message = folder.count > 1 ? refusal.message.replacing(folder, with: "") : refusal.message
    return message.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("/") ? text(String($0)) : String($0) }.joined(separator: " ")
  }
}
