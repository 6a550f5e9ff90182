internal import Query
internal import SearchIndex

/// The conditions of a query that an article can meet in one passage or another.
struct QueryConditions {
  /// A part of the query, and what looks it up.
  struct Condition {
    let text: String
    let lookup: IndexQuery
  }

  /// What an article has of the conditions.
  struct Met {
    /// The passage that meets most of them.
    let ordinal: Int
    /// Those that it does not meet, each with the first passage that does.
    let elsewhere: [(text: String, ordinal: Int)]
  }

  private let archive: Archive
  private let conditions: [Condition]

  init(archive: Archive, query: PreparedQuery) throws(ArchiveError) {
    self.archive = archive
    conditions = try query.conditions()
  }

  /// What an article has; nil where there is nothing to choose by.
  ///
  /// - Parameters:
  ///   - shown: The passage to show where others meet no more conditions.
  ///   - scores: The scores of the article's passages, in order; may be empty.
  func met(
    by article: ArticleHandle, shown: Int, scores: [Double]
  ) throws(ArchiveError) -> Met? {
    guard !conditions.isEmpty else { return nil }
    var passages: [Set<Int>] = []
    for condition in conditions {
      let ordinals = try indexed { () throws(IndexError) in
        try archive.reader.ordinals(of: article, matching: condition.lookup)
      }
      passages.append(Set(ordinals))
    }
    let candidates = passages.reduce(into: Set([shown])) { $0.formUnion($1) }.sorted()
    func rank(_ ordinal: Int) -> (Int, Double, Int, Int) {
      let score = scores.indices.contains(ordinal) ? scores[ordinal] : 0
      return (passages.count { $0.contains(ordinal) }, score, ordinal == shown ? 1 : 0, -ordinal)
    }
    guard let best = candidates.max(by: { rank($0) < rank($1) }) else { return nil }
    let elsewhere = zip(conditions, passages).compactMap { condition, ordinals in
      ordinals.contains(best) ? nil : ordinals.min().map { (text: condition.text, ordinal: $0) }
    }
    return Met(ordinal: best, elsewhere: elsewhere)
  }
}

extension QueryNode {
  /// The parts that an article must have, each by itself; none for a part that all of its passages have alike, or
  /// for words any of which will do.
  var conditions: [QueryNode] {
    switch form {
    case .all(let parts): parts.flatMap { part in part.isAlternatives ? [] : part.conditions }
    case .restricted(let base, let filters, _):
      (base.isAlternatives ? [] : base.conditions) + filters.flatMap(\.conditions)
    case .everything, .title, .published: []
    case .field(let field, _): field.isEntity ? [self] : []
    case .any(let parts): parts.contains { $0.conditions.isEmpty } ? [] : [self]
    case .word, .phrase, .prefix, .near: [self]
    }
  }

  /// Whether it is words side by side, with what stands in quotes among them.
  private var isAlternatives: Bool {
    if case .any(let parts) = form { parts.contains { $0.isPlainWords } } else { false }
  }
}

extension QueryField {
  /// Whether the field names an entity.
  var isEntity: Bool { self == .person || self == .organisation || self == .place }
}
