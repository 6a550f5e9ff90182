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

  /// One sentence for each part that matches nothing, words alone excepted, which are told of whatever is found; or,
  /// where every part matches something, one sentence that says so.
  func sentences() throws(ArchiveError) -> [String] {
    let parts = query.query.leaves
    guard !parts.isEmpty, !archive.isEmpty else { return [] }
    var sentences: [String] = []
    var isTold = false
    for part in parts {
      guard try isEmpty(part) else { continue }
      isTold = true
      if !isSingleWord(part) { sentences.append("nothing matches \(query.query.text(of: part))") }
    }
    if !isTold, parts.count > 1 || query.query.hasExclusions {
      sentences.append("each part of the query matches something, but no passage matches them all")
    }
    return sentences
  }

  private func isEmpty(_ part: QueryNode) throws(ArchiveError) -> Bool {
    let lookup = try query.compiled(part)
    return try indexed { () throws(IndexError) in
      try archive.reader.search(SearchRequest(lookup, limit: 1)).hits.isEmpty
    }
  }

  private func isSingleWord(_ part: QueryNode) -> Bool {
    if case .word(let word) = part.form { word.form == .single } else { false }
  }
}
