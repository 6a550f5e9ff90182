internal import Query
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// A query made ready for one archive: its words in the index, what each of them weighs, and what to look up.
///
/// A word can have several stems, one for each language of the archive in which it is another. An article was stemmed
/// by one language, so that it has one of them.
struct PreparedQuery {
  /// The query as it was read.
  let query: Query
  /// The terms of the query itself: the first of the words that count for the order, in the same order.
  let terms: RankedTerms
  /// For each term of the query itself, how often it occurs.
  let statistics: [Ranking.TermStatistics]
  /// The constants of the ranking.
  let parameters: RankingParameters

  /// For each word that counts, the stem that stands for it in each language, the default one's first.
  private(set) var stems: [[[UInt8]]]
  /// For each word that counts, what it weighs.
  private(set) var weights: TermWeights
  /// Whether an article with any of the words answers it, and no other.
  private(set) var isAnyOfWords: Bool
  /// What to look up, where it is not what the query says.
  private var otherLookup: IndexQuery?
  /// Whether nothing gives an order, so that the newest come first.
  private(set) var isFilterOnly: Bool
  /// What extracts are to show.
  private(set) var shown: Query
  /// Whether it asks for what is like an article.
  private(set) var isLike = false

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
    let names = archive.names
    var compiler = QueryCompiler(
      languages: try Self.languages(of: query, in: archive, parameters), names: names,
      outlets: OutletNames(reader: archive.reader))
    try compiler.leaveOutAbsentStems(of: kept.allTokens, in: archive)
    let stemmed = compiler
    terms = RankedTerms(kept) { stemmed.key(of: $0) }
    let stems = terms.terms.map { stemmed.stems(of: [$0.token]).map { $0[0] } }
    self.stems = stems
    let own = zip(terms.terms, stems).map { Addition(stems: $1, frequency: $0.queryFrequency) }
    statistics = try Self.statistics(of: own, in: archive, parameters)
    weights = TermWeights(statistics, in: try archive.collection(), parameters: parameters)
    var factors: [UInt64: Double] = [:]
    for (term, factor) in zip(terms.terms, weights.factors) { factors[term.key] = factor }
    self.compiler = compiler.weighted(by: factors)
    isAnyOfWords = ranked.root.isAnyOfWords(isLoose: isLoose)
    isFilterOnly = query.isFilterOnly
    shown = Self.shown(query, kept)
    let prefixes = kept.leaves.compactMap { if case .prefix(let prefix) = $0.form { prefix } else { nil } }
    let additions = try prefixes.map { prefix throws(ArchiveError) in
      Addition(stems: try self.compiler.words(beginningWith: prefix, limit: Self.mostScored), frequency: 1)
    }
    if !additions.isEmpty { _ = try addWords(additions, in: archive) }
  }

  /// The most words that begin as a prefix does of which articles are scored by.
  private static let mostScored = 30

  /// What to look up.
  var lookup: IndexQuery {
    get throws(ArchiveError) {
      if let otherLookup { return otherLookup }
      return try compiler.compiled(ranked.root)
    }
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

  // MARK: Answers

  /// The parts of the query that an article must have, each with what looks it up.
  func conditions() throws(ArchiveError) -> [QueryConditions.Condition] {
    try ranked.root.conditions.map { part throws(ArchiveError) in
      .init(text: query.text(of: part), lookup: try compiled(part))
    }
  }

  /// The words any of which will do, and what else an article must have; nil where there are no such words.
  func alternatives() throws(ArchiveError) -> (words: [[[UInt8]]], others: IndexQuery)? {
    guard let base = ranked.root.alternatives else { return nil }
    let single = base.filter { $0.tokens.count == 1 }
    var words: [[[UInt8]]] = []
    for part in single {
      let stems = compiler.stems(of: part.tokens).map { $0[0] }
      if !words.contains(stems) { words.append(stems) }
    }
    guard !words.isEmpty, single.count == base.count else { return nil }
    return (words, try compiler.compiledConditions(ranked.root))
  }

  /// For each word the terms that stand for it, one for each language.
  func terms(of tokens: [QueryToken]) -> [[IndexTerm]] {
    tokens.map { token in compiler.stems(of: [token]).map { .word($0[0]) } }
  }

  /// The stems that stand for a word in the languages of the archive; nil for what is no single word.
  func stems(of word: String) -> [[UInt8]]? {
    guard let leaves = try? QueryParser.parse(plainText: word).leaves, leaves.count == 1,
      leaves[0].tokens.count == 1
    else { return nil }
    return compiler.stems(of: leaves[0].tokens).map { $0[0] }
  }

  /// Whether a token of the query counts for the order.
  func isRanked(_ token: QueryToken) -> Bool {
    let key = compiler.key(of: token)
    return terms.terms.contains { $0.key == key }
  }

  // MARK: Statistics

  /// How often each word occurs; its stems count as one.
  private static func statistics(
    of words: [Addition], in archive: Archive, _ parameters: RankingParameters
  ) throws(ArchiveError) -> [Ranking.TermStatistics] {
    let found = try statistics(ofWords: words.map(\.stems), in: archive, isCounted: parameters.countsArticles)
    return zip(words, found).map { word, found in
      Ranking.TermStatistics(
        articles: found.articles, occurrences: found.occurrences, queryFrequency: word.frequency)
    }
  }

  /// How often each word occurs, whose stems count as one.
  ///
  /// - Parameter isCounted: Whether the number of articles is counted, or estimated from passages.
  static func statistics(
    ofWords words: [[[UInt8]]], in archive: Archive, isCounted: Bool
  ) throws(ArchiveError) -> [Ranking.TermStatistics] {
    let found = try indexed { () throws(IndexError) in try archive.reader.statistics(ofWords: words) }
    if isCounted { return found.map { .init(articles: $0.articles, occurrences: $0.occurrences) } }
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

  /// A word that is to count too, as if the query had it so many times.
  struct Addition {
    /// The stems of which any will do, as if they were one.
    let stems: [[UInt8]]
    let frequency: Double
  }

  /// What a word would weigh.
  func weight(of addition: Addition, in archive: Archive) throws(ArchiveError) -> Double {
    let known = try Self.statistics(of: [addition], in: archive, parameters)
    return TermWeights(known, in: try archive.collection(), parameters: parameters).weights[0]
  }

  /// The query with more terms, which find more where its words are alternatives, and else only add to the order.
  func adding(_ additions: [Addition], in archive: Archive) throws(ArchiveError) -> PreparedQuery {
    var wider = self
    let extra = try wider.addWords(additions, in: archive)
    wider.otherLookup = try compiler.compiled(ranked.root, adding: extra)
    return wider
  }

  /// A query for what has most of some terms, of which this query only says which articles may come.
  ///
  /// - Parameter shown: What extracts are to show.
  func narrowing(
    _ additions: [Addition], showing shown: Query, in archive: Archive
  ) throws(ArchiveError) -> PreparedQuery {
    var other = self
    other.isLike = true
    let wanted = IndexQuery.or(try other.addWords(additions, in: archive))
    other.isAnyOfWords = ranked.root.form == .everything
    other.otherLookup = other.isAnyOfWords ? wanted : .filter(wanted, by: [try lookup])
    other.isFilterOnly = false
    other.shown = shown
    return other
  }

  /// Adds words, or weight to those that are there, and gives what looks them up.
  private mutating func addWords(
    _ additions: [Addition], in archive: Archive
  ) throws(ArchiveError) -> [IndexQuery] {
    let known = try Self.statistics(of: additions, in: archive, parameters)
    let more = TermWeights(known, in: try archive.collection(), parameters: parameters)
    var (sums, factors) = (weights.weights, weights.factors)
    for (index, addition) in additions.enumerated() {
      if let word = stems.firstIndex(where: { addition.stems.count == 1 && $0.contains(addition.stems[0]) }) {
        sums[word] += more.weights[index]
        factors[word] += more.factors[index]
      } else {
        stems.append(addition.stems)
        sums.append(more.weights[index])
        factors.append(more.factors[index])
      }
    }
    weights = TermWeights(weights: sums, factors: factors)
    return zip(additions, more.factors).map { addition, factor in
      .scaled(.synonym(addition.stems.map { .term(.word($0)) }), by: factor)
    }
  }
}

extension QueryNode {
  /// Whether any word of it will do.
  ///
  /// - Parameter isLoose: Whether the parts of hyphenated words stand beside them.
  fileprivate func isAnyOfWords(isLoose: Bool) -> Bool {
    switch form {
    case .word(let word):
      word.designationParts.count <= 1 && (isLoose || (word.tokens.count == 1 && word.joinedToken == nil))
    case .any(let parts): parts.allSatisfy { $0.isAnyOfWords(isLoose: isLoose) }
    default: false
    }
  }
}

extension QueryNode {
  /// The words any of which will do, of words alone with fields and exclusions or without; nil for other queries.
  fileprivate var alternatives: [QueryNode]? {
    switch form {
    case .word: [self]
    case .any(let parts): parts.allSatisfy(\.isPlainWords) ? parts : nil
    case .restricted(let base, _, _): base.alternatives
    default: nil
    }
  }
}
