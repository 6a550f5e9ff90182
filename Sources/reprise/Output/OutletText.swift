internal import Archive

/// Writes who takes from whom for people.
struct OutletText {
  let style: TerminalStyle
  /// The rows of each table.
  let limit: Int

  /// Two tables with a heading each.
  func text(of report: OutletReport) -> String {
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
      share(flow.wordsFromAgencies, of: flow.words), "\(flow.credited)", delay(flow), "\(flow.back)",
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

  private func delay(_ flow: OutletFlow) -> String {
    guard let seconds = flow.medianDelay else { return "" }
    let hours = Double(abs(seconds)) / 3600
    let sign = seconds < 0 ? "-" : ""
    guard flow.isDelayExact else { return "\(sign)\((hours / 24).rounded(toPlaces: 1)) d" }
    return hours < 48
      ? "\(sign)\(hours.rounded(toPlaces: 1)) h" : "\(sign)\((hours / 24).rounded(toPlaces: 1)) d"
  }

  /// Columns side by side: names to the left, numbers to the right.
  private func table(_ header: [String], _ rows: [[String]], rest: Int) -> String {
    let rows = rows.map { $0.map(TerminalStyle.harmlessLine) }
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
