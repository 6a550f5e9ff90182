internal import Query
internal import SearchIndex

/// Says of a query that nothing answers which of its parts nothing answers.
struct EmptyParts {
  private let archive: Archive
  private let query: PreparedQuery

  init(archive: Archive, query: PreparedQuery) {
    self.archive = archive
    self.query = query
  }

  /// One sentence for each part that matches nothing, single words and names excepted, which are told of whatever is found; or,
  /// where every part matches something, one sentence that says so.
  func sentences() throws(ArchiveError) -> [String] {
    let parts = query.query.leaves
    guard !parts.isEmpty, !archive.isEmpty else { return [] }
    var sentences: [String] = []
    var hasEmpty = false
    for part in parts {
      guard try isEmpty(part) else { continue }
      hasEmpty = true
      if !isTold(part) { sentences.append("nothing matches \(query.query.text(of: part))") }
    }
    if !hasEmpty, parts.count > 1 || query.query.hasExclusions {
      sentences.append("each part of the query matches something, but no article matches them all")
    }
    return sentences
  }

  private func isEmpty(_ part: QueryNode) throws(ArchiveError) -> Bool {
    let lookup = try query.compiled(part)
    return try ArticleMatcher(archive: archive).answers(lookup).isEmpty
  }

  /// Whether the part is told of whatever is found.
  private func isTold(_ part: QueryNode) -> Bool {
    switch part.form {
    case .word(let word): word.form == .single
    case .field(let field, _): field.isEntity || field == .outlet
    default: false
    }
  }
}
