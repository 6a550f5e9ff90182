internal import Archive
internal import Presentation

/// `/api/search`: the command's JSON Lines, with a line on the page and one for each notice behind the results.
enum SearchAPI {
  static let parameters: Set<String> = [
    "q", "limit", "offset", "group", "sort", "expand", "like", "copies", "spread", "fresh", "facets",
    "facet_limit", "passages",
  ]

  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let query = context.query
    let text = query["q"] ?? ""
    guard text.utf8.count <= SiteLimits.queryBytes else {
      throw Problem(414, "The query is too long", "it may have \(SiteLimits.queryBytes) bytes")
    }
    guard query["like"] != nil || query["q"] != nil else {
      throw Problem.badRequest("the parameter q is missing")
    }
    let options = try options(query)
    let found = try context.archive.search(text, options: options)
    var lines = JSONLinesBody()
    for result in found.results { lines.add(ResultLine(result)) }
    lines.add(PageLine(found, options))
    for notice in found.notices { lines.add(NoticeLine(notice)) }
    for suggestion in found.suggestions { lines.add(SuggestionLine(suggestion)) }
    if let facets = found.facets {
      lines.add(FacetsLine(facets))
      for facet in facets.facets { for value in facet.values { lines.add(FacetLine(value, of: facet)) } }
    }
    var response = lines.response
    let next = options.offset + options.limit
    if found.results.count == options.limit, next < SiteLimits.depth {
      let others = query.names.subtracting(["offset"]).sorted().map {
        "\($0)=\(Address.encoded(query[$0] ?? ""))"
      }
      let address = "/api/search?" + (others + ["offset=\(next)"]).joined(separator: "&")
      response.headers.append(("link", "<\(address)>; rel=\"next\""))
    }
    return response
  }

  private static func options(_ query: FormValues) throws(Problem) -> SearchOptions {
    var options = SearchOptions(
      limit: try query.number("limit", in: 1...SiteLimits.results, otherwise: 10),
      offset: try query.number("offset", in: 0...SiteLimits.depth, otherwise: 0),
      grouping: try query.choice("group", of: ResultGrouping.self, otherwise: .text),
      order: try query.choice("sort", of: ResultOrder.self, otherwise: .relevance))
    options.isExpanded = try query.flag("expand")
    options.like = query["like"]
    options.includesCopies = try query.flag("copies")
    options.matchesPassages = try query.flag("passages")
    options.spreadsOutlets = try query.flag("spread")
    options.facetLimit = try query.number("facet_limit", in: 1...1_000, otherwise: 10)
    if let days = query["fresh"] {
      guard let number = Double(days), number > 0, number.isFinite else {
        throw .badRequest("fresh wants a number of days above 0, not \"\(days)\"")
      }
      options.freshness = number
    }
    for name in query["facets"]?.split(separator: ",") ?? [] {
      guard let field = FacetField(rawValue: String(name)) else {
        let names = FacetField.allCases.map(\.rawValue).joined(separator: ", ")
        throw .badRequest("facets are \(names), several with commas; there is no \"\(name)\"")
      }
      if !options.facets.contains(field) { options.facets.append(field) }
    }
    return options
  }
}

/// What a page of results is of, as JSON.
struct PageLine: JSONRecord {
  private let found: SearchResults
  private let options: SearchOptions

  init(_ found: SearchResults, _ options: SearchOptions) {
    self.found = found
    self.options = options
  }

  func write(to json: inout JSONObject) {
    json.add("articles", found.answeringArticles)
    json.add("limit", options.limit)
    json.add("offset", options.offset)
    json.add("passages", found.matchingPassages)
    json.add("passages_exact", found.countIsExact)
    json.add("results", found.results.count)
    json.add("rule", BasisText.phrase(found.basis))
    json.add("type", "page")
  }
}

/// The lines of a body of JSON Lines, the first of which names the schema.
struct JSONLinesBody {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ record: some JSONRecord) {
    bytes += record.json(namesSchema: bytes.isEmpty)
    bytes.append(UInt8(ascii: "\n"))
  }

  var response: SiteResponse { SiteResponse(type: Self.type, bytes) }

  static let type = "application/jsonl; charset=utf-8"
}
