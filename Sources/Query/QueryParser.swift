/// Reads a query: recursive descent over its words and operators.
///
/// The grammar and its precedence stand in `QUERY-LANGUAGE.md`: NEAR binds first, then NOT, then words side
/// by side, then AND, then OR.
public struct QueryParser {
  /// The most parentheses within each other.
  public static let maximumDepth = 50
  /// The most words, phrases and fields in a query.
  public static let maximumWords = 1_000
  /// The distance of a NEAR without a number.
  public static let defaultDistance = 10

  private let query: String
  private let lexemes: [QueryLexeme]
  private var position = 0

  /// Reads a query.
  public static func parse(_ query: String) throws(QueryError) -> Query {
    var lexer = QueryLexer(query)
    let lexemes = try lexer.run()
    guard !lexemes.isEmpty else { throw QueryError(.empty, query: query, range: 0..<query.utf8.count) }
    var parser = QueryParser(query, lexemes)
    return Query(text: query, root: try parser.parseAll())
  }

  /// Reads a text in which nothing is an operator or a field: a query of a test collection, a headline.
  public static func parse(plainText text: String) throws(QueryError) -> Query {
    var lexer = QueryLexer(text)
    let lexemes = lexer.runAsPlainText()
    guard lexemes.count <= maximumWords else {
      throw QueryError(.tooManyWords, query: text, range: lexemes[maximumWords].range)
    }
    let nodes = lexemes.compactMap { lexeme in
      if case .item(let form) = lexeme.kind { QueryNode(form, range: lexeme.range) } else { nil }
    }
    guard let root = QueryNode.any(nodes) else {
      throw QueryError(.empty, query: text, range: 0..<text.utf8.count)
    }
    return Query(text: text, root: root)
  }

  private init(_ query: String, _ lexemes: [QueryLexeme]) {
    self.query = query
    self.lexemes = lexemes
  }

  // MARK: Groups

  private mutating func parseAll() throws(QueryError) -> QueryNode {
    let items = lexemes.filter { if case .item = $0.kind { true } else { false } }
    guard items.count <= Self.maximumWords else {
      throw error(.tooManyWords, items[Self.maximumWords].range)
    }
    let node = try parseAlternatives(depth: 0)
    if let rest = current { throw error(.unbalancedParenthesis, rest.range) }
    return node
  }

  /// Sides separated by OR.
  private mutating func parseAlternatives(depth: Int) throws(QueryError) -> QueryNode {
    var sides = [try parseConjunction(depth: depth)]
    while case .or? = current?.kind {
      position += 1
      sides.append(try parseConjunction(depth: depth))
    }
    return QueryConjunction.combined(sides)
  }

  /// Runs of words separated by AND.
  private mutating func parseConjunction(depth: Int) throws(QueryError) -> QueryConjunction {
    var conjunction = QueryConjunction()
    try parseRun(into: &conjunction, depth: depth)
    while case .and? = current?.kind {
      position += 1
      try parseRun(into: &conjunction, depth: depth)
    }
    return conjunction
  }

  /// Words, groups, fields and exclusions side by side.
  private mutating func parseRun(
    into conjunction: inout QueryConjunction, depth: Int
  ) throws(QueryError) {
    var run = QueryRun()
    while let lexeme = current {
      switch lexeme.kind {
      case .item, .open: run.add(try parseItem(depth: depth, joinsFilters: true))
      case .not:
        position += 1
        run.exclude(try parseExcluded(after: lexeme, depth: depth))
      case .near: throw missingOperand(lexeme)
      case .and, .or, .close:
        if run.isEmpty { throw missing(before: lexeme) }
        conjunction.add(run)
        return
      }
    }
    if run.isEmpty { throw missing(before: nil) }
    conjunction.add(run)
  }

  // MARK: Items

  private mutating func parseExcluded(after not: QueryLexeme, depth: Int) throws(QueryError) -> QueryNode {
    switch current?.kind {
    case .item, .open: return try parseItem(depth: depth, joinsFilters: false)
    case .not: throw error(.doubleNegation, not.range)
    default: throw missingOperand(not)
    }
  }

  /// A word, phrase, field or group, with what NEAR joins to it, or with fields that OR joins to a field.
  private mutating func parseItem(depth: Int, joinsFilters: Bool) throws(QueryError) -> QueryNode {
    let isFilter = current?.isFilter ?? false
    var node = try parsePrimary(depth: depth)
    if case .near? = current?.kind { node = try parseNear(node, depth: depth) }
    guard isFilter, joinsFilters else { return node }
    var filters = [node]
    while case .or? = current?.kind, position + 1 < lexemes.count, lexemes[position + 1].isFilter {
      position += 1
      filters.append(try parsePrimary(depth: depth))
    }
    return QueryNode.any(filters) ?? node
  }

  private mutating func parsePrimary(depth: Int) throws(QueryError) -> QueryNode {
    guard let lexeme = current else { throw missing(before: nil) }
    position += 1
    switch lexeme.kind {
    case .item(let form): return QueryNode(form, range: lexeme.range)
    case .open: return try parseGroup(opened: lexeme, depth: depth + 1)
    case .close, .and, .or, .not, .near: throw missingOperand(lexeme)
    }
  }

  private mutating func parseGroup(opened: QueryLexeme, depth: Int) throws(QueryError) -> QueryNode {
    guard depth <= Self.maximumDepth else { throw error(.tooDeep, opened.range) }
    guard let first = current else { throw error(.unbalancedParenthesis, opened.range) }
    if case .close = first.kind {
      throw error(.emptyGroup, opened.range.lowerBound..<first.range.upperBound)
    }
    let node = try parseAlternatives(depth: depth)
    guard case .close? = current?.kind, let close = current else {
      throw error(.unbalancedParenthesis, opened.range)
    }
    position += 1
    return QueryNode(node.form, range: opened.range.lowerBound..<close.range.upperBound)
  }

  private mutating func parseNear(_ first: QueryNode, depth: Int) throws(QueryError) -> QueryNode {
    var words = [try nearWord(first)]
    var range = first.range
    var distance: Int?
    while let lexeme = current, case .near(let number) = lexeme.kind {
      guard number == distance ?? number else { throw error(.badDistance, lexeme.range) }
      distance = number
      position += 1
      switch current?.kind {
      case .item, .open: break
      default: throw missingOperand(lexeme)
      }
      let node = try parsePrimary(depth: depth)
      words.append(try nearWord(node))
      range = range.lowerBound..<node.range.upperBound
    }
    return QueryNode(.near(words, distance: distance ?? Self.defaultDistance), range: range)
  }

  private func nearWord(_ node: QueryNode) throws(QueryError) -> QueryWord {
    switch node.form {
    case .word(let word) where word.form == .single || word.form == .hyphenated: return word
    case .phrase(let phrase) where phrase.tokens.count == 1:
      return QueryWord(text: phrase.text, tokens: phrase.tokens, form: .single)
    default: throw error(.badNearOperand, node.range)
    }
  }

  // MARK: Errors

  private var current: QueryLexeme? { position < lexemes.count ? lexemes[position] : nil }

  /// The error where words were wanted before a lexeme, or before the end.
  private func missing(before lexeme: QueryLexeme?) -> QueryError {
    if position > 0 {
      let last = lexemes[position - 1]
      switch last.kind {
      case .and, .or, .not, .near: return missingOperand(last)
      case .item, .open, .close: break
      }
    }
    guard let lexeme else { return error(.empty, 0..<query.utf8.count) }
    if case .close = lexeme.kind { return error(.unbalancedParenthesis, lexeme.range) }
    return missingOperand(lexeme)
  }

  private func missingOperand(_ lexeme: QueryLexeme) -> QueryError {
    error(.missingOperand(String(decoding: Array(query.utf8)[lexeme.range], as: UTF8.self)), lexeme.range)
  }

  private func error(_ reason: QueryError.Reason, _ range: Range<Int>) -> QueryError {
    QueryError(reason, query: query, range: range)
  }
}
