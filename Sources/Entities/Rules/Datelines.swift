internal import Articles
internal import TextAnalysis

/// Reads the dateline that an agency's report begins with, and the names in the report by it.
///
/// `FLINT, Mich. — ` and `DAYTON (AP) — ` say where a report was written, and that Flint is a place in it, though it is
/// a family name in others. A word in capitals without a region behind it must be a place that the gazetteer knows:
/// `EXCLUSIVE — ` is none.
struct Datelines {
  /// The most words of the name.
  private static let mostWords = 3
  /// The most tokens from the first to the dash.
  private static let mostTokens = 14

  private let document: NameDocument
  /// The name in the dateline; nil where the text begins otherwise.
  private let name: Range<Int>?

  /// - Parameter start: The first token of the text.
  init(_ document: NameDocument, start: Int) {
    self.document = document
    name = Self.name(in: document, at: start)
  }

  private static func name(in document: NameDocument, at start: Int) -> Range<Int>? {
    let tokens = document.tokens[start...].prefix(mostTokens)
    let words = tokens.prefix { $0.form == .allCapitals }
    guard (1...mostWords).contains(words.count), let dash = tokens.firstIndex(where: { $0.form == .dash }),
      words.endIndex <= dash
    else { return nil }
    var rest = tokens[words.endIndex..<dash]
    let hasRegion = rest.first?.form == .comma
    if hasRegion { rest = rest.dropFirst().drop { $0.hasCapital || $0.form == .stop } }
    // What is left is the agency in brackets.
    if rest.first?.form == .opening, rest.last?.form == .closing { rest = rest[rest.endIndex...] }
    let name = words.startIndex..<words.endIndex
    let isPlace = Gazetteer.shared[document.phrase(name)].map { $0.place > 0 } ?? false
    return rest.isEmpty && (hasRegion || isPlace) ? name : nil
  }

  /// The spans, with the dateline's name a place, and no longer somebody's name wherever the article has it alone.
  ///
  /// Where somebody in the article is called so, only that one is named, and the dateline is left out.
  func corrected(_ spans: [NameSpan]) -> [NameSpan] {
    guard let name else { return spans }
    let last = document.tokens[name.upperBound - 1].hash
    let isSomebody = spans.contains {
      $0.entityClass == .person && $0.tokens.count > 1
        && document.tokens[$0.tokens.upperBound - 1].hash == last
        && !$0.tokens.overlaps(name)
    }
    if isSomebody { return spans.filter { $0.tokens != name || $0.entityClass == .place } }
    let phrase = document.phrase(name)
    return spans.map { span in
      let isPlace =
        span.tokens == name || (span.entityClass == .person && document.phrase(span.tokens) == phrase)
      return isPlace ? NameSpan(tokens: span.tokens, entityClass: .place) : span
    }
  }
}
