internal import Articles
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

extension Archive {
  /// Ranks the passages that answer a query, and finds who repeats each of them.
  ///
  /// - Parameters:
  ///   - text: The query, in the language of `QUERY-LANGUAGE.md`; may be empty for results like an article.
  ///   - options: Which results, and how they are put together.
  /// - Throws: ``ArchiveError/query(_:)`` for a query that cannot be read, with what is wrong and where;
  ///   ``ArchiveError/unknownArticle(id:)`` where there is no article that results are to be like.
  public func search(
    _ text: String, options: SearchOptions = SearchOptions()
  ) throws(ArchiveError) -> SearchResults {
    let prepared = try PreparedSearch(text, options, in: self)
    let depth = options.offset + options.limit
    // Where outlets are spread, every page is cut from one order, that of so many results.
    let wanted = options.spreadsOutlets ? max(depth, Self.spreadResults) : depth
    let found = try prepared.found(depth: wanted)
    var assembly = ResultAssembly(archive: self, query: prepared.query, options: options)
    for candidate in found.candidates where assembly.count < wanted { try assembly.add(candidate) }
    if options.spreadsOutlets { assembly.spreadOutlets() }
    let results = assembly.page
    var notices = try QueryNotices(archive: self, query: prepared.query).all()
    if found.candidates.isEmpty {
      notices += try EmptyParts(archive: self, query: prepared.query).sentences()
    }
    return SearchResults(
      results: results, matchingPassages: found.matchingPassages, countIsExact: found.countIsExact,
      notices: notices, facets: try prepared.facets())
  }

  /// How many results are looked at to spread outlets.
  private static let spreadResults = 100

  /// Ranks articles only, for evaluation: ids and scores, the best first.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - options: How many articles, and how they are ranked; they are not put together into texts.
  public func rankedArticles(
    _ text: String, options: SearchOptions
  ) throws(ArchiveError) -> [(id: String, score: Double)] {
    var options = options
    options.grouping = .article
    let found = try PreparedSearch(text, options, in: self).found(depth: options.limit)
    let best = Array(found.candidates.prefix(options.limit))
    return zip(try records(at: best.map(\.article)), best).map { ($0.article.id, $1.score) }
  }
}
