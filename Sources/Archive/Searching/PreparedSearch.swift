internal import Articles
internal import Query
internal import Ranking
internal import SearchIndex

/// A search as its options want it: the query widened or made of an article, and the candidates in their order.
struct PreparedSearch {
  let query: PreparedQuery
  private let archive: Archive
  private let options: SearchOptions
  /// Articles that are no results.
  private let leftOut: Set<ArticleHandle>

  init(_ text: String, _ options: SearchOptions, in archive: Archive) throws(ArchiveError) {
    self.archive = archive
    self.options = options
    guard let like = options.like else {
      let typed = try PreparedQuery(text, options.syntax, in: archive, parameters: options.parameters)
      let plain = try NameSpellings(archive: archive).withSpellings(typed)
      query = options.isExpanded ? try QueryExpander(archive: archive).expanded(plain) : plain
      leftOut = []
      return
    }
    let article = try ArticleLikeness(id: like, in: archive)
    let isNarrowed = text.utf8.contains { $0 > UInt8(ascii: " ") }
    let among =
      isNarrowed
      ? try PreparedQuery(text, options.syntax, in: archive, parameters: options.parameters)
      : try PreparedQuery(.everything, isLoose: false, in: archive, parameters: options.parameters)
    query = try article.query(among: among)
    leftOut = options.includesCopies ? [article.handle] : try article.copies()
  }

  /// The candidates in order.
  ///
  /// - Parameters:
  ///   - depth: How many results are wanted.
  ///   - limit: How many candidates to look at, at the least; age may bring up any of them.
  func found(depth: Int, limit: Int = 0) throws(ArchiveError) -> CandidateRanking.Found {
    let ranking = CandidateRanking(archive: archive, query: query)
    let least = options.freshness == nil ? 0 : query.parameters.candidatePassages
    var found = try ranking.found(
      options: options, depth: depth + leftOut.count, limit: max(limit, least))
    if !leftOut.isEmpty { found.candidates.removeAll { leftOut.contains($0.article) } }
    if let days = options.freshness, options.order == .relevance, !query.isFilterOnly {
      found.candidates = try fresher(found.candidates, Freshness(days: days))
    }
    return found
  }

  /// What was asked to be counted over the articles that answer; nil where nothing was.
  ///
  /// - Parameter found: What the search found.
  func facets(_ found: CandidateRanking.Found) throws(ArchiveError) -> SearchFacets? {
    guard !options.facets.isEmpty else { return nil }
    let ranking = CandidateRanking(archive: archive, query: query)
    let answers = try QueryAnswers(most: query, ranking: ranking, in: archive)
    let table = try indexed { () throws(IndexError) in try archive.facetMemory.table(archive.reader) }
    if let table {
      return try TabledFacets(archive: archive, table: table, answers: answers, limit: options.facetLimit)
        .facets(options.facets)
    }
    let counter = try FacetCounter(archive: archive, answers: answers, limit: options.facetLimit)
    return try counter.facets(options.facets)
  }

  /// The candidates in the order of their scores less what their age takes off.
  private func fresher(
    _ candidates: [CandidateRanking.Candidate], _ freshness: Freshness
  ) throws(ArchiveError) -> [CandidateRanking.Candidate] {
    let newest = try archive.latestDate()?.firstDay
    let dates = try indexed { () throws(IndexError) in
      try archive.reader.publicationDates(of: candidates.map(\.article))
    }
    let scores = zip(candidates, dates).map { candidate, date in
      let age = date?.firstDay.flatMap { day in newest.map { Double($0 - day) } }
      return candidate.score * freshness.factor(age: age)
    }
    return candidates.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.map { index in
      let old = candidates[index]
      return .init(article: old.article, ordinal: old.ordinal, score: scores[index])
    }
  }
}

extension ArticleDate {
  /// The first day that it can mean, counted from 1970.
  fileprivate var firstDay: Int? {
    ArticleDate(year: year, month: month ?? 1, day: day ?? 1)?.epochDay
  }
}
