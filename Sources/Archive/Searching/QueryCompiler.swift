internal import Articles
internal import Query
internal import SearchIndex
internal import TextAnalysis

/// Turns what a query means into what the index can look up.
///
/// Belongs to one search: the words of the query are stemmed by the rules by which the articles were.
struct QueryCompiler {
  private let generator = TermGenerator()
  private let memory = StemMemory()
  private let languages: [String]
  private let names: EntityNames
  private let outlets: OutletNames
  private var factors: [UInt64: Double] = [:]
  /// Stems that no passage has, of words of the query.
  private var absent: Set<[UInt8]> = []

  /// - Parameters:
  ///   - languages: The languages whose stemmers articles of the index were read with.
  ///   - names: Finds the entities that a name stands for.
  ///   - outlets: Finds the outlets that a name stands for.
  init(languages: [String], names: EntityNames, outlets: OutletNames) {
    self.outlets = outlets
    self.languages = languages
    self.names = names
  }

  /// The same compiler, which multiplies the weight of each word.
  ///
  /// - Parameter factors: By the ``key(of:)`` of a word's first token.
  func weighted(by factors: [UInt64: Double]) -> QueryCompiler {
    var weighted = self
    weighted.factors = factors
    return weighted
  }

  /// Looks the stems of words up, so that those which no passage has are left out where another language has one.
  ///
  /// - Parameter tokens: All words that will be asked for.
  mutating func leaveOutAbsentStems(
    of tokens: [QueryToken], in archive: Archive
  ) throws(ArchiveError) {
    guard languages.count > 1 else { return }
    let stems = Array(Set(tokens.flatMap { token in languages.map { stem(of: token.lowercased, $0) } }))
    let found = try indexed { () throws(IndexError) in
      try archive.reader.statistics(ofWords: stems.map { [$0] })
    }
    absent = Set(zip(stems, found).filter { $1.passages == 0 }.map(\.0))
  }

  /// What tells the stems of words apart: equal for words that the index does not tell apart.
  func key(of token: QueryToken) -> UInt64 {
    TokenHash.hash(Array(stems(of: [token]).joined().joined(separator: [0])))
  }

  /// The query for the index.
  func compiled(_ node: QueryNode, field: WordField = .text) throws(ArchiveError) -> IndexQuery {
    switch node.form {
    case .everything: return .all
    case .word(let word): return scaled(compiled(word, field), by: word.tokens)
    case .phrase(let phrase): return anyLanguage(phrase.tokens) { adjacent($0, field) }
    case .prefix(let prefix): return .synonym(try words(beginningWith: prefix).map { .term(field.term($0)) })
    case .near(let words, let distance): return near(words, distance, field)
    case .title(let node): return try compiled(node, field: .title)
    case .any(let parts): return .or(try compiled(parts, field) + designations(in: parts, field))
    case .all(let parts): return .and(try compiled(parts, field))
    case .restricted(let base, let filters, let exclusions):
      let filtered: IndexQuery =
        filters.isEmpty
        ? try compiled(base, field: field)
        : .filter(try compiled(base, field: field), by: try compiled(filters, field))
      return exclusions.isEmpty ? filtered : .except(filtered, try compiled(exclusions, field))
    case .field(let field, let value): return try compiled(field, value)
    case .published(let span): return .published(from: span.from, to: span.to)
    }
  }

  /// Where words are looked up.
  enum WordField {
    case text
    case title

    func term(_ stem: [UInt8]) -> IndexTerm { self == .text ? .word(stem) : .title(stem) }
  }

  private func compiled(_ parts: [QueryNode], _ field: WordField) throws(ArchiveError) -> [IndexQuery] {
    var queries: [IndexQuery] = []
    for part in parts { queries.append(try compiled(part, field: field)) }
    return queries
  }

  // MARK: Words

  /// The query for the index, with more terms: alternatives of its words where it is words alone, with filters or
  /// without, and else an addition to the weight of what matches.
  func compiled(_ root: QueryNode, adding extra: [IndexQuery]) throws(ArchiveError) -> IndexQuery {
    if case .restricted(let base, let filters, let exclusions) = root.form, base.isPlainWords {
      let wider = IndexQuery.or([try compiled(base)] + extra)
      let filtered = filters.isEmpty ? wider : .filter(wider, by: try compiled(filters, .text))
      return exclusions.isEmpty ? filtered : .except(filtered, try compiled(exclusions, .text))
    }
    return root.isPlainWords ? .or([try compiled(root)] + extra) : .prefer(try compiled(root), extra)
  }

  /// What fields and exclusions ask for, without the words.
  func compiledConditions(_ root: QueryNode) throws(ArchiveError) -> IndexQuery {
    guard case .restricted(_, let filters, let exclusions) = root.form else { return .all }
    let filtered: IndexQuery = filters.isEmpty ? .all : .filter(.all, by: try compiled(filters, .text))
    return exclusions.isEmpty ? filtered : .except(filtered, try compiled(exclusions, .text))
  }

  /// The stems of a word's single tokens in each language, without repeats, the first language's first.
  func stems(of tokens: [QueryToken]) -> [[[UInt8]]] {
    var all: [[[UInt8]]] = []
    for language in languages {
      let stems = tokens.map { stem(of: $0.lowercased, language) }
      let isAbsent = !all.isEmpty && stems.contains(where: absent.contains)
      if !isAbsent, !all.contains(stems) { all.append(stems) }
    }
    return all
  }

  private func stem(of word: String, _ language: String) -> [UInt8] {
    let name = StemMemory.Word(text: word, language: language)
    if let known = memory.stems[name] { return known }
    let stem = generator.terms(of: AnalysedText(word), language: language).first?.stem ?? Array(word.utf8)
    memory.stems[name] = stem
    return stem
  }

  /// The stems of a query's words, each of which is asked for several times.
  private final class StemMemory {
    struct Word: Hashable {
      let text: String
      let language: String
    }

    var stems: [Word: [UInt8]] = [:]
  }

  private func compiled(_ word: QueryWord, _ field: WordField) -> IndexQuery {
    let whole = anyLanguage(word.tokens) { adjacent($0, field) }
    let parts = word.designationParts
    if parts.count > 1 { return .synonym([whole, anyLanguage(parts) { adjacent($0, field) }]) }
    guard let joined = word.joinedToken else { return whole }
    return .synonym([whole, anyLanguage([joined]) { adjacent($0, field) }])
  }

  /// What finds `Su27` for the words `Su 27` among some alternatives.
  private func designations(in parts: [QueryNode], _ field: WordField) -> [IndexQuery] {
    QueryWord.designations(in: parts).map { _, token in
      scaled(anyLanguage([token]) { adjacent($0, field) }, by: [token])
    }
  }

  private func scaled(_ query: IndexQuery, by tokens: [QueryToken]) -> IndexQuery {
    guard let factor = tokens.map({ factors[key(of: $0)] ?? 1 }).max(), factor != 1 else { return query }
    return .scaled(query, by: factor)
  }

  /// The most words that a prefix is looked for among.
  private static let mostWords = 100_000

  /// The stems that begin as a prefix does, the most frequent of them, and the stem of the prefix itself: `warn` for
  /// `warning*`.
  ///
  /// - Parameter limit: The most of them, the stem of the prefix itself not counted.
  func words(
    beginningWith prefix: QueryPrefix, limit: Int = QueryPrefix.maximumExpansion
  ) throws(ArchiveError) -> [[UInt8]] {
    let letters = AccentFolding.folded(prefix.token.lowercased.utf8)
    let found = try names.words(
      beginningWith: String(decoding: letters, as: UTF8.self), limit: Self.mostWords)
    let most = found.sorted { ($1.passages, $0.name) < ($0.passages, $1.name) }
      .prefix(limit).map { Array($0.name.utf8) }
    let own = languages.map { stem(of: prefix.token.lowercased, $0) }.filter { $0.count < letters.count }
    return most + Set(own).filter { !most.contains($0) }
  }

  private func near(_ words: [QueryWord], _ distance: Int, _ field: WordField) -> IndexQuery {
    anyLanguage(words.flatMap(\.tokens)) { stems in
      .near(stems.map(field.term), window: distance + 1)
    }
  }

  private func adjacent(_ stems: [[UInt8]], _ field: WordField) -> IndexQuery {
    stems.count == 1
      ? .term(field.term(stems[0])) : .phrase(stems.map(field.term), window: stems.count)
  }

  private func anyLanguage(_ tokens: [QueryToken], _ query: ([[UInt8]]) -> IndexQuery) -> IndexQuery {
    let queries = stems(of: tokens).map(query)
    return queries.count == 1 ? queries[0] : .synonym(queries)
  }

  // MARK: Fields

  private func compiled(_ field: QueryField, _ value: String) throws(ArchiveError) -> IndexQuery {
    switch field {
    case .outlet:
      let meant = try outlets.meant(by: value)
      return meant.count > 1 ? .or(meant.map { .term(.outlet($0)) }) : .term(.outlet(meant.first ?? value))
    case .language: return .term(.language(value))
    case .id: return .term(.article(id: value))
    case .person: return try entity(.person, value)
    case .organisation: return try entity(.organisation, value)
    case .place: return try entity(.place, value)
    case .title, .date, .after, .before:
      preconditionFailure("the parser makes no field of title and dates, which have forms of their own")
    }
  }

  private func entity(_ entityClass: EntityClass, _ name: String) throws(ArchiveError) -> IndexQuery {
    let keys = try names.keys(of: name, entityClass)
    return keys.isEmpty ? .nothing : .or(keys.map { .term(.entity(entityClass, key: $0)) })
  }
}
