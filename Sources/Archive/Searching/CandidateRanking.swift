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
    var score: Double
    /// The scores of its passages, where they were scored.
    var passageScores: [Double] = []

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
    /// The articles that answer; nil where they were not told from those that have any word.
    var answers: QueryAnswers?
  }

  /// The best articles, or for a grouping of none the best passages; in order.
  ///
  /// - Parameters:
  ///   - depth: The number of results that are wanted.
  ///   - limit: The most articles, at least ``depth``; those of a smaller limit are the first ones of a greater.
  func found(options: SearchOptions, depth: Int, limit: Int = 0) throws(ArchiveError) -> Found {
    let isScored = options.order == .relevance && !query.isFilterOnly && !query.stems.isEmpty
    let limit = max(limit, Self.closeArticles(depth))
    if isScored, query.isAnyOfWords, options.grouping != .none {
      let ranked = try ranked(limit: limit)
      let found = try candidates(ranked, depth: depth)
      return Found(
        candidates: try quotedFirst(found, among: nil, limit: limit, depth: depth),
        matchingPassages: ranked.matchingPassages,
        countIsExact: true, hasMore: ranked.articles.count == limit, limit: limit)
    }
    if options.matchesPassages || options.grouping == .none {
      return try PassageCandidates(archive: archive, query: query).found(options: options, depth: depth)
    }
    guard isScored else { return try dated(options.order, limit: limit) }
    let answers = try QueryAnswers(all: query, in: archive)
    let ranked = try ranked(limit: limit, among: answers.articles)
    var found = try candidates(ranked, depth: depth)
    found = try quotedFirst(found, among: answers.articles, limit: limit, depth: depth)
    if found.count < limit { found += others(answers.articles, without: found, limit: limit - found.count) }
    return Found(
      candidates: found, matchingPassages: ranked.matchingPassages, countIsExact: true,
      hasMore: found.count == limit, limit: limit, answers: answers)
  }

  /// The articles that answer without a word that counts for the order.
  private func others(_ answers: ArticleSet, without found: [Candidate], limit: Int) -> [Candidate] {
    let known = Set(found.map(\.article))
    return answers.articles.lazy.filter { !known.contains($0) }.prefix(limit).map {
      Candidate(article: $0, ordinal: 0, score: 0)
    }
  }

  // MARK: Dates

  /// The articles that answer in the order of their dates, those without one last.
  private func dated(_ order: ResultOrder, limit: Int) throws(ArchiveError) -> Found {
    let answers = try QueryAnswers(most: query, ranking: self, in: archive)
    let all = answers.articles.articles
    let dates = try indexed { () throws(IndexError) in try archive.reader.publicationDates(of: all) }
    let scores =
      order == .relevance
      ? try SubjectOrder(archive: archive, query: query)?.scores(of: answers.articles) : nil
    let sorted = zip(all, dates).enumerated().sorted { left, right in
      if let scores {
        let (first, second) = (scores[left.element.0] ?? 0, scores[right.element.0] ?? 0)
        if first != second { return first > second }
      }
      guard let first = left.element.1 else { return right.element.1 == nil && left.offset < right.offset }
      guard let second = right.element.1 else { return true }
      if first == second { return left.offset < right.offset }
      return order == .oldest ? first < second : first > second
    }
    let chosen = sorted.prefix(limit).map(\.element.0)
    let best = try bestPassages(of: chosen)
    return Found(
      candidates: chosen.map { Candidate(article: $0, ordinal: best[$0] ?? 0, score: scores?[$0] ?? 0) },
      matchingPassages: all.count, countIsExact: true, hasMore: chosen.count == limit, limit: limit,
      answers: answers)
  }

  /// The passage of each article that has most of the query's words; those without one are left out.
  private func bestPassages(of articles: [ArticleHandle]) throws(ArchiveError) -> [ArticleHandle: Int] {
    guard !query.stems.isEmpty, !articles.isEmpty else { return [:] }
    var among = try indexed { () throws(IndexError) in try archive.reader.articles(withAnyOf: []) }
    for article in articles { among.insert(article) }
    let ranked = try candidates(ranked(limit: articles.count, among: among), depth: articles.count)
    return Dictionary(ranked.map { ($0.article, $0.ordinal) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Scores of articles

  /// The best articles by words alone.
  ///
  /// - Parameter among: If not nil, the only articles that are looked at.
  func ranked(limit: Int, among: ArticleSet? = nil) throws(ArchiveError) -> RankedArticles {
    let words = zip(query.stems, query.weights.weights).map { WeighedWord(stems: $0, weight: $1) }
    let collection = try archive.collection()
    var ranking = WordRanking(words, limit: limit, among: among)
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
  func candidates(_ ranked: RankedArticles, depth: Int) throws(ArchiveError) -> [Candidate] {
    let scorer = ArticleScorer(weights: query.weights, pairs: query.terms.pairs, parameters: parameters)
    let nearness = PairNearness(archive: archive, query: query, distance: parameters.pairDistance)
    let close = min(Self.closeArticles(depth), ranked.articles.count)
    let pairs = try nearness.pairs(of: ranked, articles: 0..<close)
    let candidates = ranked.articles.enumerated().map { index, article in
      let passages = article.passages.map { passage in
        ArticleScorer.Passage(
          score: ranked.passages[passage].score, pairs: index < close ? pairs[passage] ?? [] : [])
      }
      let total = scorer.total(base: article.base, passages: passages)
      return Candidate(
        article: article.extent.article, ordinal: total.passage, score: total.score,
        passageScores: query.isAnyOfWords ? [] : passages.map(\.score))
    }
    let first = candidates[..<close].enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return first.map(\.element) + candidates[close...]
  }

  // MARK: Quotations

  /// Some candidates with those first that have the query's words in a row, where it looks like a quotation.
  ///
  /// - Parameter among: The only articles that answer; nil for all.
  private func quotedFirst(
    _ candidates: [Candidate], among: ArticleSet?, limit: Int, depth: Int
  ) throws(ArchiveError) -> [Candidate] {
    guard let quotation = UnquotedQuotation(archive: archive, query: query) else { return candidates }
    let quoting = try quotation.articles(among: among)
    guard !quoting.isEmpty else { return candidates }
    var first = try self.candidates(ranked(limit: limit, among: quoting), depth: depth)
    // Scores descend from the first result to the last.
    let best = candidates.first?.score ?? 0
    for index in first.indices { first[index].score += best }
    let known = Set(first.map(\.article))
    return Array((first + candidates.filter { !known.contains($0.article) }).prefix(limit))
  }
}
