package import Archive
package import Reprints

/// Writes pairs of articles and matches for people.
package struct PairText {
  private let style: TerminalStyle
  private let width: Int

  /// - Parameters:
  ///   - style: How text is set off.
  ///   - width: The columns that a line may take.
  package init(style: TerminalStyle, width: Int) {
    self.style = style
    self.width = width
  }

  /// A pair in some lines.
  package func text(of pair: ArticlePair) -> String {
    let report = pair.report
    let shares = "\(percent(report.containmentA)) of the first, \(percent(report.containmentB)) of the second"
    var lines = [
      style.bold((report.isWeak ? "weak " : "") + report.relation.rawValue)
        + (report.relation == .none ? "" : "  \(shares)"),
      "  first   " + SourceText.line(pair.a),
      "  second  " + SourceText.line(pair.b),
    ]
    if !report.why.isEmpty { lines += wrapped(report.why, indent: "  ") }
    if let provenance = provenance(of: report) { lines += wrapped(provenance, indent: "  ") }
    if let changes = changes(of: report) { lines += wrapped(changes, indent: "  ") }
    return lines.joined(separator: "\n")
  }

  /// The most changes that are told of a pair.
  private static let mostChanges = 6

  /// Names and numbers that were cut, added or changed; nil where none was, or where nothing was copied.
  private func changes(of report: PairReport) -> String? {
    guard [.reprint, .partial, .translation].contains(report.relation) else { return nil }
    let changes = Self.changes(of: report, isTurned: false)
    return changes.isEmpty
      ? nil : TerminalText.harmlessLine("names and numbers: " + changes.joined(separator: "; "))
  }

  /// Names and numbers that were cut, added or changed, some of them and how many more.
  ///
  /// - Parameter isTurned: Whether the first text is the copy, rather than the second.
  package static func changes(of report: PairReport, isTurned: Bool) -> [String] {
    let weighty = report.changes.filter { $0.weight > .words }
    var told = weighty.prefix(mostChanges).map { change in
      let (before, after) = isTurned ? (change.wordsB, change.wordsA) : (change.wordsA, change.wordsB)
      switch change.kind {
      case .changed: return "“\(before)” → “\(after)”"
      case .cut, .added: return before.isEmpty ? "“\(after)” added" : "“\(before)” cut"
      }
    }
    let rest = weighty.count - told.count
    if rest > 0, let last = told.popLast() { told.append("\(last) and \(rest) more") }
    return told
  }

  /// Who has it from whom, in words; nil where nothing tells.
  package static func direction(of report: PairReport) -> String? {
    switch report.direction {
    case .aFromB: "this one from it"
    case .bFromA: "it from this one"
    case .bothFromThird: "both from somebody else"
    case .unknown: nil
    }
  }

  /// A match of a text in some lines.
  package func text(of match: TextMatch) -> String {
    let title = TerminalText.harmlessLine(match.article.title ?? match.article.id)
    var lines = [
      style.bold(match.evidence == .content ? "like it" : share(of: match)) + "  " + title,
      "  " + SourceText.line(match.article),
    ]
    lines += wrapped(match.report.why, indent: "  ")
    return lines.joined(separator: "\n")
  }

  private func share(of match: TextMatch) -> String {
    "\(percent(match.share)) \(match.report.relation.rawValue)"
  }

  /// Who has it from whom, and what the credits say; nil where nothing is known.
  package func provenance(of report: PairReport) -> String? {
    var parts: [String] = []
    switch report.direction {
    case .aFromB: parts.append("the first has it from the second")
    case .bFromA: parts.append("the second has it from the first")
    case .bothFromThird: parts.append("both have it from somebody else")
    case .unknown: break
    }
    if !report.basis.isEmpty { parts.append(report.basis) }
    if let source = report.source, !report.basis.contains(source) { parts.append("credited to \(source)") }
    if report.credit != .none { parts.append(Self.words(for: report.credit)) }
    return parts.isEmpty ? nil : TerminalText.harmlessLine(parts.joined(separator: "; "))
  }

  /// A verdict as it may be printed: what was found in the texts, and no more.
  private static func words(for credit: CreditVerdict) -> String {
    switch credit {
    case .creditedAndCopied: "credited and copied"
    case .copiedWithoutCredit: "no credit of any form was found in the copy"
    case .creditedNotCopied: "named as a source, nothing of it copied"
    case .lostOnTheWay: "one names the source, the other does not"
    case .withinOutlet: "a duplicate or an update of one outlet’s own"
    case .none: ""
    }
  }

  private func wrapped(_ text: String, indent: String) -> [String] {
    LineBreaker(width: width - indent.count).lines(of: StyledText(text)).map { indent + $0.text(style) }
  }
}
