/// What articles are counted by.
public enum FacetField: String, Sendable, CaseIterable {
  /// The outlet that published them.
  case outlet
  /// The people whom their passages name.
  case person
  /// The organisations that their passages name.
  case organisation = "org"
  /// The places that their passages name.
  case place
  /// The language by which they were read.
  case language = "lang"
  /// The month in which they were published.
  case month
}

/// Counts over the articles that answer a query.
public struct SearchFacets: Sendable, Equatable {
  /// Which articles answer.
  public var basis: AnswerBasis
  /// The passages of these articles.
  public var passages: Int
  /// The articles.
  public var articles: Int
  /// How many different texts these are; nil where they have more passages than are compared.
  public var texts: Int?
  /// The facets in the order asked for.
  public var facets: [Facet]

  /// The most passages that are compared to tell texts apart.
  public static let mostComparedPassages = 20_000
}

/// The values of one facet.
public struct Facet: Sendable, Equatable {
  /// What is counted by.
  public var field: FacetField
  /// The values that most articles have, the most first; all months in their order.
  public var values: [FacetValue]
}

/// A value of a facet with its counts.
public struct FacetValue: Sendable, Equatable {
  /// The value as articles write it: an outlet, a name; or a month as `2024-03`.
  public var name: String
  /// The value as the index compares it: a folded outlet, the key of an entity, a month.
  public var key: String
  /// How many articles have it, as a filter by it would find.
  public var articles: Int
  /// How many different texts these articles are; nil where they were not told apart.
  public var texts: Int?
}
