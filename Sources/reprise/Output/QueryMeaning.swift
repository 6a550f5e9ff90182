internal import Query

/// Says how a query is read.
enum QueryMeaning {
  /// The query in its normal form; nil for one that cannot be read.
  static func text(of query: String) -> String? { (try? QueryParser.parse(query))?.description }
}
