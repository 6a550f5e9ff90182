internal import Query
internal import SearchIndex

/// The articles that answer a query, and by which rule.
struct QueryAnswers {
  let articles: ArticleSet
  let basis: AnswerBasis

  /// Queries of more words than these are answered by score: of a pasted paragraph no article has most words.
  private static let mostWords = 12
  /// The share of the best score that answers a query of many words.
  private static let leastShare = 0.5
  /// The most articles that answer by their score.
  private static let mostScored = 1_000

  /// The articles that meet all conditions, with any of the words where these are alternatives.
  init(all query: PreparedQuery, in archive: Archive) throws(ArchiveError) {
    articles = try ArticleMatcher(archive: archive).answers(query.lookup)
    basis = .conditions
  }

  /// The articles that meet all conditions, and have most of the words where these are alternatives.
  ///
  /// An article that has one word of five answers a ranking, where it comes last. It is no answer where articles are
  /// counted, or are sorted by something else.
  init(
    most query: PreparedQuery, ranking: CandidateRanking, in archive: Archive
  ) throws(ArchiveError) {
    let matcher = ArticleMatcher(archive: archive)
    if query.isLike {
      let all = query.isAnyOfWords ? nil : try matcher.answers(query.lookup)
      try self.init(scoredAmong: all, ranking, archive)
      return
    }
    guard let (words, others) = try query.alternatives(), words.count > 1 else {
      try self.init(all: query, in: archive)
      return
    }
    if words.count > Self.mostWords {
      let all = others == .all ? nil : try matcher.answers(others)
      try self.init(scoredAmong: all, ranking, archive)
      return
    }
    let found = try indexed { () throws(IndexError) in
      try archive.reader.articles(withAtLeast: words.count / 2 + 1, of: words)
    }
    try self.init(
      matcher.answers(others, among: found.articles), .words(least: found.words, of: words.count))
  }

  private init(_ articles: ArticleSet, _ basis: AnswerBasis) {
    self.articles = articles
    self.basis = basis
  }

  private init(
    scoredAmong all: ArticleSet?, _ ranking: CandidateRanking, _ archive: Archive
  ) throws(ArchiveError) {
    let ranked = try ranking.ranked(limit: Self.mostScored, among: all)
    let least = Self.leastShare * (ranked.articles.first?.score ?? 0)
    var articles = try indexed { () throws(IndexError) in try archive.reader.articles(withAnyOf: []) }
    for article in ranked.articles where article.score >= least { articles.insert(article.extent.article) }
    self.articles = articles
    basis = .score(share: Self.leastShare)
  }
}
