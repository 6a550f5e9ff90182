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
    var watch = StopWatch()
    let prepared = try PreparedSearch(text, options, in: self)
    let depth = options.offset + options.limit
    // Where outlets are spread, every page is cut from one order, that of so many results.
    let wanted = options.spreadsOutlets ? max(depth, Self.spreadResults) : depth
    var found = try prepared.found(depth: wanted)
    watch.lap(\.ranking)
    var assembly = try ResultAssembly(archive: self, query: prepared.query, options: options)
    var next = 0
    var isCutOff = false
    while assembly.count < wanted, !isCutOff {
      if next == found.candidates.count, found.hasMore {
        // Many of the best are one text: it takes more of them for a page.
        found = try prepared.found(depth: wanted, limit: min(8 * found.limit, wanted + Self.mostFolded + 1))
        watch.lap(\.ranking)
      }
      guard next < found.candidates.count else { break }
      try assembly.add(found.candidates[next], watch: &watch)
      next += 1
      isCutOff = next - assembly.count > Self.mostFolded && assembly.count < wanted
    }
    if options.spreadsOutlets { assembly.spreadOutlets() }
    let results = assembly.page
    watch.lap(\.extracts)
    let told = try QueryNotices(archive: self, query: prepared.query).all()
    var notices = told.sentences
    if isCutOff, options.grouping == .text {
      notices.append(
        "the \(next) best articles are \(assembly.count) \(assembly.count == 1 ? "text" : "texts"), and no more were looked at; "
          + "--group article lists them one by one")
    }
    if found.candidates.isEmpty {
      notices += try EmptyParts(archive: self, query: prepared.query).sentences()
    }
    let facets = try prepared.facets(found)
    watch.lap(\.rest)
    return SearchResults(
      results: results, matchingPassages: found.matchingPassages,
      answeringArticles: found.answers?.articles.count, basis: found.answers?.basis ?? .conditions,
      countIsExact: found.countIsExact,
      notices: notices, suggestions: told.suggestions, facets: facets, timings: watch.timings)
  }

  /// The articles that are found to be texts of earlier results before a search looks at no more.
  private static let mostFolded = 1_900

  /// How many results are looked at to spread outlets.
  private static let spreadResults = 100

  /// Ranks articles only, for evaluation.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - options: How many articles, and how they are ranked; they are not put together into texts.
  public func rankedArticles(
    _ text: String, options: SearchOptions
  ) throws(ArchiveError) -> ArticleRun {
    var watch = StopWatch()
    var options = options
    options.grouping = .article
    let found = try PreparedSearch(text, options, in: self).found(depth: options.limit)
    watch.lap(\.ranking)
    let best = Array(found.candidates.prefix(options.limit))
    let records = try records(at: best.map(\.article))
    return ArticleRun(
      articles: zip(records, best).map { ($0.article.id, $1.score) }, timings: watch.timings)
  }
}

/// A ranking of articles, for evaluation.
public struct ArticleRun: Sendable {
  /// Ids and scores, the best first.
  public var articles: [(id: String, score: Double)]
  /// How long the ranking took; reading the ids is left out.
  public var timings: SearchTimings
}
