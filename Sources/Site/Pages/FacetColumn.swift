internal import Archive
internal import Presentation

/// What the results can be narrowed by, with how many articles and texts each has.
struct FacetColumn {
  let asked: SearchAsked
  let facets: SearchFacets?

  var html: HTML {
    guard let facets else { return .none }
    return histogram(facets)
      + HTML(facets.facets.filter { $0.field != .month && !$0.values.isEmpty }.map(list)) + totals(facets)
  }

  private func totals(_ facets: SearchFacets) -> HTML {
    let texts = facets.texts.map { ", \(counted($0, "text"))" } ?? ""
    return
      "<p class=\"totals\">Counted: \(counted(facets.articles, "article"))\(texts), with \(BasisText.phrase(facets.basis)).\(facets.texts == nil ? "" : " 9/2 is 9 articles with 2 texts.")</p>"
  }

  private func list(_ facet: Facet) -> HTML {
    """
    <section class="facet"><h2>\(Self.name(of: facet.field))</h2>
    <ul>\(facet.values.map { item($0, of: facet.field) })</ul></section>
    """
  }

  private func item(_ value: FacetValue, of field: FacetField) -> HTML {
    let texts = value.texts.map { "\(counted(value.articles, "article")), \(counted($0, "text"))" }
    let numbers: HTML = """
      <span class="numbers" title="\(texts ?? counted(value.articles, "article"))">\(value.articles)\
      \(value.texts.map { $0 == value.articles ? "" : "/\($0)" })</span>
      """
    guard let filter = QueryFilters.filter(value, of: field) else {
      return "<li><span><bdi>\(value.name)</bdi></span>\(numbers)</li>"
    }
    let (query, isOn) = QueryFilters(asked.query).toggling(filter)
    let mark: HTML = isOn ? " class=\"on\" aria-label=\"\(value.name), without it\"" : .none
    return "<li><a href=\"\(asked.address(query: query))\"\(mark)><bdi>\(value.name)</bdi></a>\(numbers)</li>"
  }

  private static func name(of field: FacetField) -> String {
    switch field.rawValue {
    case "outlet": "Outlets"
    case "person": "People"
    case "org": "Organisations"
    case "place": "Places"
    case "lang": "Languages"
    case "relation": "Relations"
    default: field.rawValue
    }
  }

  private func histogram(_ facets: SearchFacets) -> HTML {
    guard let months = facets.facets.first(where: { $0.field == .month })?.values, !months.isEmpty else {
      return .none
    }
    let picture = MonthHistogram(counts: months.map { ($0.key, $0.articles) })
    let (first, last) = (months.first?.key, months.last?.key)
    return """
      <section class="facet months"><h2>Months</h2>
      \(picture.svg)
      <form class="range" action="/" method="get"><input type="hidden" name="q" value="\(asked.query)">
      <label>from <input name="from" type="month" value="\(first)" pattern="[0-9]{4}(-[0-9]{2})?"></label>
      <label>to <input name="to" type="month" value="\(last)" pattern="[0-9]{4}(-[0-9]{2})?"></label>
      <button type="submit">Narrow</button></form>
      <details><summary>As a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Articles by month"><table>
      <thead><tr><th scope="col">Month</th><th scope="col">Articles</th><th scope="col">Texts</th></tr></thead>
      <tbody>\(months.map(row))</tbody></table></div></details></section>
      """
  }

  private func row(_ month: FacetValue) -> HTML {
    let address = asked.address(query: MonthRange.of(month.key, in: asked.query))
    return
      "<tr><td><a href=\"\(address)\">\(month.key)</a></td><td>\(month.articles)</td><td>\(month.texts.map(String.init) ?? "–")</td></tr>"
  }
}

extension MonthRange {
  /// A query for one month.
  static func of(_ month: String, in query: String) -> String {
    let rest = QueryFilters(query).without { $0.hasPrefix("date:") }
    return rest.isEmpty ? "date:\(month)" : "\(rest) date:\(month)"
  }
}

/// Counts by month as a picture.
struct MonthHistogram {
  /// Every month from the first to the last, those without any too.
  private let counts: [(month: String, count: Int)]
  private static let fewestMonths = 12

  /// - Parameter counts: Months as `2024-03` with their counts, in order; years without a month are left out.
  init(counts: [(String, Int)]) {
    let known = counts.filter { $0.0.utf8.count == 7 }
    let numbers = Dictionary(known.map { ($0.0, $0.1) }, uniquingKeysWith: +)
    guard let first = known.first.flatMap({ Self.number($0.0) }),
      let last = known.last.flatMap({ Self.number($0.0) }),
      last >= first, last - first < 2_400
    else {
      self.counts = known.map { ($0.0, $0.1) }
      return
    }
    // A year at least, so that one month is no wall.
    let missing = max(0, Self.fewestMonths - (last - first + 1))
    self.counts = (first - missing / 2...last + missing - missing / 2).map { number in
      let month = Self.text(number)
      return (month, numbers[month] ?? 0)
    }
  }

  private static func number(_ month: String) -> Int? {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private static func text(_ number: Int) -> String {
    let (year, month) = (number / 12, number % 12 + 1)
    return String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)-" + (month < 10 ? "0" : "")
      + "\(month)"
  }

  /// The bars, of which a range can be drawn with the pointer; each knows its month.
  var svg: HTML {
    let most = max(1, counts.map(\.count).max() ?? 1)
    let bars = counts.enumerated().map { index, month -> HTML in
      let height = month.count == 0 ? 0 : max(2, month.count * 56 / most)
      return """
        <g data-month="\(month.month)"><title>\(month.month): \(counted(month.count, "article"))</title>\
        <rect class="hit" x="\(index * 10)" y="0" width="10" height="60"/>\
        <rect class="month" x="\(index * 10 + 1)" y="\(60 - height)" width="8" height="\(height)"/></g>
        """
    }
    let label =
      "Articles by month, \(counts.first?.month ?? "") to \(counts.last?.month ?? ""), at most \(most) a month"
    return """
      <svg class="histogram" viewBox="0 0 \(counts.count * 10) 60" preserveAspectRatio="none" role="img" aria-label="\(label)">\
      \(bars)<rect class="drag" y="0" height="60" width="0" x="0"/></svg>
      <p class="axis"><span>\(counts.first?.month)</span><span>\(counts.last?.month)</span></p>
      """
  }
}
