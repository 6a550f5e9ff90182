internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// A query made ready for one archive: its terms in the index, what each of them weighs, and what to look up.
///
/// A term can have several stems, one for each language of the archive in which it is another. Articles are scored by
/// **columns**: a column is a stem, with the weight of its term. An article was stemmed by one language, so that it
/// has one of a term's stems.
struct PreparedQuery {
  /// The query as it was read.
  let query: Query
  let terms: RankedTerms
  /// For each term, the stem that stands for it in each language, the default one's first.
  let stems: [[[UInt8]]]
  /// For each term, how often it occurs.
  let statistics: [Ranking.TermStatistics]
  /// For each term, what it weighs.
  let termWeights: TermWeights
  /// The constants of the ranking.
  let parameters: RankingParameters

  /// For each column, its stem.
  private(set) var columns: [[UInt8]]
  /// For each column, what it weighs.
  private(set) var weights: TermWeights
  /// The pairs of the query's neighbours, as indices of columns.
  let pairs: [RankedTerms.Pair]
  /// What to look up.
  private(set) var lookup: IndexQuery
  /// Whether nothing gives an order, so that the newest come first.
  private(set) var isFilterOnly: Bool
  /// What extracts are to show.
  private(set) var shown: Query

  private let compiler: QueryCompiler
  /// The query as it is looked up: without stop words.
  private let ranked: Query

  /// Reads a query and looks its terms up.
  ///
  /// - Throws: ``ArchiveError/query(_:)`` for a query that cannot be read.
  init(
    _ text: String, _ syntax: QuerySyntax, in archive: Archive, parameters: RankingParameters = .init()
  ) throws(ArchiveError) {
    try self.init(
      Self.parsed(text, syntax), isLoose: syntax == .plainText, in: archive, parameters: parameters)
  }

  /// Looks the terms of a query up.
  ///
  /// - Parameter isLoose: Whether the parts of hyphenated words count alone too.
  init(
    _ query: Query, isLoose: Bool, in archive: Archive, parameters: RankingParameters
  ) throws(ArchiveError) {
    self.query = query
    self.parameters = parameters
    let stopList = parameters.usesStopList ? StopList.list(for: query) : .none
    let kept = query.withoutStopWords(stopList)
    ranked = isLoose ? kept.loosened() : kept
    let names = EntityNames(reader: archive.reader)
    var compiler = QueryCompiler(
      languages: try Self.languages(of: query, in: archive, parameters), names: names)
    try compiler.leaveOutAbsentStems(of: kept.allTokens, in: archive)
    let stemmed = compiler
    terms = RankedTerms(kept) { stemmed.key(of: $0) }
    let stems = terms.terms.map { stemmed.stems(of: [$0.token]).map { $0[0] } }
    self.stems = stems
    statistics = try Self.statistics(of: terms, stems, in: archive, parameters)
    let termWeights = TermWeights(statistics, in: try archive.collection(), parameters: parameters)
    self.termWeights = termWeights
    let owners = stems.indices.flatMap { term in stems[term].map { _ in term } }
    columns = stems.flatMap { $0 }
    weights = TermWeights(
      weights: owners.map { termWeights.weights[$0] }, factors: owners.map { termWeights.factors[$0] })
    pairs = Self.pairs(of: terms, owners)
    var factors: [UInt64: Double] = [:]
    for (term, factor) in zip(terms.terms, termWeights.factors) { factors[term.key] = factor }
    self.compiler = compiler.weighted(by: factors)
    lookup = try self.compiler.compiled(ranked.root)
    isFilterOnly = query.isFilterOnly
    shown = Self.shown(query, kept)
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

  /// The languages by which the words are stemmed: those that the query asks for, else all of the archive.
  private static func languages(
    of query: Query, in archive: Archive, _ parameters: RankingParameters
  ) throws(ArchiveError) -> [String] {
    guard parameters.usesStems else { return [TermGenerator.noStemming] }
    if let languages = query.requiredLanguages { return languages }
    return try archive.stemmingLanguages()
  }

  /// What an extract is to show: the words of the query, or of the names that it asks for where it has no words.
  private static func shown(_ query: Query, _ withoutStopWords: Query) -> Query {
    let names = query.leaves.compactMap { leaf in
      if case .field(let field, let value) = leaf.form, field.isEntity { value } else { nil }
    }
    if query.isFilterOnly, let words = try? QueryParser.parse(plainText: names.joined(separator: " ")) {
      return words
    }
    return withoutStopWords
  }

  /// The columns as the index has them in the text.
  var textTerms: [IndexTerm] { columns.map { .word($0) } }
  /// The columns as the index has them in headlines.
  var titleTerms: [IndexTerm] { columns.map { .title($0) } }

  private static func pairs(of terms: RankedTerms, _ owners: [Int]) -> [RankedTerms.Pair] {
    let columns = Dictionary(grouping: owners.indices) { owners[$0] }
    return terms.pairs.flatMap { pair in
      (columns[pair.first] ?? []).flatMap { first in
        (columns[pair.second] ?? []).map { RankedTerms.Pair(first: first, second: $0) }
      }
    }
  }

  // MARK: Statistics

  private static func statistics(
    of terms: RankedTerms, _ stems: [[[UInt8]]], in archive: Archive, _ parameters: RankingParameters
  ) throws(ArchiveError) -> [Ranking.TermStatistics] {
    let found = try statistics(of: stems.flatMap { $0 }, in: archive, isCounted: parameters.countsArticles)
    let most = try archive.collection().articles
    var next = 0
    return terms.terms.indices.map { term in
      let own = found[next..<next + stems[term].count]
      next += stems[term].count
      return Ranking.TermStatistics(
        articles: min(most, own.reduce(0) { $0 + $1.articles }),
        occurrences: own.reduce(0) { $0 + $1.occurrences },
        queryFrequency: terms.terms[term].queryFrequency)
    }
  }

  /// How often each stem occurs.
  ///
  /// - Parameter isCounted: Whether articles are counted, which reads posting lists, or estimated from passages.
  static func statistics(
    of stems: [[UInt8]], in archive: Archive, isCounted: Bool
  ) throws(ArchiveError) -> [Ranking.TermStatistics] {
    let found = try indexed { () throws(IndexError) in
      try archive.reader.termStatistics(stems.map { .word($0) })
    }
    if isCounted {
      let articles = try indexed { () throws(IndexError) in
        try archive.reader.articleFrequencies(stems.map { .word($0) })
      }
      return zip(found, articles).map { .init(articles: $1, occurrences: $0.occurrences) }
    }
    let all = try archive.collection().articles
    let passages = Int(Double(all) * (try archive.meanPassages()))
    return found.map {
      .init(
        articles: Ranking.TermStatistics.estimatedArticles(
          withPassages: $0.passages, of: passages, in: all), occurrences: $0.occurrences)
    }
  }

  /// What looks a part of the query up by itself.
  func compiled(_ part: QueryNode) throws(ArchiveError) -> IndexQuery { try compiler.compiled(part) }

  // MARK: More terms

  /// A stem that is to count too, as if the query had it so many times.
  struct Addition {
    let stem: [UInt8]
    let frequency: Double
  }

  /// The query with more terms, which find more where its words are alternatives, and else only add to the order.
  func adding(_ additions: [Addition], in archive: Archive) throws(ArchiveError) -> PreparedQuery {
    var wider = self
    let extra = try wider.addColumns(additions, in: archive)
    wider.lookup = try compiler.compiled(ranked.root, adding: extra)
    return wider
  }

  /// A query for what has most of some terms, of which this query only says which articles may come.
  ///
  /// - Parameter shown: What extracts are to show.
  func narrowing(
    _ additions: [Addition], showing shown: Query, in archive: Archive
  ) throws(ArchiveError) -> PreparedQuery {
    var other = self
    let wanted = IndexQuery.or(try other.addColumns(additions, in: archive))
    other.lookup = ranked.root.form == .everything ? wanted : .filter(wanted, by: [lookup])
    other.isFilterOnly = false
    other.shown = shown
    return other
  }

  /// Adds columns, and gives what looks them up.
  private mutating func addColumns(
    _ additions: [Addition], in archive: Archive
  ) throws(ArchiveError) -> [IndexQuery] {
    var known = try Self.statistics(
      of: additions.map(\.stem), in: archive, isCounted: parameters.countsArticles)
    for index in additions.indices { known[index].queryFrequency = additions[index].frequency }
    let more = TermWeights(known, in: try archive.collection(), parameters: parameters)
    var (sum, factors) = (weights.weights, weights.factors)
    for (index, addition) in additions.enumerated() {
      if let column = columns.firstIndex(of: addition.stem) {
        sum[column] += more.weights[index]
        factors[column] += more.factors[index]
      } else {
        columns.append(addition.stem)
        sum.append(more.weights[index])
        factors.append(more.factors[index])
      }
    }
    weights = TermWeights(weights: sum, factors: factors)
    return zip(additions, more.factors).map { .scaled(.term(.word($0.stem)), by: $1) }
  }
}

extension QueryField {
  /// Whether the field names an entity.
  fileprivate var isEntity: Bool { self == .person || self == .organisation || self == .place }
}
