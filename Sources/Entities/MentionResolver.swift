internal import Articles
internal import TextAnalysis

/// Resolves the names of one article to entities: the short form to the long one, the acronym to the name.
///
/// - A family name alone stands for the one person of that family name in the article; where the article has
///   two, it stays by itself. `Mr Blinken` and `Secretary Blinken` are `Blinken` here, titles being outside.
/// - Two full names are one person where the family names are equal and the given names agree: the same, an
///   initial, or forms of one name (`Joe`, `Joseph`).
/// - An acronym in brackets after an organisation, or one of its initials, is that organisation.
/// - Names that the gazetteer knows are the gazetteer's.
struct MentionResolver {
  private let document: NameDocument
  private let title: String
  private let text: String

  init(document: NameDocument, title: String, text: String) {
    self.document = document
    self.title = title
    self.text = text
  }

  /// The mentions of the spans, in their order; nil where a span is nothing but a title.
  func mentions(of spans: [NameSpan]) -> [Mention?] {
    guard !spans.isEmpty else { return [] }
    let trimmed = spans.map(trimmed)
    var names = ArticleNames(spans: trimmed, document: document, title: title, text: text)
    names.resolve()
    return trimmed.indices.map { mention(trimmed[$0], name: names.name(ofSpan: $0)) }
  }

  /// A span without titles before a person, a leading "the", and a possessive.
  private func trimmed(_ span: NameSpan) -> NameSpan {
    var range = span.tokens
    let tokens = document.tokens
    while range.count > 1, tokens[range.upperBound - 1].form == .possessive { range.removeLast() }
    while range.count > 1, isAdjective(tokens[range.lowerBound]) { range.removeFirst() }
    while range.count > 1, tokens[range.lowerBound].hash == Self.the, !isKnown(range),
      span.entityClass != .organisation || tokens[range.lowerBound].form == .lower
    {
      range.removeFirst()
    }
    if span.entityClass == .person { range = untitled(range) }
    let before = range.lowerBound - 1
    if before >= 0, tokens[before].hash == Self.the, tokens[before].form == .capitalised,
      tokens[before].flags.contains(.inTitle) == tokens[range.lowerBound].flags.contains(.inTitle),
      span.entityClass == .place, isKnown(before..<range.upperBound)
    {
      range = before..<range.upperBound
    }
    return NameSpan(tokens: range, entityClass: span.entityClass)
  }

  /// Whether the gazetteer has a name with its "the": The Hague.
  private func isKnown(_ range: Range<Int>) -> Bool {
    var phrase = PhraseHash()
    for token in document.tokens[range] { phrase.append(token.hash) }
    return Gazetteer.shared[phrase].map { $0.place > 0 || $0.organisation > 0 } ?? false
  }

  /// Whether a word is a place with an adjective on it, which is outside the name: `London-based`.
  private func isAdjective(_ token: NameToken) -> Bool {
    guard token.form == .mixed else { return false }
    let word = Self.written(token.flags.contains(.inTitle) ? title : text, token.range)
    guard word.first?.isUppercase == true, let hyphen = word.lastIndex(of: "-") else { return false }
    return Self.adjectives.contains(String(word[word.index(after: hyphen)...]))
  }

  private static let adjectives: Set<String> = [
    "based", "backed", "led", "owned", "run", "born", "controlled", "funded", "listed", "held", "occupied",
    "style", "educated", "trained", "sponsored", "linked", "era", "wide", "area",
  ]

  /// A person's name without the titles before it, and without what stands before a title within it:
  /// `Montana Gov. Steve Bullock` is `Steve Bullock`.
  private func untitled(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while range.count > 1, isTitle(document.tokens[range.lowerBound], atStart: true) { range.removeFirst() }
    let titles = range.dropFirst().dropLast().filter { isTitle(document.tokens[$0], atStart: false) }
    guard let last = titles.last,
      !Gazetteer.shared.classes(ofWord: document.tokens[last + 1].hash).contains(.personSuffix)
    else { return range }
    return last + 1..<range.upperBound
  }

  private func isTitle(_ token: NameToken, atStart: Bool) -> Bool {
    if atStart && Self.outdated.contains(token.hash) { return true }
    let classes = Gazetteer.shared.classes(ofWord: token.hash)
    guard classes.contains(.title), classes.isDisjoint(with: .givenName) else { return false }
    if atStart { return true }
    let source = token.flags.contains(.inTitle) ? title : text
    let hasDot = Self.written(source, token.range).hasSuffix(".")
    return hasDot || classes.isDisjoint(with: .surname)
  }

  private static let outdated = Set(
    ["former", "acting", "retired", "outgoing", "incoming"].map { TokenHash.hash($0.utf8) })
  private static let the = TokenHash.hash("the".utf8)

  private func mention(_ span: NameSpan, name: ArticleNames.Name?) -> Mention? {
    guard let name else { return nil }
    let first = document.tokens[span.tokens.lowerBound]
    let last = document.tokens[span.tokens.upperBound - 1]
    let bytes = Int(first.start)..<Int(last.end)
    let source = first.flags.contains(.inTitle) ? title : text
    return Mention(
      entityClass: name.entityClass, range: bytes, name: Self.written(source, bytes),
      canonicalName: name.canonical, key: EntityKey(entityClass: name.entityClass, text: name.key),
      recordNumber: name.record)
  }

  /// A part of a text on one line.
  static func written(_ text: String, _ range: Range<Int>) -> String {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    let part = text.utf8[start..<end]
    guard part.contains(where: { $0 < 0x20 }) else { return String(text[start..<end]) }
    return String(text[start..<end]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
