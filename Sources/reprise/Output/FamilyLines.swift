internal import Archive
internal import Articles
internal import Reprints

/// What a report left out, as its last JSON line.
struct SummaryLine: Encodable {
  let type = "summary"
  let pairs: Int
  let families: Int
  let standingFingerprints: Int

  enum CodingKeys: String, CodingKey {
    case type, pairs, families
    case standingFingerprints = "standing_fingerprints"
  }

  init(_ report: ReprintReport) {
    pairs = report.pairs.count
    families = report.families.count
    standingFingerprints = report.standingFingerprints
  }
}

/// A family of articles that have one text, as a JSON line.
struct FamilyLine: Encodable {
  let type = "family"
  let articles: [String]
  let outlets: Int
  let texts: Int
  let origin: String?
  let source: String?
  let basis: String
  let confidence: Double
  let tree: [BranchLine]

  init(_ family: ArticleFamily) {
    articles = family.articles.map(\.id)
    outlets = family.outlets
    texts = family.texts
    origin = family.origin.article
    source = family.origin.source
    basis = family.origin.basis
    confidence = family.origin.confidence.rounded(toPlaces: 3)
    tree = family.tree.map(BranchLine.init)
  }
}

/// An article's place in a family's tree, as part of a JSON line.
struct BranchLine: Encodable {
  let article: String
  let from: String?
  let share: Double
  let kept: Double

  init(_ branch: ArticleFamily.Branch) {
    article = branch.article
    from = branch.parent
    share = branch.share.rounded(toPlaces: 4)
    kept = branch.kept.rounded(toPlaces: 4)
  }
}

/// Families as a graph for Graphviz.
enum FamilyGraph {
  /// One cluster a family; an arrow goes from the article that has the text to the one that took it.
  static func text(of families: [ArticleFamily]) -> String {
    var lines = ["digraph reprints {", "  rankdir=LR; node [shape=box];"]
    for (number, family) in families.enumerated() {
      lines.append("  subgraph cluster_\(number) {")
      for article in family.articles {
        let label = [
          article.outlet ?? "outlet unknown", article.published?.description ?? "no date", article.id,
        ]
        lines.append("    \(quoted(article.id)) [label=\(quoted(label.joined(separator: "\\n")))];")
      }
      for branch in family.tree {
        guard let parent = branch.parent else { continue }
        lines.append(
          "    \(quoted(parent)) -> \(quoted(branch.article)) [label=\"\(Int(branch.share * 100)) %\"];")
      }
      lines.append("  }")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// A string of the DOT language; `\n` stays what it means there.
  private static func quoted(_ text: String) -> String {
    "\"" + TerminalStyle.harmless(text).replacing("\"", with: "\\\"") + "\""
  }
}
