package import Archive
internal import Articles
internal import Reprints

/// Writes two articles side by side for people.
///
/// Between the columns stands what a line is: `=` the same in both, `~` with changed words, `»` moved, `≈` the same in
/// another language, `<` only in the first, `>` only in the second.
package struct ComparisonText {
  private let style: TerminalStyle
  private let width: Int

  /// - Parameters:
  ///   - style: How text is set off.
  ///   - width: The columns of the terminal.
  package init(style: TerminalStyle, width: Int) {
    self.style = style
    self.width = width
  }

  /// The comparison as lines, each with its end.
  package func text(of comparison: ArticleComparison) -> String {
    let pair = ArticlePair(
      a: ArticleSummary(comparison.a.article), b: ArticleSummary(comparison.b.article),
      report: comparison.report)
    var lines = [PairText(style: style, width: width).text(of: pair), ""]
    for row in ComparisonRows(comparison).rows { lines += beside(row) }
    let same =
      comparison.report.relation == .translation
      ? "≈ the same in another language" : "= the same  ~ changed  » moved"
    lines += ["", style.dim("\(same)  < only in the first  > only in the second")]
    return lines.joined(separator: "\n") + "\n"
  }

  private func beside(_ row: ComparisonRows.Row) -> [String] {
    let column = max(10, (width - 3) / 2)
    let breaker = LineBreaker(width: column)
    let (left, right) = (breaker.lines(of: row.left), breaker.lines(of: row.right))
    let lines = (0..<max(left.count, right.count)).map { index in
      let (l, r) = (left[at: index], right[at: index])
      if l.cells.isEmpty && r.cells.isEmpty { return "" }
      return l.text(style, padding: column) + " \(sign(l, r))" + (r.cells.isEmpty ? "" : " " + r.text(style))
    }
    return row.endsParagraph ? lines + [""] : lines
  }

  private func sign(_ left: StyledLine, _ right: StyledLine) -> String {
    if left.has(.removed) { return "<" }
    if right.has(.added) { return ">" }
    if left.has(.translated) || right.has(.translated) { return "≈" }
    if left.has(.moved) || right.has(.moved) { return "»" }
    return left.has(.changed) || right.has(.changed) ? "~" : "="
  }
}

/// Two compared texts cut into rows: paragraphs that both have stand beside each other.
struct ComparisonRows {
  /// What stands side by side.
  struct Row {
    var left = StyledText()
    var right = StyledText()
    var endsParagraph = false
  }

  private(set) var rows: [Row] = []
  private var open = Row()

  init(_ comparison: ArticleComparison) {
    let (a, b) = (comparison.a.article.text, comparison.b.article.text)
    for segment in comparison.segments {
      let (left, right) = (a.utf8Part(segment.a), b.utf8Part(segment.b))
      switch segment.kind {
      case .same: addSame(left, right)
      case .changed:
        open.left.append(left, .changed)
        open.right.append(right, .changed)
      case .translated:
        close()
        open.left.append(left, .translated)
        open.right.append(right, .translated)
        close(endsParagraph: [left, right].contains { $0.utf8.last == UInt8(ascii: "\n") })
      case .moved, .onlyA, .onlyB:
        close()
        open.left.append(left, segment.kind == .moved ? .moved : .removed)
        open.right.append(right, segment.kind == .moved ? .moved : .added)
        close(endsParagraph: [left, right].contains { $0.utf8.last == UInt8(ascii: "\n") })
      }
    }
    close()
  }

  /// A new row begins where both texts begin a paragraph.
  private mutating func addSame(_ left: String, _ right: String) {
    let (lefts, rights) = (Self.paragraphs(of: left), Self.paragraphs(of: right))
    guard lefts.count == rights.count else {
      open.left.append(left)
      open.right.append(right)
      return
    }
    for (index, pair) in zip(lefts, rights).enumerated() {
      if index > 0 { close(endsParagraph: true) }
      open.left.append(String(pair.0))
      open.right.append(String(pair.1))
    }
  }

  private mutating func close(endsParagraph: Bool = false) {
    if !open.left.isBlank || !open.right.isBlank {
      open.endsParagraph = endsParagraph
      rows.append(open)
    } else if endsParagraph, !rows.isEmpty {
      rows[rows.count - 1].endsParagraph = true
    }
    open = Row()
  }

  /// The text cut at empty lines; by bytes, since characters would be compared in their normal forms.
  private static func paragraphs(of text: String) -> [Substring] {
    let (bytes, newline) = (text.utf8, UInt8(ascii: "\n"))
    var paragraphs: [Substring] = []
    var (start, next) = (bytes.startIndex, bytes.startIndex)
    while let end = bytes[next...].firstIndex(of: newline) {
      next = bytes.index(after: end)
      guard next < bytes.endIndex, bytes[next] == newline else { continue }
      paragraphs.append(text[start..<end])
      next = bytes.index(after: next)
      start = next
    }
    return paragraphs + [text[start...]]
  }
}

extension [StyledLine] {
  /// The line of a number; an empty one behind the last.
  fileprivate subscript(at index: Int) -> StyledLine { index < count ? self[index] : StyledLine() }
}

extension String {
  /// A part of the text by its UTF-8 offsets.
  package func utf8Part(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }
}
