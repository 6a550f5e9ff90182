package import Archive
internal import Articles
internal import Reprints

/// Pairs as a table of comma-separated values (RFC 4180).
package enum PairTable {
  /// A header, then a line a pair.
  package static func text(of pairs: [ArticlePair]) -> String {
    let header = [
      "a", "outlet_a", "published_a", "b", "outlet_b", "published_b", "relation", "containment_a",
      "containment_b", "direction", "source", "credit", "confidence", "why",
    ]
    return ([header] + pairs.map(row)).map { $0.map(TableText.csvField).joined(separator: ",") + "\r\n" }
      .joined()
  }

  private static func row(_ pair: ArticlePair) -> [String] {
    let report = pair.report
    return [
      pair.a.id, pair.a.outlet ?? "", pair.a.published?.description ?? "", pair.b.id, pair.b.outlet ?? "",
      pair.b.published?.description ?? "", report.relation.rawValue,
      "\(report.containmentA.rounded(toPlaces: 4))", "\(report.containmentB.rounded(toPlaces: 4))",
      report.direction.rawValue, report.source ?? "", report.credit.rawValue,
      "\(report.confidence.rounded(toPlaces: 3))", report.why,
    ]
  }
}
