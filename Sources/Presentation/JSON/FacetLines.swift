public import Archive

/// Counts over the articles that answer a query, as JSON.
public struct FacetsLine: JSONRecord {
  private let facets: SearchFacets
  private let query: String?

  /// - Parameters:
  ///   - facets: What was counted.
  ///   - query: The id of the query, where many are run in one batch.
  public init(_ facets: SearchFacets, query: String? = nil) {
    self.facets = facets
    self.query = query
  }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("articles", facets.articles)
    json.add("passages", facets.passages)
    json.add("query", query)
    // Which articles are counted.
    json.add("rule", BasisText.phrase(facets.basis))
    // Left out where they have more passages than are compared.
    json.add("texts", facets.texts)
    json.add("type", "matches")
  }
}

/// A value of a facet, as JSON.
public struct FacetLine: JSONRecord {
  private let value: FacetValue
  private let facet: Facet
  private let query: String?

  /// - Parameters:
  ///   - value: The value with its counts.
  ///   - facet: What it is a value of.
  ///   - query: The id of the query, where many are run in one batch.
  public init(_ value: FacetValue, of facet: Facet, query: String? = nil) {
    self.value = value
    self.facet = facet
    self.query = query
  }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("articles", value.articles)
    json.add("facet", facet.field.rawValue)
    json.add("key", value.key)
    json.add("query", query)
    json.add("texts", value.texts)
    json.add("type", "facet")
    json.add("value", value.name)
  }
}
