/// The smallest part of a query that the parser looks at.
struct QueryLexeme {
  enum Kind {
    case open
    case close
    case and
    case or
    case not
    case near(distance: Int)
    /// A word, phrase, prefix, or a field with its value.
    case item(QueryNode.Form)
  }

  let kind: Kind
  /// Where it is written, as UTF-8 byte offsets into the query as given.
  let range: Range<Int>

  /// Whether it is a field with a value, but not the title, whose words count for the order.
  var isFilter: Bool {
    switch kind {
    case .item(.field), .item(.published): true
    default: false
    }
  }
}
