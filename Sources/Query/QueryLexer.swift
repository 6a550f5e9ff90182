import TextAnalysis

/// Splits a query into operators, words, phrases and fields with their values.
struct QueryLexer {
  private let query: String
  private let source: QueryBytes
  private var position = 0
  private var lexemes: [QueryLexeme] = []

  init(_ query: String) {
    self.query = query
    source = QueryBytes(query)
  }

  /// The parts of the whole query in order.
  mutating func run() throws(QueryError) -> [QueryLexeme] {
    while position < source.bytes.count {
      switch source.bytes[position] {
      case UInt8(ascii: " "): position += 1
      case UInt8(ascii: "("): append(.open, length: 1)
      case UInt8(ascii: ")"): append(.close, length: 1)
      case UInt8(ascii: "\""): try readPhrase()
      default: try readChunk()
      }
    }
    return lexemes
  }

  /// All words of a query in which nothing is an operator.
  mutating func runAsPlainText() -> [QueryLexeme] {
    while position < source.bytes.count {
      let chunk = position..<endOfChunk()
      for piece in QueryWords.pieces(of: source, in: chunk) {
        lexemes.append(QueryLexeme(kind: .item(.word(piece.word)), range: source.origin(of: piece.range)))
      }
      position = chunk.upperBound + 1
    }
    return lexemes
  }

  // MARK: Phrases

  private mutating func readPhrase() throws(QueryError) {
    let range = try quotedRange()
    let phrase = try phrase(in: range)
    append(.item(.phrase(phrase)), range)
    position = range.upperBound
    if byte(at: position) == UInt8(ascii: "~"), isDigit(at: position + 1) {
      throw error(.unsupported("~"), position..<position + 1)
    }
  }

  /// The range from the quotation mark here to its partner, both within.
  private func quotedRange() throws(QueryError) -> Range<Int> {
    let rest = source.bytes[(position + 1)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else {
      throw error(.unbalancedQuote, position..<position + 1)
    }
    return position..<end + 1
  }

  private func phrase(in quoted: Range<Int>) throws(QueryError) -> QueryPhrase {
    let text = source.text(quoted.lowerBound + 1..<quoted.upperBound - 1)
    let tokens = QueryWords.tokens(of: text)
    guard !tokens.isEmpty else { throw error(.emptyGroup, quoted) }
    if let star = ForeignOperators.star(inPhrase: text) {
      let start = quoted.lowerBound + 1
      throw error(.unsupported("*"), start + star.lowerBound..<start + star.upperBound)
    }
    return QueryPhrase(text: text.trimmingSpaces, tokens: tokens)
  }

  // MARK: Words

  private mutating func readChunk() throws(QueryError) {
    if isMinus(at: position) { return append(.not, length: 1) }
    if byte(at: position) == UInt8(ascii: "+"), isOperandStart(at: position + 1) {
      throw error(.unsupported("+"), position..<position + 1)
    }
    if let (name, colon) = fieldName() { return try readField(name, colon: colon) }
    let chunk = position..<endOfChunk()
    position = chunk.upperBound
    let pieces = QueryWords.pieces(of: source, in: chunk)
    if let kind = try operatorKind(of: chunk, pieces) { return append(kind, chunk) }
    if let foreign = ForeignOperators.found(in: source.text(chunk)) {
      let start = chunk.lowerBound
      throw error(
        .unsupported(foreign.mark), start + foreign.range.lowerBound..<start + foreign.range.upperBound)
    }
    try append(pieces, in: chunk)
  }

  private mutating func append(_ pieces: [QueryWords.Piece], in chunk: Range<Int>) throws(QueryError) {
    for piece in pieces {
      guard byte(at: piece.range.lowerBound - 1, in: chunk) != UInt8(ascii: "*") else {
        throw error(.misplacedWildcard, piece.range.lowerBound - 1..<piece.range.lowerBound)
      }
      if byte(at: piece.range.upperBound, in: chunk) == UInt8(ascii: "*") {
        let range = piece.range.lowerBound..<piece.range.upperBound + 1
        append(.item(.prefix(try prefix(piece.word, range))), range)
      } else {
        append(.item(.word(piece.word)), piece.range)
      }
    }
  }

  private func prefix(_ word: QueryWord, _ range: Range<Int>) throws(QueryError) -> QueryPrefix {
    guard word.form == .single else {
      throw error(.misplacedWildcard, range.upperBound - 1..<range.upperBound)
    }
    guard word.text.unicodeScalars.count >= QueryPrefix.minimumLength else {
      throw error(.prefixTooShort, range)
    }
    return QueryPrefix(text: word.text, token: word.tokens[0])
  }

  /// The operator that a chunk is but for the marks around it; nil where it is none.
  private func operatorKind(of chunk: Range<Int>, _ pieces: [QueryWords.Piece]) throws(QueryError)
    -> QueryLexeme.Kind?
  {
    let whole = source.text(chunk)
    if whole == "&&" { return .and }
    if whole == "||" { return .or }
    if whole == "NEAR/" || (pieces.count > 1 && whole.hasPrefix("NEAR/")) { throw error(.badDistance, chunk) }
    guard pieces.count == 1 else { return nil }
    let text = source.text(pieces[0].range)
    switch text {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    case "NEAR": return .near(distance: QueryParser.defaultDistance)
    default: return text.hasPrefix("NEAR/") ? .near(distance: try distance(text, chunk)) : nil
    }
  }

  private func distance(_ text: String, _ chunk: Range<Int>) throws(QueryError) -> Int {
    guard let distance = Int(text.dropFirst(5)), (1...100).contains(distance) else {
      throw error(.badDistance, chunk)
    }
    return distance
  }

  // MARK: Fields

  /// The letters from here to a colon that no space or slash follows, or that ends a known field's name.
  private func fieldName() -> (name: String, colon: Int)? {
    var end = position
    while end < source.bytes.count, (source.bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    guard end > position, byte(at: end) == UInt8(ascii: ":") else { return nil }
    let name = source.text(position..<end)
    if QueryField(name: name) != nil { return (name, end) }
    guard let next = byte(at: end + 1), next != UInt8(ascii: " "), next != UInt8(ascii: ")"),
      !(next == UInt8(ascii: "/") && byte(at: end + 2) == next)
    else { return nil }
    return (name, end)
  }

  private mutating func readField(_ name: String, colon: Int) throws(QueryError) {
    let start = position
    guard let field = QueryField(name: name) else { throw error(.unknownField(name), start..<colon + 1) }
    position = colon + 1
    if byte(at: position) == UInt8(ascii: "(") {
      throw error(.groupAfterField(field), start..<position + 1)
    }
    if field == .title { return try readTitle(from: start) }
    let value: Range<Int>
    if byte(at: position) == UInt8(ascii: "\"") {
      let quoted = try quotedRange()
      position = quoted.upperBound
      value = quoted.lowerBound + 1..<quoted.upperBound - 1
    } else {
      value = position..<endOfChunk()
      position = value.upperBound
    }
    let form = try QueryFieldValue.form(
      of: field, value: source.text(value), fail: { reason in error(reason, start..<position) })
    try refuseSpacedRange(field)
    append(.item(form), start..<position)
  }

  private mutating func readTitle(from start: Int) throws(QueryError) {
    let first = lexemes.count
    if byte(at: position) == UInt8(ascii: "\"") {
      try readPhrase()
    } else {
      let chunk = position..<endOfChunk()
      position = chunk.upperBound
      try append(QueryWords.pieces(of: source, in: chunk), in: chunk)
    }
    guard lexemes.count > first else { throw error(.missingValue(.title), start..<position) }
    for index in first..<lexemes.count {
      guard case .item(let form) = lexemes[index].kind else { continue }
      let inner = lexemes[index].range
      let range = index == first ? source.origin(of: start..<start).lowerBound..<inner.upperBound : inner
      lexemes[index] = QueryLexeme(kind: .item(.title(QueryNode(form, range: inner))), range: range)
    }
  }

  /// Refuses `date:2023-02 .. 2023-03`, of which the second half would be lost.
  private func refuseSpacedRange(_ field: QueryField) throws(QueryError) {
    guard field == .date else { return }
    var next = position
    while byte(at: next) == UInt8(ascii: " ") { next += 1 }
    guard byte(at: next) == UInt8(ascii: "."), byte(at: next + 1) == UInt8(ascii: ".") else { return }
    throw error(.badValue(.date, ".."), next..<next + 2)
  }

  // MARK: Bytes

  private func byte(at index: Int) -> UInt8? { byte(at: index, in: 0..<source.bytes.count) }

  private func byte(at index: Int, in range: Range<Int>) -> UInt8? {
    range.contains(index) ? source.bytes[index] : nil
  }

  private func isDigit(at index: Int) -> Bool { byte(at: index).map { $0 &- 0x30 < 10 } ?? false }

  /// Whether something that can be excluded or required begins here: a word, a phrase or a group.
  private func isOperandStart(at index: Int) -> Bool {
    guard let byte = byte(at: index) else { return false }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "("): return true
    default: return byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
  }

  private func isMinus(at index: Int) -> Bool {
    byte(at: index) == UInt8(ascii: "-") && isOperandStart(at: index + 1)
  }

  private func endOfChunk() -> Int {
    var end = position
    while end < source.bytes.count {
      switch source.bytes[end] {
      case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""): return end
      default: end += 1
      }
    }
    return end
  }

  private mutating func append(_ kind: QueryLexeme.Kind, length: Int) {
    append(kind, position..<position + length)
    position += length
  }

  private mutating func append(_ kind: QueryLexeme.Kind, _ range: Range<Int>) {
    lexemes.append(QueryLexeme(kind: kind, range: source.origin(of: range)))
  }

  private func error(_ reason: QueryError.Reason, _ range: Range<Int>) -> QueryError {
    QueryError(reason, query: query, range: source.origin(of: range))
  }
}
