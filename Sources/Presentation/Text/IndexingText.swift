package import Archive
internal import Articles
internal import Formats

/// Says what a run of indexing did.
package struct IndexingText {
  /// How many refusals are listed where not all are wanted.
  private static let listed = 10

  private let isVerbose: Bool
  private let folder: String

  /// - Parameters:
  ///   - isVerbose: Whether everything is listed.
  ///   - folder: The folder of the index.
  package init(isVerbose: Bool, folder: String) {
    self.isVerbose = isVerbose
    self.folder = folder
  }

  /// Some lines, each with its end.
  package func text(of summary: IndexingSummary) -> String {
    var lines = [counts(summary)]
    if isVerbose { lines += summary.warnings.map { "warning: \($0.description)" } }
    if !isVerbose, !summary.warnings.isEmpty {
      lines.append("\(counted(summary.warnings.count, "warning")); --verbose shows them")
    }
    lines += refusals(summary.refusals)
    if let leftOut = leftOut(summary.leftOut) { lines.append(leftOut) }
    if summary.unlistedRefusals > 0 {
      lines.append("\(counted(summary.unlistedRefusals, "more record")) refused, which are not listed")
    }
    if summary.wasInterrupted {
      let place = summary.stoppedAt.map { " after \($0)" } ?? ""
      lines.append("interrupted\(place): what was read is in; run again to go on")
    }
    return lines.map { TerminalText.harmlessLine($0) + "\n" }.joined()
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

  /// How much holds no news, the most frequent kinds first.
  private func leftOut(_ kinds: [String: Int]) -> String? {
    guard !kinds.isEmpty else { return nil }
    let sorted = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = isVerbose ? sorted[...] : sorted.prefix(Self.listed)
    let rest = sorted.dropFirst(shown.count).reduce(0) { $0 + $1.value }
    let list = shown.map { "\($0.value) of \($0.key)" } + (rest > 0 ? ["\(rest) more"] : [])
    let total = kinds.values.reduce(0, +)
    return
      "\(counted(total, "file")) left out, since there are no articles in them: \(list.joined(separator: ", "))"
  }

  private func refusals(_ refusals: [Refusal]) -> [String] {
    guard !refusals.isEmpty else { return [] }
    let shown = isVerbose ? refusals[...] : refusals.prefix(Self.listed)
    let rest = refusals.count - shown.count
    return ["\(counted(refusals.count, "record")) refused:"] + shown.map { "  \($0.description)" }
      + (rest > 0 ? ["  and \(rest) more; 'reprise status --refusals' lists them"] : [])
  }
}
