internal import Archive
internal import Articles
internal import Presentation

/// What a page of results asks for.
struct SearchAsked {
  static let pageLength = 10

  let query: String
  let page: Int
  let order: ResultOrder
  let grouping: ResultGrouping
  let like: String?

  init(_ values: FormValues) throws(Problem) {
    query = values["q"] ?? ""
    guard query.utf8.count <= SiteLimits.queryBytes else {
      throw Problem(414, "The query is too long", "it may have \(SiteLimits.queryBytes) bytes")
    }
    page = try values.number("page", in: 1...SiteLimits.depth / Self.pageLength, otherwise: 1)
    order = try values.choice("sort", of: ResultOrder.self, otherwise: .relevance)
    grouping = try values.choice("group", of: ResultGrouping.self, otherwise: .text)
    like = values["like"]
  }

  var options: SearchOptions {
    var options = SearchOptions(
      limit: Self.pageLength, offset: (page - 1) * Self.pageLength, grouping: grouping, order: order)
    options.facets = FacetField.allCases
    options.facetLimit = 8
    options.like = like
    return options
  }

  /// The address of the same with something else.
  func address(
    query: String? = nil, page: Int = 1, order: ResultOrder? = nil, grouping: ResultGrouping? = nil
  ) -> String {
    let (order, grouping) = (order ?? self.order, grouping ?? self.grouping)
    return Address.of(
      "/",
      [
        "q": query ?? self.query, "page": page == 1 ? nil : "\(page)",
        "sort": order == .relevance ? nil : order.rawValue,
        "group": grouping == .text ? nil : grouping.rawValue, "like": like,
      ])
  }
}

/// Search: what one sees first.
enum SearchPage {
  static let parameters: Set<String> = ["q", "page", "sort", "group", "from", "to", "like"]

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let asked = try SearchAsked(context.query)
    if let narrowed = MonthRange(context.query).narrowed(asked.query) {
      return .redirect(to: asked.address(query: narrowed))
    }
    guard !asked.query.utf8.allSatisfy({ $0 <= UInt8(ascii: " ") }) || asked.like != nil else {
      return try StartPage.answer(context)
    }
    let found = try context.archive.search(asked.query, options: asked.options)
    let main: HTML = """
      <div class="found">
      <section class="results" aria-label="Results">
      \(ResultList(asked: asked, found: found).html)
      </section>
      <aside class="facets" aria-label="Narrow the results">
      \(FacetColumn(asked: asked, facets: found.facets).html)
      </aside>
      </div>
      """
    let title = asked.like.map { "Like \($0)" } ?? asked.query
    return SiteResponse(
      page: HTMLPage(title: title, part: .search, query: asked.query, layout: "wide", main: main))
  }
}

/// The months that a form or a drag on the histogram asks for.
struct MonthRange {
  private let from: String?
  private let to: String?

  init(_ values: FormValues) {
    func month(_ name: String) -> String? {
      values[name].flatMap { ArticleDate(parsing: $0) == nil || $0.utf8.count > 10 ? nil : $0 }
    }
    (from, to) = (month("from"), month("to"))
  }

  /// The query with its date put in the place of the one that it has; nil where no months were asked for.
  func narrowed(_ query: String) -> String? {
    guard from != nil || to != nil else { return nil }
    let date = from == to ? "date:\(from ?? "")" : "date:\(from ?? "")..\(to ?? "")"
    let rest = QueryFilters(query).without { $0.hasPrefix("date:") }
    return rest.isEmpty ? date : "\(rest) \(date)"
  }
}

/// The filters of a query as it is written: `field:value` and `field:"a value"`, which facets put in and take out.
struct QueryFilters {
  /// The query cut at spaces that stand in no quotes.
  let parts: [String]

  init(_ query: String) {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in query.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == " ", !isQuoted {
        if !part.isEmpty { parts.append(String(part)) }
        part = .init()
      } else {
        part.append(scalar)
      }
    }
    if !part.isEmpty { parts.append(String(part)) }
    self.parts = parts
  }

  /// The query without the parts that are meant.
  func without(_ isMeant: (String) -> Bool) -> String { parts.filter { !isMeant($0) }.joined(separator: " ") }

  /// The query with a filter, or without it where it has it.
  func toggling(_ filter: String) -> (query: String, isOn: Bool) {
    if parts.contains(filter) { return (without { $0 == filter }, true) }
    return ((parts + [filter]).joined(separator: " "), false)
  }

  /// The filter for a value of a facet; nil where the query language has none.
  static func filter(_ value: FacetValue, of field: FacetField) -> String? {
    if field == .month { return "date:\(value.key)" }
    let name = String(value.name.unicodeScalars.filter { $0 != "\"" })
    return "\(field.rawValue):\"\(name)\""
  }
}
