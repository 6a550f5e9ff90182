import TextAnalysis

/// Splits query text into words by the rules by which articles are tokenised.
enum QueryWords {
  /// A word, and where it stands in the bytes it was read from.
  struct Piece {
    let word: QueryWord
    let range: Range<Int>
  }

  /// The tokens of a text, without its marks.
  static func tokens(of text: String) -> [QueryToken] {
    let analysed = AnalysedText(text)
    return analysed.tokens.filter(\.isWord).map { token(analysed, $0) }
  }

  /// The words of a part of a query that holds no space; tokens that belong together make one word.
  static func pieces(of source: QueryBytes, in chunk: Range<Int>) -> [Piece] {
    let text = source.text(chunk)
    let analysed = AnalysedText(text)
    let isAddress = isAddress(text)
    var pieces: [Piece] = []
    var group: [Token] = []
    func close() {
      if let word = word(analysed, group), let first = group.first, let last = group.last {
        let range = chunk.lowerBound + first.range.lowerBound..<chunk.lowerBound + last.range.upperBound
        pieces.append(Piece(word: word, range: range))
      }
      group = []
    }
    for token in analysed.tokens where token.isWord {
      if let last = group.last, !joins(last, token, in: analysed, isAddress: isAddress) { close() }
      group.append(token)
    }
    close()
    return pieces
  }

  /// Whether a text is a web address: `://` with a letter before it.
  private static func isAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.dropLast(3).contains { index in
      (bytes[index] | 0x20) &- 0x61 < 26 && bytes[(index + 1)...].starts(with: "://".utf8)
    }
  }

  /// Whether two tokens without a space between them are one word.
  private static func joins(_ left: Token, _ right: Token, in analysed: AnalysedText, isAddress: Bool) -> Bool
  {
    let areIdeographs = left.kind == .ideograph && right.kind == .ideograph
    let between = analysed.text.utf8.dropFirst(left.range.upperBound).prefix(
      right.range.lowerBound - left.range.upperBound)
    guard let mark = between.first else { return areIdeographs || isAddress }
    if isAddress { return !between.contains(UInt8(ascii: "*")) }
    guard between.count == 1, left.kind != .ideograph, right.kind != .ideograph else { return false }
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "@"): return true
    case UInt8(ascii: ":"): return left.kind == .number && right.kind == .number
    case UInt8(ascii: "/"): return left.kind == .number || right.kind == .number
    default: return false
    }
  }

  private static func word(_ analysed: AnalysedText, _ group: [Token]) -> QueryWord? {
    guard let first = group.first, let last = group.last else { return nil }
    let bytes = analysed.text.utf8.dropFirst(first.range.lowerBound)
      .prefix(last.range.upperBound - first.range.lowerBound)
    let text = String(decoding: bytes, as: UTF8.self)
    let form = form(of: group, text: text)
    guard !isOperator(text) else {
      return QueryWord(text: text.lowercased(), tokens: tokens(of: text.lowercased()), form: form)
    }
    return QueryWord(text: text, tokens: group.map { token(analysed, $0) }, form: form)
  }

  /// Whether a word would be read as an operator if it stood alone.
  private static func isOperator(_ text: String) -> Bool {
    ["AND", "OR", "NOT", "NEAR"].contains(text) || text.hasPrefix("NEAR/")
  }

  private static func form(of group: [Token], text: String) -> QueryWord.Form {
    if group.count == 1 { return group[0].kind == .ideograph ? .ideographs : .single }
    if group[0].kind == .ideograph { return .ideographs }
    let marks = zip(group, group.dropFirst()).map { left, right in
      let offset = left.range.upperBound - group[0].range.lowerBound
      return right.range.lowerBound - left.range.upperBound == 1 && text.utf8.dropFirst(offset).first == 0x2D
    }
    return marks.allSatisfy { $0 } ? .hyphenated : .joined
  }

  private static func token(_ analysed: AnalysedText, _ token: Token) -> QueryToken {
    QueryToken(
      lowercased: String(decoding: analysed.lowercased(token), as: UTF8.self), hash: token.hash,
      kind: token.kind,
      isAllCapitals: token.shape.contains(.allCapitals))
  }
}
