package import Archive
internal import SearchIndex

/// Says what a verification found, and what can be done about it.
package struct VerificationText {
  /// How many forgotten files are listed.
  private static let listed = 10

  private let folder: String

  /// - Parameter folder: The folder of the index.
  package init(folder: String) { self.folder = folder }

  /// How far a verification has come, for the terminal.
  package static func line(of progress: ArchiveVerification.Progress) -> String {
    switch progress {
    case .files(let bytes, let all): "\(ByteCount.text(of: bytes)) of \(ByteCount.text(of: all)) checked"
    case .articles(let count, let all): "\(count) of \(counted(all, "article")) checked"
    }
  }

  /// A line for each problem.
  package func problems(of found: ArchiveVerification) -> String {
    found.problems.map { TerminalText.harmlessLine($0.description) + "\n" }.joined()
  }

  /// What it comes to, and what to do; some lines.
  package func summary(of found: ArchiveVerification, _ repaired: RepairSummary?) -> String {
    let size = "\(counted(found.articles, "article")) in \(counted(found.segments, "segment"))"
    let read = "\(size), \(ByteCount.text(of: found.bytes))"
    if found.isSound { return harmless(["\(folder): \(read): all is well\(leftOut(found))"]) }
    var lines = ["\(folder): \(read): \(counted(found.problems.count, "problem"))"]
    if found.affectedArticles > 0 {
      lines.append(
        "\(counted(found.affectedArticles, "article")) lie in \(counted(found.affectedSegments.count, "segment")) "
          + "with problems; all others are as they were given")
    }
    lines +=
      repaired.map(report) ?? [
        "'reprise verify --repair' keeps what can be read and has the next 'reprise index' read the rest again"
      ]
    return harmless(lines)
  }

  private func leftOut(_ found: ArchiveVerification) -> String {
    let count = found.segmentsWithoutCheck
    if count == 0 { return "" }
    return
      ", as far as can be told without Xapian's own check, which wants to open \(counted(count, "segment")) for writing"
  }

  private func report(_ repaired: RepairSummary) -> [String] {
    var lines = ["repaired: \(counted(repaired.salvaged, "article")) taken over from damaged segments"]
    if repaired.segments > 0 {
      lines.append("the damaged segments are in \(folder)/damaged, and can be deleted")
    }
    if repaired.lost > 0 { lines.append("\(counted(repaired.lost, "article")) could not be read any more") }
    if !repaired.forgotten.isEmpty {
      lines.append("index \(repaired.forgotten.count == 1 ? "this file" : "these files") again:")
      lines += repaired.forgotten.prefix(Self.listed).map { "  \($0)" }
      let rest = repaired.forgotten.count - Self.listed
      if rest > 0 { lines.append("  and \(rest) more; 'reprise index' over their folders finds them") }
    } else if repaired.lost > 0 {
      lines.append("what came through a pipe must be given again")
    }
    return lines
  }

  private func harmless(_ lines: [String]) -> String {
    lines.map { TerminalText.harmlessLine($0) + "\n" }.joined()
  }
}
