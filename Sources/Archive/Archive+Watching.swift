internal import Articles
internal import SearchIndex

extension Archive {
  /// The ids of the articles that answer a query, in byte order.
  ///
  /// - Throws: ``ArchiveError/query(_:)`` where the query cannot be read.
  public func ids(answering query: String) throws(ArchiveError) -> [String] {
    try outlines(at: handles(answering: query)).map(\.id)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is said of an article wherever it is listed.
  ///
  /// - Throws: ``ArchiveError/unknownArticle(id:)`` where there is none.
  public func summary(ofArticle id: String) throws(ArchiveError) -> ArticleSummary {
    ArticleSummary(try record(ofArticle: id))
  }
}
