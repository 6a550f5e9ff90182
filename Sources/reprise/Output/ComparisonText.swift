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

  /// The texts cut where shared spans begin and end, in the order of the first.
  private func rows(of comparison: ArticleComparison) -> [Row] {
    let (a, b) = (comparison.a.article.text, comparison.b.article.text)
    var rows: [Row] = []
    var (nextA, nextB) = (0, 0)
    for span in comparison.report.spans where span.a.lowerBound >= nextA {
      let onlyB = span.b.lowerBound > nextB ? nextB..<span.b.lowerBound : 0..<0
      rows.append(Row(left: a.utf8Part(nextA..<span.a.lowerBound), right: b.utf8Part(onlyB), isShared: false))
      rows.append(Row(left: a.utf8Part(span.a), right: b.utf8Part(span.b), isShared: true))
      (nextA, nextB) = (span.a.upperBound, max(nextB, span.b.upperBound))
    }
    rows.append(
      Row(left: a.utf8Part(nextA..<a.utf8.count), right: b.utf8Part(nextB..<b.utf8.count), isShared: false))
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
