public import Articles
internal import SearchIndex

extension Archive {
  private static let articlesAtOnce = 128

  /// Gives every article, as it was given, to `body`, without holding more than a few of them.
  ///
  /// They come as they lie in the files, which is no order that lasts. Each is held against the SHA-256 that was kept
  /// when it came in, so that what leaves an archive is what went in.
  ///
  /// - Parameter query: Articles that do not answer this query are left out.
  /// - Throws: ``ArchiveError/damagedRecord(path:)`` for an article that is not as it was given.
  /// - Returns: The number of articles given.
  @discardableResult
  public func forEachArticle(
    answering query: String? = nil, _ body: (Article) throws(ArchiveError) -> Void
  ) throws(ArchiveError) -> Int {
    let handles = try handles(answering: query)
    for start in stride(from: 0, to: handles.count, by: Self.articlesAtOnce) {
      let batch = Array(handles[start..<min(start + Self.articlesAtOnce, handles.count)])
      let hashes = try indexed { () throws(IndexError) in try reader.contentHashes(of: batch) }
      for (record, hash) in zip(try records(at: batch), hashes) {
        guard ContentHash(record.article).bytes == hash else { throw .damagedRecord(path: path) }
        try body(record.article)
      }
    }
    return handles.count
  }

  func handles(answering query: String?) throws(ArchiveError) -> [ArticleHandle] {
    guard let query else { return try indexed { () throws(IndexError) in try reader.articles() } }
    let lookup = try PreparedQuery(query, .full, in: self).lookup
    return try ArticleMatcher(archive: self).answers(lookup).articles
  }
}
