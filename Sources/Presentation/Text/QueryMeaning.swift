internal import Query

/// Says how a query is read.
package enum QueryMeaning {
  /// The query in its normal form; nil for one that cannot be read.
  package static func text(of query: String) -> String? { (try? QueryParser.parse(query))?.description }
}
