package import Archive

/// The report on outlets as tables and as a network; what each column holds is said in the data dictionary.
package enum OutletTables {
  /// A line for each outlet, or for each outlet and month.
  package static func outlets(of report: OutletReport) -> String {
    let header = [
      "outlet", "in_archive", "agency", "month", "articles", "words", "taking", "words_taken",
      "words_from_agencies", "share_taken", "share_from_agencies", "given", "sources", "takers", "rules",
    ]
    let rows = report.outlets.map { figures in
      let counts = [
        figures.articles, figures.words, figures.taking, figures.wordsTaken, figures.wordsFromAgencies,
      ].map(String.init)
      return [figures.outlet, "\(figures.isInArchive)", "\(figures.isAgency)", figures.month ?? ""] + counts
        + [text(figures.share(figures.wordsTaken)), text(figures.share(figures.wordsFromAgencies))]
        + [figures.given, figures.sources, figures.takers, report.rules].map(String.init)
    }
    return CSVTable.text(header, rows)
  }

  /// A line for each source and taker, or for each of these and month.
  package static func flows(of report: OutletReport) -> String {
    let header = [
      "source", "taker", "month", "articles", "source_articles", "reprints", "words", "words_from_agencies",
      "credited", "median_delay_hours", "delays", "delay_precision", "back", "source_later", "rules",
    ]
    let rows = report.flows.map { flow in
      let counts = [
        flow.articles, flow.sourceArticles, flow.reprints, flow.words, flow.wordsFromAgencies, flow.credited,
      ].map(String.init)
      return [flow.source, flow.taker, flow.month ?? ""] + counts
        + [text(flow.medianDelayHours), "\(flow.delays)", flow.delayPrecision ?? ""]
        + [flow.back, flow.sourceLater, report.rules].map(String.init)
    }
    return CSVTable.text(header, rows)
  }

  /// Outlets as nodes, with an edge from each source to each that takes from it, weighted by articles.
  package static func network(of report: OutletReport) -> String {
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
        ("delays", .integer), ("delay_precision", .string), ("back", .integer), ("source_later", .integer),
      ],
      nodes: report.outlets.map(node), edges: report.flows.map(edge)
    ).text()
  }

  private static func node(_ figures: OutletFigures) -> GEXFDocument.Node {
    return .init(
      id: figures.outlet, label: figures.outlet,
      values: [
        "\(figures.isInArchive)", "\(figures.isAgency)", "\(figures.articles)", "\(figures.words)",
        "\(figures.taking)",
        "\(figures.wordsTaken)", "\(figures.wordsFromAgencies)",
        figures.share(figures.wordsTaken).map { "\($0)" },
        figures.share(figures.wordsFromAgencies).map { "\($0)" }, "\(figures.given)",
      ])
  }

  private static func edge(_ flow: OutletFlow) -> GEXFDocument.Edge {
    return .init(
      source: flow.source, target: flow.taker, weight: Double(flow.articles),
      values: [
        "\(flow.articles)", "\(flow.sourceArticles)", "\(flow.reprints)", "\(flow.words)",
        "\(flow.wordsFromAgencies)", "\(flow.credited)", flow.medianDelayHours.map { "\($0)" },
        "\(flow.delays)", flow.delayPrecision, "\(flow.back)", "\(flow.sourceLater)",
      ])
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
}
