/// Words, fields and exclusions that stand side by side.
///
/// Words are alternatives; what stands in quotes or has NEAR must be there, and the words beside it only add to the
/// order. Fields all hold; but two values of a field of which an article has only one (outlet, language, date, id)
/// mean either.
struct QueryRun {
  private(set) var words: [QueryNode] = []
  private(set) var titles: [QueryNode] = []
  private(set) var filters: [QueryNode] = []
  private(set) var exclusions: [QueryNode] = []

  var isEmpty: Bool { words.isEmpty && titles.isEmpty && filters.isEmpty && exclusions.isEmpty }

  /// The words, phrases and groups as parts that must all match.
  var scored: [QueryNode] {
    let required = words.filter(\.isExact)
    guard words.count > 1, !required.isEmpty else { return QueryNode.any(words).map { [$0] } ?? [] }
    guard required.count < words.count, let all = QueryNode.any(words) else { return required }
    return [all] + required
  }

  mutating func exclude(_ node: QueryNode) { exclusions.append(node) }

  mutating func add(_ node: QueryNode) {
    switch node.form {
    case .title: titles.append(node)
    case .restricted(let base, let filters, let exclusions) where base.form == .everything:
      self.filters += filters
      self.exclusions += exclusions
    default:
      if node.isFilter { addFilter(node) } else { words.append(node) }
    }
  }

  private mutating func addFilter(_ node: QueryNode) {
    guard let field = Self.singleValuedField(of: node),
      let index = filters.firstIndex(where: { Self.singleValuedField(of: $0) == field }),
      let both = QueryNode.any([filters[index], node])
    else { return filters.append(node) }
    filters[index] = both
  }

  /// The field of a filter if an article has only one value of it; also of alternatives of one field.
  private static func singleValuedField(of node: QueryNode) -> QueryField? {
    switch node.form {
    case .field(let field, _): field.isSingleValued ? field : nil
    case .published(let span): span.from != nil && span.to != nil ? .date : nil
    case .any(let parts):
      parts.dropFirst().reduce(singleValuedField(of: parts[0])) { field, part in
        field == singleValuedField(of: part) ? field : nil
      }
    default: nil
    }
  }
}
