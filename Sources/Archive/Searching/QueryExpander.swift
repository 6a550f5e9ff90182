internal import Ranking
internal import SearchIndex

/// Widens a query by what its best articles have in common: the relevance model of ``RelevanceModel``.
struct QueryExpander {
  let archive: Archive
  private let model = RelevanceModel()

  init(archive: Archive) { self.archive = archive }

  /// The query with the terms that come in; the same query where nothing answers it, or it has no words.
  func expanded(_ query: PreparedQuery) throws(ArchiveError) -> PreparedQuery {
    let own = ownTerms(of: query)
    guard !own.isEmpty else { return query }
    let feedback = try feedback(for: query)
    let rarity = try rarity(of: Set(feedback.flatMap(\.frequencies.keys)))
    let shares = model.expanded(own, feedback: feedback) { rarity[$0] ?? 0 }
    // In the scale of the query: its own terms keep the frequencies that they have.
    let scale = own.values.reduce(0, +) / model.queryShare
    let additions = shares.compactMap { term, share -> PreparedQuery.Addition? in
      let frequency = share * scale - (own[term] ?? 0)
      return frequency > 0 ? .init(stems: [Array(term.utf8)], frequency: frequency) : nil
    }
    return try query.adding(additions, in: archive)
  }

  /// The terms of the query by the first of their stems, with how often it has each.
  private func ownTerms(of query: PreparedQuery) -> [String: Double] {
    let pairs = zip(query.stems, query.terms.terms).map { stems, term in
      (String(decoding: stems[0], as: UTF8.self), term.queryFrequency)
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }

  /// The terms of the articles that answer the query best.
  private func feedback(
    for query: PreparedQuery
  ) throws(ArchiveError) -> [RelevanceModel.Feedback<String>] {
    let count = model.articleCount
    let options = SearchOptions(limit: count, grouping: .article)
    let found = try CandidateRanking(archive: archive, query: query).found(options: options, depth: count)
    let best = Array(found.candidates.prefix(count))
    let generator = TermGenerator()
    return zip(try archive.records(at: best.map(\.article)), best).map { record, candidate in
      .init(score: candidate.score, frequencies: FeedbackTerms(record, generator).frequencies)
    }
  }

  /// The inverse document frequency of some terms, with the number of articles estimated from passages.
  private func rarity(of terms: Set<String>) throws(ArchiveError) -> [String: Double] {
    let terms = Array(terms)
    let known = try PreparedQuery.statistics(
      ofWords: terms.map { [Array($0.utf8)] }, in: archive, isCounted: false)
    let all = try archive.collection().articles
    return Dictionary(
      uniqueKeysWithValues: zip(terms, known).map { ($0, TermWeights.rarity($1.articles, of: all)) })
  }
}
