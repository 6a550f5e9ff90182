internal import Articles
internal import Ranking
internal import SearchIndex

/// Finds the articles that answer a query best: passages by the index, then articles by all that they have of
/// the query.
struct CandidateRanking {
  let archive: Archive
  let query: PreparedQuery
  private let columns: QueryColumns
  private var parameters: RankingParameters { query.parameters }

  init(archive: Archive, query: PreparedQuery) {
    self.archive = archive
    self.query = query
    columns = QueryColumns(query)
  }

  /// An article with the passage of it to show.
  struct Candidate {
    let article: ArticleHandle
    let ordinal: Int
    let score: Double
  }

  /// What was found.
  struct Found {
    var candidates: [Candidate]
    var matchingPassages: Int
    var countIsExact: Bool
  }

  /// The best articles, or for a grouping of none the best passages; in order.
  ///
  /// - Parameter depth: The number of candidates that are wanted, at the least, where there are so many.
  func found(options: SearchOptions, depth: Int) throws(ArchiveError) -> Found {
    let order: HitOrder =
      switch options.order {
      case .newest: .newest
      case .oldest: .oldest
      case .relevance: query.isFilterOnly ? .newest : .relevance
      }
    let limit = max(parameters.candidatePassages, depth)
    let page = try indexed { () throws(IndexError) in
      try archive.reader.search(SearchRequest(query.lookup, limit: limit, order: order))
    }
    let isScored = order == .relevance && options.grouping != .none && !query.stems.isEmpty
    let hits = order == .oldest ? try oldest(limit: limit) : page.hits
    return Found(
      candidates: isScored ? try scored(hits, depth: depth) : inOrder(hits, options.grouping),
      matchingPassages: page.estimatedMatches, countIsExact: page.matchesAreExact)
  }

  /// The passages published first, then those without a date, which the index would put before all others.
  private func oldest(limit: Int) throws(ArchiveError) -> [PassageHit] {
    let isDated = IndexQuery.published(from: ArticleDate(year: 1), to: nil)
    return try indexed { () throws(IndexError) in
      let dated = try archive.reader.search(
        SearchRequest(.filter(query.lookup, by: [isDated]), limit: limit, order: .oldest)
      ).hits
      guard dated.count < limit else { return dated }
      let undated = SearchRequest(.except(query.lookup, [isDated]), limit: limit - dated.count)
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

  private func scored(_ hits: [PassageHit], depth: Int) throws(ArchiveError) -> [Candidate] {
    var seen: Set<ArticleHandle> = []
    let articles = hits.filter { seen.insert($0.article).inserted }.map(\.extent)
    let scorer = ArticleScorer(weights: columns.weights, in: try archive.collection(), parameters: parameters)
    let first = scorer.ranked(try evidence(of: articles, pairs: []))
    // Nearness is read for those that can still come up to the page, not for all.
    let close = first.prefix(max(2 * depth, 30)).map { articles[$0.article] }
    let pairs = columns.pairs
    guard !pairs.isEmpty else { return candidates(first, articles) }
    let exact = ArticleScorer(
      weights: columns.weights, pairs: pairs, in: try archive.collection(), parameters: parameters)
    let second = exact.ranked(try evidence(of: close, pairs: pairs))
    return candidates(second, close) + candidates(Array(first.dropFirst(close.count)), articles)
  }

  private func candidates(_ ranked: [ArticleScorer.Ranked], _ articles: [ArticleExtent]) -> [Candidate] {
    var firstPassage: [Int] = []
    var next = 0
    for article in articles {
      firstPassage.append(next)
      next += article.passageCount
    }
    return ranked.map {
      Candidate(
        article: articles[$0.article].article, ordinal: $0.passage - firstPassage[$0.article], score: $0.score
      )
    }
  }

  /// What all passages of some articles have of the query.
  private func evidence(
    of articles: [ArticleExtent], pairs: [RankedTerms.Pair]
  ) throws(ArchiveError) -> CandidateEvidence {
    let count = columns.textTerms.count
    let terms = columns.textTerms + columns.titleTerms
    let table = try indexed { () throws(IndexError) in
      try archive.reader.termFrequencies(terms, in: articles)
    }
    let near = try nearness(of: articles, pairs: pairs)
    let leads = try leadFrequencies(of: articles)
    var evidence = CandidateEvidence(termCount: count, pairCount: pairs.count)
    for (article, passages) in zip(articles, table.passages) {
      let head = passages.lowerBound
      let title = (0..<count).map { Int32(table.frequency(ofTerm: count + $0, inPassage: head)) }
      evidence.addArticle(
        titleLength: article.titleLength, titleFrequencies: leads[article.article] ?? title)
      for passage in passages {
        evidence.addPassage(
          length: Int(table.lengths[passage]) - article.titleLength,
          frequencies: (0..<count).map { Int32(table.frequency(ofTerm: $0, inPassage: passage)) },
          pairs: near[passage])
      }
    }
    return evidence
  }

  /// For articles without a headline, how often each term occurs in the words that stand in for one.
  private func leadFrequencies(of articles: [ArticleExtent]) throws(ArchiveError) -> [ArticleHandle: [Int32]]
  {
    let untitled = articles.filter { $0.titleLength == 0 }.map {
      PassageHandle(article: $0.article, ordinal: 0)
    }
    guard !untitled.isEmpty else { return [:] }
    let positions = try indexed { () throws(IndexError) in
      try archive.reader.positions(of: columns.textTerms, in: untitled)
    }
    var frequencies: [ArticleHandle: [Int32]] = [:]
    for (passage, lists) in zip(untitled, positions) {
      frequencies[passage.article] = lists.map { list in
        Int32(list.count { $0 <= CandidateEvidence.leadLength })
      }
    }
    return frequencies
  }

  /// For each passage, whether the terms of each pair stand near each other in it.
  private func nearness(
    of articles: [ArticleExtent], pairs: [RankedTerms.Pair]
  ) throws(ArchiveError) -> [[Bool]] {
    let passages = articles.flatMap { article in
      (0..<article.passageCount).map { PassageHandle(article: article.article, ordinal: $0) }
    }
    guard !pairs.isEmpty else { return Array(repeating: [], count: passages.count) }
    let positions = try indexed { () throws(IndexError) in
      try archive.reader.positions(of: columns.textTerms, in: passages)
    }
    return positions.map { lists in
      let lists = lists.map { $0.map { Int32($0) } }
      return pairs.map { Proximity.isWithin(parameters.pairDistance, lists[$0.first], lists[$0.second]) }
    }
  }
}
