internal import Archive
internal import Articles
internal import Reprints

/// Pairs as a table and as a network; what each column holds is said in the data dictionary.
enum PairTables {
  /// A line a pair.
  static func table(of pairs: [ArticlePair]) -> String {
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
      "\(RulesVersion.current)",
    ]
  }

  /// The words that both have, standing text included.
  private static func words(of report: PairReport) -> Int { report.spans.reduce(0) { $0 + $1.words } }

  /// Articles as nodes, with an edge a pair: from the article that has the text to the one that took it, or without
  /// direction where nothing tells or both have it from somebody else.
  static func network(of report: ReprintReport) -> String {
    var families: [String: Int] = [:]
    for (number, family) in report.families.enumerated() {
      for article in family.articles { families[article.id] = number + 1 }
    }
    let articles = Dictionary(
      report.pairs.flatMap { [($0.a.id, $0.a), ($0.b.id, $0.b)] }, uniquingKeysWith: { first, _ in first })
    let sorted = articles.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return GEXFDocument(
      creator: "Reprise \(Version.current), rules \(RulesVersion.current)",
      description: "Which articles share text: a directed edge goes from the source to the one that took it.",
      nodeAttributes: [("outlet", .string), ("published", .string), ("family", .integer)],
      edgeAttributes: [
        ("relation", .string), ("direction", .string), ("containment_source", .double),
        ("containment_target", .double), ("words", .integer), ("credit", .string),
        ("credited_source", .string),
        ("confidence", .double),
      ],
      nodes: sorted.map { article in
        GEXFDocument.Node(
          id: article.id, label: article.title ?? article.id,
          values: [article.outlet, article.published?.description, families[article.id].map(String.init)])
      },
      edges: report.pairs.map(edge)
    ).text()
  }

  private static func edge(_ pair: ArticlePair) -> GEXFDocument.Edge {
    let report = pair.report
    let isTurned = report.direction == .aFromB
    let (source, target) = isTurned ? (pair.b, pair.a) : (pair.a, pair.b)
    let (first, second) =
      isTurned ? (report.containmentB, report.containmentA) : (report.containmentA, report.containmentB)
    return GEXFDocument.Edge(
      source: source.id, target: target.id, isDirected: isTurned || report.direction == .bFromA,
      weight: max(first, second).rounded(toPlaces: 4),
      values: [
        report.relation.rawValue, report.direction.rawValue, "\(first.rounded(toPlaces: 4))",
        "\(second.rounded(toPlaces: 4))", "\(words(of: report))", report.credit.rawValue, report.source,
        "\(report.confidence.rounded(toPlaces: 3))",
      ])
  }
}
