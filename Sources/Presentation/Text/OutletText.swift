package import Archive

/// Writes who takes from whom for people.
package struct OutletText {
  private let style: TerminalStyle
  private let limit: Int

  /// - Parameters:
  ///   - style: How text is set off.
  ///   - limit: The rows of each table.
  package init(style: TerminalStyle, limit: Int) {
    self.style = style
    self.limit = limit
  }

  /// Two tables with a heading each.
  package func text(of report: OutletReport) -> String {
    let flows = report.flows.prefix(limit).map(row)
    let takers = report.outlets.filter { $0.taking > 0 }
    var parts: [String] = []
    if !flows.isEmpty {
      parts.append(
        table(
          ["source", "taker", "articles", "words", "agency text", "credited", "median delay", "back"],
          flows, rest: report.flows.count - flows.count))
      let outlets = takers.prefix(limit).map(row)
      parts.append(
        table(
          ["outlet", "articles", "taking", "words taken", "of all words", "agency text", "given"],
          outlets, rest: takers.count - outlets.count))
    }
    return parts.joined(separator: "\n\n")
  }

  private func row(_ flow: OutletFlow) -> [String] {
    [
      flow.source, named(flow.taker, flow.month), "\(flow.articles)", "\(flow.words)",
      share(flow.wordsFromAgencies, of: flow.words), "\(flow.credited)", flow.delayText, "\(flow.back)",
    ]
  }

  private func row(_ figures: OutletFigures) -> [String] {
    [
      named(figures.outlet, figures.month), "\(figures.articles)", "\(figures.taking)",
      "\(figures.wordsTaken)", share(figures.wordsTaken, of: figures.words),
      share(figures.wordsFromAgencies, of: figures.words), "\(figures.given)",
    ]
  }

  private func named(_ outlet: String, _ month: String?) -> String {
    month.map { "\(outlet), \($0)" } ?? outlet
  }

  private func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "" : percent(Double(part) / Double(whole))
  }

  /// Columns side by side: names to the left, numbers to the right.
  private func table(_ header: [String], _ rows: [[String]], rest: Int) -> String {
    let rows = rows.map { $0.map(TerminalText.harmlessLine) }
    let isName = header.map { $0 == "source" || $0 == "taker" || $0 == "outlet" }
    let widths = header.indices.map { column in
      ([header] + rows).map { columns(of: $0[column]) }.max() ?? 0
    }
    let lines = ([header] + rows).enumerated().map { number, row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - columns(of: row[column]))
        return isName[column] ? row[column] + padding : padding + row[column]
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return number == 0 ? style.bold(line) : line
    }
    return (lines + (rest > 0 ? ["and \(rest) more; --limit, --format csv"] : [])).joined(separator: "\n")
  }

  private func columns(of text: String) -> Int { text.reduce(0) { $0 + $1.columns } }
}

extension OutletFlow {
  /// The middle delay as people read it: in hours where these are known and few, else in days; empty where none is known.
  package var delayText: String {
    guard let seconds = medianDelay else { return "" }
    let hours = Double(seconds) / 3600
    if isDelayExact, hours < 48 { return "\(hours.rounded(toPlaces: 1)) h" }
    if seconds == 0 { return "same day" }
    let days = (hours / 24).rounded(toPlaces: 1)
    return days == days.rounded() ? "\(Int(days)) d" : "\(days) d"
  }
}
