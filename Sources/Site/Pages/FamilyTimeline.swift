internal import Archive
internal import Articles
internal import Presentation

/// A family over real time: a row for each article with a line from the one that it has the text from; of many
/// articles, how many came when.
struct FamilyTimeline {
  /// Up to so many articles have rows of their own.
  private static let mostRows = 60
  private static let width = 1_000
  private static let left = 20
  private static let right = 260

  private let family: ArticleFamily
  private let articles: [ByteKey: ArticleSummary]
  private let first: Double
  private let last: Double

  init(_ family: ArticleFamily) {
    self.family = family
    articles = Dictionary(
      family.articles.map { (ByteKey($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    let times = family.articles.compactMap { $0.published.flatMap(Self.time) }
    first = times.min() ?? 0
    last = max(times.max() ?? 0, first + 1.0 / 24)
  }

  /// Days since 1970; nil where the day is not known.
  private static func time(_ date: ArticleDate) -> Double? {
    date.epochDay.map { Double($0) + Double(date.second ?? 43_200) / 86_400 }
  }

  private func x(_ date: ArticleDate?) -> Int? {
    guard let time = date.flatMap(Self.time) else { return nil }
    return Self.left + Int((time - first) / (last - first) * Double(Self.width - Self.left - Self.right))
  }

  /// - Parameter standsAlone: Whether it is a file of its own, with its looks in it.
  func svg(standsAlone: Bool) -> HTML {
    let (marks, height) = family.tree.count <= Self.mostRows ? rows : bars
    let style: HTML =
      standsAlone ? "<style>\(Self.style)</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>" : .none
    let space: HTML = standsAlone ? " xmlns=\"http://www.w3.org/2000/svg\"" : .none
    return """
      <svg\(space) class="timeline" viewBox="0 0 \(Self.width) \(height + 40)" role="img" aria-label="\(label)">\(style)\
      \(marks)\(axis(at: height + 8))</svg>
      """
  }

  private var label: String {
    let dated = family.articles.compactMap(\.published)
    let span = [dated.min(), dated.max()].compactMap { $0 }.map(DateText.text(of:)).joined(separator: " to ")
    return "Timeline of \(counted(family.articles.count, "article")), \(span); the table below has the same"
  }

  private var rows: (HTML, height: Int) {
    var places: [ByteKey: (x: Int, y: Int)] = [:]
    var marks = HTML.none
    for (row, branch) in family.tree.enumerated() {
      let article = articles[ByteKey(branch.article)]
      let y = 18 + row * 22
      let known = x(article?.published)
      let place = (x: known ?? Self.left, y: y)
      places[ByteKey(branch.article)] = place
      if let parent = branch.parent.flatMap({ places[ByteKey($0)] }) {
        marks += "<path class=\"from\" d=\"M\(parent.x) \(parent.y)V\(y)H\(place.x)\"/>"
      }
      let kind = branch.article == family.origin.article ? "origin" : known == nil ? "undated" : "copy"
      let name = article?.outlet ?? branch.article
      let shown = name.unicodeScalars.count > 34 ? String(name.prefix(32)) + "…" : name
      marks += """
        <circle class="\(kind)" cx="\(place.x)" cy="\(y)" r="5"><title>\(name), \(article?.published.map(DateText.text(of:)) ?? "no date"), \(branch.article)</title></circle>\
        <text x="\(place.x + 10)" y="\(y + 4)">\(TerminalText.harmlessLine(shown))</text>
        """
    }
    return (marks, 18 + family.tree.count * 22)
  }

  private var bars: (HTML, height: Int) {
    let columns = 120
    let span = Self.width - 2 * Self.left
    var counts = [Int](repeating: 0, count: columns)
    for article in family.articles {
      guard let time = article.published.flatMap(Self.time) else { continue }
      counts[min(columns - 1, Int((time - first) / (last - first) * Double(columns)))] += 1
    }
    let most = max(1, counts.max() ?? 1)
    let marks = counts.enumerated().map { column, count -> HTML in
      let height = count == 0 ? 0 : max(2, count * 200 / most)
      return
        "<rect class=\"copies\" x=\"\(Self.left + column * span / columns)\" y=\"\(210 - height)\" width=\"\(max(1, span / columns - 1))\" height=\"\(height)\"><title>\(counted(count, "article"))</title></rect>"
    }
    return (HTML(marks), 210)
  }

  private func axis(at y: Int) -> HTML {
    let dated = family.articles.compactMap(\.published).sorted()
    guard let start = dated.first, let end = dated.last else { return .none }
    let right = family.tree.count <= Self.mostRows ? Self.width - Self.right : Self.width - Self.left
    return """
      <line class="axis" x1="\(Self.left)" x2="\(right)" y1="\(y)" y2="\(y)"/>\
      <text x="\(Self.left)" y="\(y + 20)">\(DateText.text(of: start))</text>\
      <text x="\(right)" y="\(y + 20)" text-anchor="end">\(start == end ? "" : DateText.text(of: end))</text>
      """
  }

  private static let style: HTML = """
    text{font:13px sans-serif;fill:#222}.from{fill:none;stroke:#888}.origin{fill:#9c2f17}.copy{fill:#1f5d78}\
    .undated{fill:#fff;stroke:#1f5d78}.copies{fill:#1f5d78}.axis{stroke:#888}
    """
}
