internal import Articles
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// Turns what a query means into what the index can look up.
///
/// Belongs to one search: the words of the query are stemmed by the rules by which the articles were.
struct QueryCompiler {
  private let generator = TermGenerator()
  private let languages: [String]
  private let names: EntityNames
  private var factors: [UInt64: Double] = [:]

  /// - Parameters:
  ///   - languages: The languages whose stemmers articles of the index were read with.
  ///   - names: Finds the entities that a name stands for.
  init(languages: [String], names: EntityNames) {
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

  /// What tells the stems of words apart: equal for words that the index does not tell apart.
  func key(of token: QueryToken) -> UInt64 {
    TokenHash.hash(stems(of: [token]).joined().joined(separator: [0]))
  }

  /// The query for the index.
  func compiled(_ node: QueryNode, field: WordField = .text) throws(ArchiveError) -> IndexQuery {
    switch node.form {
    case .everything: return .all
    case .word(let word): return scaled(compiled(word, field), by: word.tokens)
    case .phrase(let phrase): return anyLanguage(phrase.tokens) { adjacent($0, field) }
    case .prefix(let prefix): return .prefix(field.term(Array(prefix.token.lowercased.utf8)))
    case .near(let words, let distance): return near(words, distance, field)
    case .title(let node): return try compiled(node, field: .title)
    case .any(let parts): return .or(try compiled(parts, field))
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

  /// The stems of a word's single tokens in each language, without repeats.
  func stems(of tokens: [QueryToken]) -> [[[UInt8]]] {
    var all: [[[UInt8]]] = []
    for language in languages {
      let stems = tokens.map { stem(of: $0.lowercased, language) }
      if !all.contains(stems) { all.append(stems) }
    }
    return all
  }

  private func stem(of word: String, _ language: String) -> [UInt8] {
    generator.terms(of: AnalysedText(word), language: language).first?.stem ?? Array(word.utf8)
  }

  private func compiled(_ word: QueryWord, _ field: WordField) -> IndexQuery {
    let whole = anyLanguage(word.tokens) { adjacent($0, field) }
    guard let joined = word.joined else { return whole }
    return .best([whole] + languages.map { .term(field.term(stem(of: joined, $0))) }.uniqued())
  }

  private func scaled(_ query: IndexQuery, by tokens: [QueryToken]) -> IndexQuery {
    guard let factor = tokens.map({ factors[key(of: $0)] ?? 1 }).max(), factor != 1 else { return query }
    return .scaled(query, by: factor)
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
    case .outlet: return .term(.outlet(value))
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

extension Array where Element: Equatable {
  /// The elements in order, each once.
  fileprivate func uniqued() -> [Element] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
