internal import Articles
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

extension Archive {
  /// Ranks the passages that answer a query, and finds who repeats each of them.
  ///
  /// - Parameters:
  ///   - text: The query, in the language of `QUERY-LANGUAGE.md`.
  ///   - options: Which results, and how they are put together.
  /// - Throws: ``ArchiveError/query(_:)`` for a query that cannot be read, with what is wrong and where.
  public func search(
    _ text: String, options: SearchOptions = SearchOptions()
  ) throws(ArchiveError) -> SearchResults {
    let query = try PreparedQuery(text, options.syntax, in: self)
    let depth = options.offset + options.limit
    let found = try CandidateRanking(archive: self, query: query).found(options: options, depth: depth)
    var assembly = ResultAssembly(archive: self, query: query, options: options)
    for candidate in found.candidates where assembly.count < depth { try assembly.add(candidate) }
    return SearchResults(
      results: assembly.page, matchingPassages: found.matchingPassages, countIsExact: found.countIsExact,
      notices: try QueryNotices(archive: self, query: query).all())
  }

  /// Ranks articles only, for evaluation: ids and scores, the best first.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - limit: The most articles.
  ///   - syntax: How the text of the query is read.
  public func rankedArticles(
    _ text: String, limit: Int, syntax: QuerySyntax = .full
  ) throws(ArchiveError) -> [(id: String, score: Double)] {
    let query = try PreparedQuery(text, syntax, in: self)
    let options = SearchOptions(limit: limit, grouping: .article)
    let found = try CandidateRanking(archive: self, query: query).found(options: options, depth: limit)
    let best = Array(found.candidates.prefix(limit))
    return zip(try records(at: best.map(\.article)), best).map { ($0.article.id, $1.score) }
  }
}
