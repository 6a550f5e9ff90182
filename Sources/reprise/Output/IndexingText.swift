internal import Archive
internal import Articles
internal import Formats

/// Says what a run of indexing did.
struct IndexingText {
  /// How many refusals are listed where not all are wanted.
  private static let listed = 10

  let isVerbose: Bool
  let folder: String

  /// Some lines, each with its end.
  func text(of summary: IndexingSummary) -> String {
    var lines = [counts(summary)]
    if isVerbose { lines += summary.warnings.map { "warning: \($0.description)" } }
    if !isVerbose, !summary.warnings.isEmpty {
      lines.append("\(counted(summary.warnings.count, "warning")); --verbose shows them")
    }
    lines += refusals(summary.refusals)
    if summary.unlistedRefusals > 0 {
      lines.append("\(counted(summary.unlistedRefusals, "more record")) refused, which are not listed")
    }
    if summary.wasInterrupted {
      let place = summary.stoppedAt.map { " after \($0)" } ?? ""
      lines.append("interrupted\(place): what was read is in; run again to go on")
    }
    return lines.map { TerminalStyle.harmless($0) + "\n" }.joined()
  }

  private func counts(_ summary: IndexingSummary) -> String {
    var parts: [String] = []
    if summary.added > 0 { parts.append("\(counted(summary.added, "article")) added") }
    if summary.replaced > 0 { parts.append("\(summary.replaced) replaced") }
    if summary.removed > 0 { parts.append("\(summary.removed) removed") }
    if summary.unchanged > 0 { parts.append("\(summary.unchanged) unchanged") }
    if summary.unchangedFiles > 0 {
      parts.append("\(counted(summary.unchangedFiles, "file")) unchanged and not read again")
    }
    let what = parts.isEmpty ? "nothing to index" : parts.joined(separator: ", ")
    return summary.changedNothing ? "nothing changed in \(folder): \(what)" : "\(folder): \(what)"
  }

  private func refusals(_ refusals: [Refusal]) -> [String] {
    guard !refusals.isEmpty else { return [] }
    let shown = isVerbose ? refusals[...] : refusals.prefix(Self.listed)
    let rest = refusals.count - shown.count
    return ["\(counted(refusals.count, "record")) refused:"] + shown.map { "  \($0.description)" }
      + (rest > 0 ? ["  and \(rest) more; 'reprise status --refusals' lists them"] : [])
  }
}

/// What a run of indexing did, as a JSON line.
struct IndexedLine: Encodable {
  let type = "indexed"
  let added: Int
  let replaced: Int
  let unchanged: Int
  let removed: Int
  let unchangedFiles: Int
  let refused: [RefusalLine]
  let warnings: Int
  let textBytes: Int
  let interrupted: Bool
  let stoppedAt: Place?

  /// A record's file and line.
  struct Place: Encodable {
    let file: String
    let line: Int?
  }

  enum CodingKeys: String, CodingKey {
    case type, added, replaced, unchanged, removed
    case unchangedFiles = "unchanged_files"
    case refused, warnings
    case textBytes = "text_bytes"
    case interrupted
    case stoppedAt = "stopped_at"
  }

  init(_ summary: IndexingSummary) {
    added = summary.added
    replaced = summary.replaced
    unchanged = summary.unchanged
    removed = summary.removed
    unchangedFiles = summary.unchangedFiles
    refused = summary.refusals.map(RefusalLine.init)
    warnings = summary.warnings.count
    textBytes = summary.textBytes
    interrupted = summary.wasInterrupted
    stoppedAt = summary.stoppedAt.map { Place(file: $0.file, line: $0.line) }
  }
}

/// A record that could not be read, as part of a JSON line.
struct RefusalLine: Encodable {
  let file: String
  let line: Int?
  let reason: String
  let message: String

  init(_ refusal: Refusal) {
    file = refusal.location.file
    line = refusal.location.line
    reason = refusal.reason.rawValue
    message = refusal.message
  }
}
