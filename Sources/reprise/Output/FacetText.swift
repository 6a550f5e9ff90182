internal import Archive

/// Writes counts over the articles that answer for people.
enum FacetText {
  /// A line on all of them, then a table a facet.
  static func text(of facets: SearchFacets) -> String {
    let texts = facets.texts.map(String.init) ?? "-"
    let heading = "articles with " + BasisText.phrase(facets.basis)
    var rows = [[heading, "articles", "texts"], ["", "\(facets.articles)", texts]]
    for facet in facets.facets where !facet.values.isEmpty {
      rows.append(["", "", ""])
      rows.append([facet.field.rawValue, "", ""])
      rows += facet.values.map { value in
        [
          "  " + TerminalStyle.harmlessLine(value.name), "\(value.articles)",
          value.texts.map(String.init) ?? "-",
        ]
      }
    }
    var lines = set(rows)
    if facets.texts == nil {
      lines.append(
        "texts are told apart where articles have at most \(SearchFacets.mostComparedPassages) passages: narrow the query"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// The rows in columns, the numbers at the right.
  private static func set(_ rows: [[String]]) -> [String] {
    let first = rows.map { columns(of: $0[0]) }.max() ?? 0
    let widths = [1, 2].map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = row[0] + String(repeating: " ", count: first - columns(of: row[0]))
      for (column, width) in zip([1, 2], widths) {
        line += "  " + String(repeating: " ", count: width - row[column].count) + row[column]
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private static func columns(of text: String) -> Int {
    let spaces = text.prefix { $0 == " " }.count
    return spaces + (LineBreaker(width: .max).lines(of: StyledText(text)).first?.columns ?? 0)
  }
}
