internal import Articles
internal import Ranking
internal import SearchIndex

/// Finds the articles that answer a query best: passages by the index, then articles by all that they have of
/// the query.
struct CandidateRanking {
  let archive: Archive
  let query: PreparedQuery
  private var parameters: RankingParameters { query.parameters }

  init(archive: Archive, query: PreparedQuery) {
    self.archive = archive
    self.query = query
  }

  /// An article with the passage of it to show.
  struct Candidate {
    let article: ArticleHandle
    let ordinal: Int
    let score: Double

    var passage: PassageHandle { PassageHandle(article: article, ordinal: ordinal) }
  }

  /// What was found.
  struct Found {
    var candidates: [Candidate]
    var matchingPassages: Int
    var countIsExact: Bool
    /// Whether a greater limit may give more candidates, after these.
    var hasMore = false
    /// The most candidates that were asked for.
    var limit = 0
  }

  /// The best articles, or for a grouping of none the best passages; in order.
  ///
  /// - Parameters:
  ///   - depth: The number of results that are wanted.
  ///   - limit: The most articles of a query of words, at least ``depth``; those of a smaller limit are the first
  ///     ones of a greater. Other queries look at ``RankingParameters/candidatePassages``.
  func found(options: SearchOptions, depth: Int, limit: Int = 0) throws(ArchiveError) -> Found {
    let order: HitOrder =
      switch options.order {
      case .newest: .newest
      case .oldest: .oldest
      case .relevance: query.isFilterOnly ? .newest : .relevance
      }
    let isScored = order == .relevance && options.grouping != .none && !query.stems.isEmpty
    if isScored, query.isAnyOfWords {
      let limit = max(limit, Self.closeArticles(depth))
      let ranked = try ranked(limit: limit)
      return Found(
        candidates: try candidates(ranked, depth: depth), matchingPassages: ranked.matchingPassages,
        countIsExact: true, hasMore: ranked.articles.count == limit, limit: limit)
    }
    let limit = max(parameters.candidatePassages, depth)
    let lookup = try query.lookup
    let page = try indexed { () throws(IndexError) in
      try archive.reader.search(SearchRequest(lookup, limit: limit, order: order))
    }
    let hits = order == .oldest ? try oldest(limit: limit) : page.hits
    let found =
      isScored ? try scored(hits, depth: depth, limit: limit) : inOrder(hits, options.grouping)
    return Found(
      candidates: found, matchingPassages: page.estimatedMatches, countIsExact: page.matchesAreExact)
  }

  /// The passages published first, then those without a date, which the index would put before all others.
  private func oldest(limit: Int) throws(ArchiveError) -> [PassageHit] {
    let lookup = try query.lookup
    let isDated = IndexQuery.published(from: ArticleDate(year: 1), to: nil)
    return try indexed { () throws(IndexError) in
      let dated = try archive.reader.search(
        SearchRequest(.filter(lookup, by: [isDated]), limit: limit, order: .oldest)
      ).hits
      guard dated.count < limit else { return dated }
      let undated = SearchRequest(.except(lookup, [isDated]), limit: limit - dated.count)
      return dated + (try archive.reader.search(undated).hits)
    }
  }

  private func inOrder(_ hits: [PassageHit], _ grouping: ResultGrouping) -> [Candidate] {
    var seen: Set<ArticleHandle> = []
    return hits.filter { grouping == .none || seen.insert($0.article).inserted }.map {
      Candidate(article: $0.article, ordinal: $0.passage.ordinal, score: $0.score)
    }
  }

  // MARK: Scores of articles

  /// The articles of some passages by their words; those that match without any word that counts come last.
  private func scored(_ hits: [PassageHit], depth: Int, limit: Int) throws(ArchiveError) -> [Candidate] {
    let ranked = try candidates(ranked(limit: limit, among: hits.map(\.article)), depth: depth)
    let known = Set(ranked.map(\.article))
    let others = inOrder(hits.filter { !known.contains($0.article) }, .article)
    return ranked + others.map { Candidate(article: $0.article, ordinal: $0.ordinal, score: 0) }
  }

  /// The best articles by words alone.
  ///
  /// - Parameter candidates: If not nil, the only articles that are looked at.
  private func ranked(
    limit: Int, among candidates: [ArticleHandle]? = nil
  ) throws(ArchiveError) -> RankedArticles {
    let words = zip(query.stems, query.weights.weights).map { WeighedWord(stems: $0, weight: $1) }
    let collection = try archive.collection()
    var ranking = WordRanking(words, limit: limit, candidates: candidates)
    ranking.saturation = parameters.saturation
    ranking.lengthShare = parameters.lengthShare
    ranking.titleWeight = parameters.titleWeight
    ranking.articleShare = parameters.articleShare
    ranking.averageArticleLength = collection.averageArticleLength
    ranking.averagePassageLength = collection.averagePassageLength
    return try indexed { () throws(IndexError) in try archive.reader.ranked(ranking) }
  }

  /// The articles that may come up to the page when nearness counts, by the number that it shows.
  private static func closeArticles(_ depth: Int) -> Int { max(2 * depth, 30) }

  /// The articles in their final order: nearness is read for those that can still come up to the page, not for
  /// all.
  private func candidates(_ ranked: RankedArticles, depth: Int) throws(ArchiveError) -> [Candidate] {
    let scorer = ArticleScorer(weights: query.weights, pairs: query.terms.pairs, parameters: parameters)
    let nearness = PairNearness(archive: archive, query: query, distance: parameters.pairDistance)
    let close = query.terms.pairs.isEmpty ? 0 : min(Self.closeArticles(depth), ranked.articles.count)
    let pairs = try nearness.pairs(of: ranked, articles: 0..<close)
    let candidates = ranked.articles.enumerated().map { index, article in
      let passages = article.passages.map { passage in
        ArticleScorer.Passage(
          score: ranked.passages[passage].score, pairs: index < close ? pairs[passage] ?? [] : [])
      }
      let total = scorer.total(base: article.base, passages: passages)
      return Candidate(article: article.extent.article, ordinal: total.passage, score: total.score)
    }
    let first = candidates[..<close].enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return first.map(\.element) + candidates[close...]
  }
}
