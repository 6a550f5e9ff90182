package import Archive
internal import Articles
internal import Formats

/// Says what an index holds.
package enum StatusText {
  /// A line a fact, each with its end.
  package static func text(of status: ArchiveStatus) -> String {
    rows(of: status).map { name, value in
      name + String(repeating: " ", count: 10 - name.count) + TerminalText.harmlessLine(value) + "\n"
    }.joined()
  }

  /// A line for each record that was refused, with its end.
  package static func refusals(of status: ArchiveStatus) -> String {
    status.refusals.map { TerminalText.harmlessLine($0.description) + "\n" }.joined()
  }

  private static func rows(of status: ArchiveStatus) -> [(String, String)] {
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
      (
        "names",
        status.languagesWithoutModel.isEmpty
          ? ""
          : "no model for "
            + status.languagesWithoutModel.map { "\($0.code) (\(counted($0.passages, "passage")))" }
            .joined(separator: ", ") + ": of these only known places are tagged"
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
