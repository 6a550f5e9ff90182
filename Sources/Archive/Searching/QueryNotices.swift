internal import Ranking
internal import SearchIndex

/// What a reader should know about a query and its archive: which of its words no article has.
struct QueryNotices {
  let archive: Archive
  let query: PreparedQuery

  /// One sentence each, in the order of the query.
  func all() throws(ArchiveError) -> [String] {
    zip(query.terms.terms, query.statistics).filter { $1.occurrences == 0 }.map { term, _ in
      "no article has the word \"\(term.token.lowercased)\""
    }
  }
}
