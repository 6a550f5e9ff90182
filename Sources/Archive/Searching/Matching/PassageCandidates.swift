internal import Articles
internal import Query
internal import Ranking
internal import SearchIndex

/// Finds the passages that answer a query by themselves, and their articles: what `--passages` asks for.
struct PassageCandidates {
  private typealias Candidate = CandidateRanking.Candidate

  let archive: Archive
  let query: PreparedQuery

  /// The best passages, or the articles of the best ``RankingParameters/candidatePassages``; in order.
  func found(options: SearchOptions, depth: Int) throws(ArchiveError) -> CandidateRanking.Found {
    let order: HitOrder =
      switch options.order {
      case .newest: .newest
      case .oldest: .oldest
      case .relevance: query.isFilterOnly ? .newest : .relevance
      }
    let isScored = order == .relevance && options.grouping != .none && !query.stems.isEmpty
    let limit = max(query.parameters.candidatePassages, depth)
    let lookup = try query.lookup
    let page = try indexed { () throws(IndexError) in
      try archive.reader.search(SearchRequest(lookup, limit: limit, order: order))
    }
    let hits = order == .oldest ? try oldest(limit: limit) : page.hits
    let found =
      isScored ? try scored(hits, depth: depth, limit: limit) : inOrder(hits, options.grouping)
    return .init(
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

  private func inOrder(_ hits: [PassageHit], _ grouping: ResultGrouping) -> [CandidateRanking.Candidate] {
    var seen: Set<ArticleHandle> = []
    return hits.filter { grouping == .none || seen.insert($0.article).inserted }.map {
      Candidate(article: $0.article, ordinal: $0.passage.ordinal, score: $0.score)
    }
  }

  /// The articles of some passages by their words; those that match without any word that counts come last.
  private func scored(
    _ hits: [PassageHit], depth: Int, limit: Int
  ) throws(ArchiveError) -> [CandidateRanking.Candidate] {
    let ranking = CandidateRanking(archive: archive, query: query)
    var among = try indexed { () throws(IndexError) in try archive.reader.articles(withAnyOf: []) }
    for hit in hits { among.insert(hit.article) }
    let ranked = try ranking.candidates(ranking.ranked(limit: limit, among: among), depth: depth)
    let known = Set(ranked.map(\.article))
    let others = inOrder(hits.filter { !known.contains($0.article) }, .article)
    return ranked + others.map { Candidate(article: $0.article, ordinal: $0.ordinal, score: 0) }
  }
}
