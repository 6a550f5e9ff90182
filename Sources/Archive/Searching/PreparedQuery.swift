internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// A query made ready for one archive: its terms in the index, what each of them weighs, and what to look up.
struct PreparedQuery {
  let query: Query
  let terms: RankedTerms
  /// For each term, the stem that stands for it in each language.
  let stems: [[[UInt8]]]
  let weights: TermWeights
  let lookup: IndexQuery
  /// For each term, how often it occurs.
  let statistics: [Ranking.TermStatistics]

  /// Reads a query and looks its terms up.
  ///
  /// - Throws: ``ArchiveError/query(_:)`` for a query that cannot be read.
  init(_ text: String, _ syntax: QuerySyntax, in archive: Archive) throws(ArchiveError) {
    query = try Self.parsed(text, syntax)
    let ranked = query.withoutStopWords(StopList.list(for: query))
    let compiler = QueryCompiler(
      languages: try archive.stemmingLanguages(), names: EntityNames(reader: archive.reader))
    terms = RankedTerms(ranked) { compiler.key(of: $0) }
    stems = terms.terms.map { compiler.stems(of: [$0.token]).map { $0[0] } }
    statistics = try Self.statistics(of: terms, stems, in: archive)
    weights = TermWeights(statistics, in: try archive.collection())
    var factors: [UInt64: Double] = [:]
    for (term, factor) in zip(terms.terms, weights.factors) { factors[term.key] = factor }
    lookup = try compiler.weighted(by: factors).compiled(
      (syntax == .plainText ? ranked.loosened() : ranked).root)
  }

  private static func parsed(_ text: String, _ syntax: QuerySyntax) throws(ArchiveError) -> Query {
    do throws(QueryError) {
      switch syntax {
      case .full: return try QueryParser.parse(text)
      case .plainText: return try QueryParser.parse(plainText: text)
      }
    } catch {
      throw .query(error)
    }
  }

  /// The terms as the index has them in the text.
  var textTerms: [IndexTerm] { stems.map { .word($0[0]) } }
  /// The terms as the index has them in headlines.
  var titleTerms: [IndexTerm] { stems.map { .title($0[0]) } }

  private static func statistics(
    of terms: RankedTerms, _ stems: [[[UInt8]]], in archive: Archive
  ) throws(ArchiveError) -> [Ranking.TermStatistics] {
    let found = try indexed { () throws(IndexError) in
      try archive.reader.termStatistics(stems.map { .word($0[0]) })
    }
    let articles = try indexed { () throws(IndexError) in
      try archive.reader.articleFrequencies(stems.map { .word($0[0]) })
    }
    return zip(zip(terms.terms, found), articles).map { pair, articles in
      let (term, found) = pair
      return Ranking.TermStatistics(
        articles: articles, occurrences: found.occurrences, queryFrequency: term.queryFrequency)
    }
  }
}
