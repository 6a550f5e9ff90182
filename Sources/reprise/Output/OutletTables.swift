internal import Archive

/// The report on outlets as tables and as a network; what each column holds is said in the data dictionary.
enum OutletTables {
  /// A line for each outlet, or for each outlet and month.
  static func outlets(of report: OutletReport) -> String {
    let header = [
      "outlet", "in_archive", "agency", "month", "articles", "words", "taking", "words_taken",
      "words_from_agencies", "share_taken", "share_from_agencies", "given", "sources", "takers", "rules",
    ]
    let rows = report.outlets.map { figures in
      let line = OutletLine(figures)
      let counts = [
        line.articles, line.words, line.taking, line.wordsTaken, line.wordsFromAgencies,
      ].map(String.init)
      return [line.outlet, "\(line.inArchive)", "\(line.agency)", line.month ?? ""] + counts
        + [text(line.shareTaken), text(line.shareFromAgencies)]
        + [line.given, line.sources, line.takers, report.rules].map(String.init)
    }
    return CSVTable.text(header, rows)
  }

  /// A line for each source and taker, or for each of these and month.
  static func flows(of report: OutletReport) -> String {
    let header = [
      "source", "taker", "month", "articles", "source_articles", "reprints", "words", "words_from_agencies",
      "credited", "median_delay_hours", "delays", "delay_precision", "back", "rules",
    ]
    let rows = report.flows.map { flow in
      let line = FlowLine(flow)
      let counts = [
        line.articles, line.sourceArticles, line.reprints, line.words, line.wordsFromAgencies, line.credited,
      ].map(String.init)
      return [line.source, line.taker, line.month ?? ""] + counts
        + [text(line.medianDelayHours), "\(line.delays)", line.delayPrecision ?? ""]
        + [line.back, report.rules].map(String.init)
    }
    return CSVTable.text(header, rows)
  }

  /// Outlets as nodes, with an edge from each source to each that takes from it, weighted by articles.
  static func network(of report: OutletReport) -> String {
    GEXFDocument(
      creator: "Reprise \(Version.current), rules \(report.rules)",
      description: "Who takes text from whom: an edge goes from the source to the outlet that takes from it.",
      isDirected: true,
      nodeAttributes: [
        ("in_archive", .boolean), ("agency", .boolean), ("articles", .integer), ("words", .integer),
        ("taking", .integer), ("words_taken", .integer), ("words_from_agencies", .integer),
        ("share_taken", .double), ("share_from_agencies", .double), ("given", .integer),
      ],
      edgeAttributes: [
        ("articles", .integer), ("source_articles", .integer), ("reprints", .integer), ("words", .integer),
        ("words_from_agencies", .integer), ("credited", .integer), ("median_delay_hours", .double),
        ("delays", .integer), ("delay_precision", .string), ("back", .integer),
      ],
      nodes: report.outlets.map(node), edges: report.flows.map(edge)
    ).text()
  }

  private static func node(_ figures: OutletFigures) -> GEXFDocument.Node {
    let line = OutletLine(figures)
    return .init(
      id: line.outlet, label: line.outlet,
      values: [
        "\(line.inArchive)", "\(line.agency)", "\(line.articles)", "\(line.words)", "\(line.taking)",
        "\(line.wordsTaken)", "\(line.wordsFromAgencies)", line.shareTaken.map { "\($0)" },
        line.shareFromAgencies.map { "\($0)" }, "\(line.given)",
      ])
  }

  private static func edge(_ flow: OutletFlow) -> GEXFDocument.Edge {
    let line = FlowLine(flow)
    return .init(
      source: line.source, target: line.taker, weight: Double(line.articles),
      values: [
        "\(line.articles)", "\(line.sourceArticles)", "\(line.reprints)", "\(line.words)",
        "\(line.wordsFromAgencies)", "\(line.credited)", line.medianDelayHours.map { "\($0)" },
        "\(line.delays)", line.delayPrecision, "\(line.back)",
      ])
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
}
