internal import Archive
internal import Articles
internal import Reprints

/// Writes two articles side by side for people.
struct ComparisonText {
  let style: TerminalStyle
  /// The columns of the terminal.
  let width: Int

  /// The comparison as lines, each with its end.
  func text(of comparison: ArticleComparison) -> String {
    let pairs = PairText(style: style)
    let pair = ArticlePair(
      a: ArticleSummary(comparison.a.article), b: ArticleSummary(comparison.b.article),
      report: comparison.report)
    var lines = [pairs.text(of: pair), ""]
    let rows = rows(of: comparison)
    for row in rows { lines += beside(row.left, row.right, isShared: row.isShared) }
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Row {
    var left: String
    var right: String
    var isShared: Bool
  }

  /// One row a segment; segments that are the same, with small changes between them, make one row.
  private func rows(of comparison: ArticleComparison) -> [Row] {
    let (a, b) = (comparison.a.article.text, comparison.b.article.text)
    var rows: [Row] = []
    for segment in comparison.segments {
      let isShared = segment.kind == .same || segment.kind == .changed || segment.kind == .moved
      let (left, right) = (a.utf8Part(segment.a), b.utf8Part(segment.b))
      if isShared, segment.kind != .moved, let last = rows.last, last.isShared {
        rows[rows.count - 1].left += left
        rows[rows.count - 1].right += right
      } else {
        rows.append(Row(left: left, right: right, isShared: isShared))
      }
    }
    return rows
  }

  private func beside(_ left: String, _ right: String, isShared: Bool) -> [String] {
    let column = max(20, (width - 3) / 2)
    let leftLines = TextWrapping.lines(of: TerminalStyle.harmless(left), width: column)
    let rightLines = TextWrapping.lines(of: TerminalStyle.harmless(right), width: column)
    return (0..<max(leftLines.count, rightLines.count)).map { index in
      let l = index < leftLines.count ? leftLines[index] : ""
      let r = index < rightLines.count ? rightLines[index] : ""
      let padding = String(repeating: " ", count: max(0, column - l.count))
      return isShared
        ? l + padding + " = " + r : style.removed(l) + padding + " │ " + style.added(r)
    }
  }
}

extension String {
  /// A part of the text by its UTF-8 offsets.
  func utf8Part(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }
}
