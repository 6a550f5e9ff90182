internal import Archive
internal import Reprints

/// Writes pairs of articles and matches for people.
struct PairText {
  let style: TerminalStyle

  /// A pair in two or three lines.
  func text(of pair: ArticlePair) -> String {
    let report = pair.report
    var lines = [
      style.bold(report.relation.rawValue) + "  " + source(pair.a) + "  ↔  " + source(pair.b),
      "  \(percent(report.containmentA)) of the first, \(percent(report.containmentB)) of the second: \(report.why)",
    ]
    if let provenance = provenance(of: report) { lines.append("  " + provenance) }
    return lines.joined(separator: "\n")
  }

  /// A match of a text in two lines.
  func text(of match: TextMatch) -> String {
    let title = TerminalStyle.harmless(match.article.title ?? match.article.id)
    return style.bold("\(percent(match.share)) \(match.report.relation.rawValue)") + "  " + title + "\n      "
      + source(match.article) + "\n      " + match.report.why
  }

  /// Who has it from whom, and what the credits say; nil where nothing is known.
  func provenance(of report: PairReport) -> String? {
    var parts: [String] = []
    switch report.direction {
    case .aFromB: parts.append("the first has it from the second")
    case .bFromA: parts.append("the second has it from the first")
    case .bothFromThird: parts.append("both have it from somebody else")
    case .unknown: break
    }
    if !report.basis.isEmpty { parts.append(report.basis) }
    if let source = report.source { parts.append("credited to \(TerminalStyle.harmless(source))") }
    if report.credit != .none { parts.append(report.credit.rawValue.replacing("_", with: " ")) }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// Where an article comes from, in one line.
  func source(_ article: ArticleSummary) -> String { SearchText(style: style).source(of: article) }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
