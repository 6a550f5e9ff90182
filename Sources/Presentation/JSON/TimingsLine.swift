package import Archive

/// How long the parts of a search took, in microseconds, as JSON.
package struct TimingsLine: JSONRecord {
  private let timings: SearchTimings
  private let query: String

  /// - Parameter query: The id of the query.
  package init(_ timings: SearchTimings, query: String) {
    self.timings = timings
    self.query = query
  }

  package func write(to json: inout JSONObject) {
    json.add("extracts", timings.extracts.microseconds)
    json.add("query", query)
    json.add("ranking", timings.ranking.microseconds)
    json.add("repeats", timings.repeats.microseconds)
    json.add("total", timings.total.microseconds)
  }
}

extension Duration {
  /// The duration in microseconds.
  fileprivate var microseconds: Double {
    (Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12).rounded(toPlaces: 1)
  }
}
