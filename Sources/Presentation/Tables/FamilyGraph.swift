package import Archive
internal import Articles

/// Families as a graph for Graphviz.
package enum FamilyGraph {
  /// One cluster a family; an arrow goes from the article that has the text to the one that took it.
  package static func text(of families: [ArticleFamily]) -> String {
    var lines = ["digraph reprints {", "  rankdir=LR; node [shape=box];"]
    for (number, family) in families.enumerated() {
      lines.append("  subgraph cluster_\(number) {")
      for article in family.articles {
        let label = TableText.dotString(
          article.outlet ?? "outlet unknown", article.published?.description ?? "no date", article.id)
        lines.append("    \(TableText.dotString(article.id)) [label=\(label)];")
      }
      for branch in family.tree {
        if branch.parent == nil, let other = branch.translationOf {
          lines.append(
            "    \(TableText.dotString(other)) -> \(TableText.dotString(branch.article)) [dir=none, style=dashed, label=\"translation\"];"
          )
        }
        guard let parent = branch.parent else { continue }
        lines.append(
          "    \(TableText.dotString(parent)) -> \(TableText.dotString(branch.article)) [label=\"\(Int(branch.share * 100)) %\"];"
        )
      }
      lines.append("  }")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}
