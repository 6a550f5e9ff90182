package import Archive
internal import Articles
internal import Reprints

/// Pairs as a table and as a network; what each column holds is said in the data dictionary.
package enum PairTables {
  /// A line a pair.
  package static func table(of pairs: [ArticlePair]) -> String {
    let header = [
      "a", "outlet_a", "published_a", "b", "outlet_b", "published_b", "relation", "containment_a",
      "containment_b", "direction", "source", "credit", "confidence", "why", "words", "longest_run", "rules",
    ]
    return CSVTable.text(header, pairs.map(row))
  }

  private static func row(_ pair: ArticlePair) -> [String] {
    let report = pair.report
    return [
      pair.a.id, pair.a.outlet ?? "", pair.a.published?.description ?? "", pair.b.id, pair.b.outlet ?? "",
      pair.b.published?.description ?? "", report.relation.rawValue,
      "\(report.containmentA.rounded(toPlaces: 4))", "\(report.containmentB.rounded(toPlaces: 4))",
      report.direction.rawValue, report.source ?? "", report.credit.rawValue,
      "\(report.confidence.rounded(toPlaces: 3))", report.why, "\(words(of: report))", "\(report.longestRun)",
      "\(ReprintRules.version)",
    ]
  }

  /// The words that both have, standing text included.
  private static func words(of report: PairReport) -> Int { report.spans.reduce(0) { $0 + $1.words } }

  /// Articles as nodes, with an edge a pair, without direction: an attribute has it, since often nothing tells it.
  package static func network(of report: ReprintReport) -> String {
    var families: [ByteKey: Int] = [:]
    for (number, family) in report.families.enumerated() {
      for article in family.articles { families[ByteKey(article.id)] = number + 1 }
    }
    let articles = Dictionary(
      report.pairs.flatMap { [(ByteKey($0.a.id), $0.a), (ByteKey($0.b.id), $0.b)] },
      uniquingKeysWith: { first, _ in first })
    let sorted = articles.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return GEXFDocument(
      creator: "Reprise \(Version.current), rules \(ReprintRules.version)",
      description:
        "Which articles share text; the attribute direction says who has it from whom, as far as it is known.",
      isDirected: false,
      nodeAttributes: [("outlet", .string), ("published", .string), ("family", .integer)],
      edgeAttributes: [
        ("relation", .string), ("direction", .string), ("containment_a", .double),
        ("containment_b", .double), ("words", .integer), ("credit", .string),
        ("credited_source", .string),
        ("confidence", .double),
      ],
      nodes: sorted.map { article in
        GEXFDocument.Node(
          id: article.id, label: article.title ?? article.id,
          values: [
            article.outlet, article.published?.description, families[ByteKey(article.id)].map(String.init),
          ])
      },
      edges: report.pairs.map(edge)
    ).text()
  }

  private static func edge(_ pair: ArticlePair) -> GEXFDocument.Edge {
    let report = pair.report
    return GEXFDocument.Edge(
      source: pair.a.id, target: pair.b.id,
      weight: max(report.containmentA, report.containmentB).rounded(toPlaces: 4),
      values: [
        report.relation.rawValue, report.direction.rawValue, "\(report.containmentA.rounded(toPlaces: 4))",
        "\(report.containmentB.rounded(toPlaces: 4))", "\(words(of: report))", report.credit.rawValue,
        report.source,
        "\(report.confidence.rounded(toPlaces: 3))",
      ])
  }
}
