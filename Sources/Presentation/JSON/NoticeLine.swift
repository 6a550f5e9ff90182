public import Archive

/// What a reader should know of a query, as JSON.
public struct NoticeLine: JSONRecord {
  private let message: String

  /// - Parameter message: A sentence.
  public init(_ message: String) { self.message = message }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("message", message)
    json.add("type", "notice")
  }
}

/// What may have been meant by a part of a query, as JSON.
public struct SuggestionLine: JSONRecord {
  private let suggestion: QuerySuggestion

  /// - Parameter suggestion: The part, and what it may mean.
  public init(_ suggestion: QuerySuggestion) { self.suggestion = suggestion }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("meant", suggestion.meant)
    json.add("type", "suggestion")
    json.add("written", suggestion.written)
  }
}
