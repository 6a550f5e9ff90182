internal import Articles
internal import TextAnalysis

/// Finds names in Chinese or Japanese characters beside their Latin form in brackets, on whichever side.
///
/// `习近平 (Xi Jinping)` is one person. The tagger knows no such characters; Cyrillic names it finds by their capitals.
struct ForeignNames {
  private static let most = 12

  private let tokens: ContiguousArray<NameToken>

  private init(_ document: NameDocument) { tokens = document.tokens }

  /// The spans with those of such names among them, in order.
  static func added(to spans: [NameSpan], in document: NameDocument) -> [NameSpan] {
    guard document.tokens.contains(where: { $0.form == .ideograph }) else { return spans }
    let names = ForeignNames(document)
    var all: [NameSpan] = []
    for (index, span) in spans.enumerated() {
      let start = index > 0 ? spans[index - 1].tokens.upperBound : 0
      let end = index + 1 < spans.count ? spans[index + 1].tokens.lowerBound : document.tokens.count
      if let before = names.before(span, from: max(start, all.last?.tokens.upperBound ?? 0)) {
        all.append(before)
      }
      all.append(span)
      if let after = names.after(span, to: end) { all.append(after) }
    }
    return all
  }

  /// Whether a name is written in no Latin letters.
  static func isForeign(_ span: NameSpan, _ document: NameDocument) -> Bool {
    let token = document.tokens[span.tokens.lowerBound]
    // A suffix is the last three bytes: letters beyond Latin ones begin at U+0370, 0xCD in UTF-8.
    return token.form == .ideograph || (token.suffix & 0xFF >= 0x80 && token.suffix >> 8 & 0xFF >= 0xCD)
  }

  private func before(_ span: NameSpan, from start: Int) -> NameSpan? {
    let bracket = span.tokens.lowerBound - 1
    guard bracket > start, tokens[bracket].form == .opening else { return nil }
    var first = bracket
    while first > start, tokens[first - 1].form == .ideograph { first -= 1 }
    return name(first..<bracket, span.entityClass)
  }

  private func after(_ span: NameSpan, to end: Int) -> NameSpan? {
    let bracket = span.tokens.upperBound
    guard bracket < end, tokens[bracket].form == .opening else { return nil }
    var last = bracket + 1
    while last < end, tokens[last].form == .ideograph { last += 1 }
    return name(bracket + 1..<last, span.entityClass)
  }

  private func name(_ range: Range<Int>, _ entityClass: EntityClass) -> NameSpan? {
    guard !range.isEmpty, range.count <= Self.most else { return nil }
    return NameSpan(tokens: range, entityClass: entityClass)
  }
}
