/// Writes a query in its normal form.
enum QueryPrinter {
  /// The text of a part, which stands alone or between parentheses.
  static func text(of node: QueryNode) -> String {
    switch node.form {
    case .everything: ""
    case .word(let word): word.text
    case .phrase(let phrase): "\"\(phrase.text)\""
    case .prefix(let prefix): prefix.text + "*"
    case .near(let words, let distance): words.map(\.text).joined(separator: " NEAR/\(distance) ")
    case .title(let node): "title:" + text(of: node)
    case .field(let field, let value): field.rawValue + ":" + quotedIfNeeded(value)
    case .published(let span): "date:" + span.description
    case .any(let parts): text(ofAny: parts)
    case .all(let parts): parts.map(operand).joined(separator: " AND ")
    case .restricted(let base, let filters, let exclusions):
      text(of: base, filters: filters, exclusions: exclusions)
    }
  }

  private static func text(ofAny parts: [QueryNode]) -> String {
    let isRun = parts.allSatisfy(isRunItem)
    return parts.map(operand).joined(separator: isRun ? " " : " OR ")
  }

  private static func text(of base: QueryNode, filters: [QueryNode], exclusions: [QueryNode]) -> String {
    var parts = base.form == .everything ? [] : [operand(base)]
    parts += filters.map(operand)
    parts += exclusions.map { "NOT " + operand($0) }
    return parts.joined(separator: " AND ")
  }

  /// The text of a part as it stands beside others.
  private static func operand(_ node: QueryNode) -> String {
    switch node.form {
    case .any, .all, .restricted, .near: "(" + text(of: node) + ")"
    default: text(of: node)
    }
  }

  /// Whether a part needs no OR beside words.
  private static func isRunItem(_ node: QueryNode) -> Bool {
    switch node.form {
    case .word, .prefix: true
    default: false
    }
  }

  private static func quotedIfNeeded(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "._-/@&".unicodeScalars.contains(scalar)
    }
    return isPlain ? value : "\"\(value)\""
  }
}
