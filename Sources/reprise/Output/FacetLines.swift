internal import Archive

/// Counts over the articles that answer a query as a JSON line.
struct FacetsLine: Encodable {
  let type = "matches"
  /// Which articles are counted.
  let rule: String
  let passages: Int
  let articles: Int
  /// Left out where they have more passages than are compared.
  let texts: Int?
  let query: String?

  init(_ facets: SearchFacets, query: String?) {
    rule = BasisText.phrase(facets.basis)
    passages = facets.passages
    articles = facets.articles
    texts = facets.texts
    self.query = query
  }
}

/// A value of a facet as a JSON line.
struct FacetLine: Encodable {
  let type = "facet"
  let facet: String
  let value: String
  let key: String
  let articles: Int
  let texts: Int?
  let query: String?

  init(_ value: FacetValue, of facet: Facet, query: String?) {
    self.facet = facet.field.rawValue
    self.value = value.name
    key = value.key
    articles = value.articles
    texts = value.texts
    self.query = query
  }
}
