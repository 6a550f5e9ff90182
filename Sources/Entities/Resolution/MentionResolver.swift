internal import Articles
internal import Lexicons
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
  private let noNames: NoNames

  init(document: NameDocument, title: String, text: String) {
    self.document = document
    self.title = title
    self.text = text
    noNames = NoNames(document: document)
  }

  /// The mentions of the spans, in their order, without those that are nothing but a title.
  ///
  /// - Parameter titleCount: How many of the document's tokens are of the article's title.
  func mentions(of spans: [NameSpan], titleCount: Int) -> RecognisedArticle {
    guard !spans.isEmpty else { return RecognisedArticle(title: [], text: []) }
    let trimmed = spans.map(trimmed)
    var names = ArticleNames(spans: trimmed, document: document, title: title, text: text)
    names.resolve()
    let states = StateNames(document, spans: trimmed)
    var inTitle: [Mention] = []
    var inText: [Mention] = []
    inText.reserveCapacity(spans.count)
    for index in spans.indices {
      let place = Place(of: trimmed[index], in: self)
      let found: Mention?
      if let state = states.name(of: place.span) {
        found = mention(place, ofState: state)
      } else if let state = abbreviated(place, after: index > 0 ? trimmed[index - 1] : nil) {
        found = mention(place, ofState: state)
      } else {
        found = mention(place, name: names.name(ofSpan: index))
      }
      guard let found else { continue }
      if spans[index].tokens.lowerBound < titleCount { inTitle.append(found) } else { inText.append(found) }
    }
    return RecognisedArticle(title: inTitle, text: inText)
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
    if span.entityClass == .person { range = withoutSeat(untitled(range)) }
    if span.entityClass == .organisation { range = withoutOffice(range) }
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
    Gazetteer.shared[document.phrase(range)].map { $0.place > 0 || $0.organisation > 0 } ?? false
  }

  /// Whether a word is a place with an adjective on it, which is outside the name: `London-based`.
  private func isAdjective(_ token: NameToken) -> Bool {
    guard token.form == .mixed else { return false }
    let word = Self.written(token.flags.contains(.inTitle) ? title : text, token.range)
    guard word.first?.isUppercase == true, let hyphen = word.lastIndex(of: "-") else { return false }
    return Self.adjectives.contains(String(word[word.index(after: hyphen)...]))
  }

  private static let adjectives = Set(Lexicon.entries(.compoundParticiples))

  /// A person's name without the titles before it, and without what stands before a title within it:
  /// `Montana Gov. Steve Bullock` is `Steve Bullock`.
  private func untitled(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while beginsWithTitle(range) { range.removeFirst() }
    guard range.count > 2,
      let last = (range.lowerBound + 1..<range.upperBound - 1).last(where: {
        isTitleWithin(document.tokens[$0])
      }),
      !Gazetteer.shared.classes(ofWord: document.tokens[last + 1].hash).contains(.personSuffix)
    else { return range }
    return last + 1..<range.upperBound
  }

  /// A person's name without where the person is from or at: `David Kirk of Oxford`, but `Henry of Navarre`.
  private func withoutSeat(_ range: Range<Int>) -> Range<Int> {
    let of = range.dropFirst(2).first { document.tokens[$0].hash == Self.of }
    return of.map { range.lowerBound..<$0 } ?? range
  }

  private static let of = TokenHash.hash("of".utf8)

  /// An organisation's name without the office that somebody holds in it: `Senate Majority Leader`, `Supreme Court
  /// Justice`, and `White House Press` before `Secretary`.
  private func withoutOffice(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let tokens = document.tokens
    var isOffice = range.upperBound < tokens.count && Self.offices.contains(tokens[range.upperBound].hash)
    while range.count > 1,
      tokens[range.upperBound - 2].hasCapital || tokens[range.upperBound - 2].form == .possessive
    {
      let last = tokens[range.upperBound - 1].hash
      let isJustice = last == Self.justice && tokens[range.upperBound - 2].hash == Self.court
      guard Self.offices.contains(last) || isJustice || (isOffice && Self.ranksOfOffice.contains(last)) else {
        break
      }
      isOffice = true
      range.removeLast()
    }
    while range.count > 1, tokens[range.upperBound - 1].form == .possessive { range.removeLast() }
    return range
  }

  /// Whether a span is nothing but a word before an office: `Press` before `secretary`.
  private func isRank(_ span: NameSpan) -> Bool {
    let next = span.tokens.upperBound
    return span.tokens.count == 1 && next < document.tokens.count
      && Self.ranksOfOffice.contains(document.tokens[span.tokens.lowerBound].hash)
      && Self.offices.contains(document.tokens[next].hash)
  }

  private static let offices = HashSet(.offices)
  private static let ranksOfOffice = HashSet(.officeRanks)
  private static let justice = TokenHash.hash("justice".utf8)
  private static let court = TokenHash.hash("court".utf8)

  private func beginsWithTitle(_ range: Range<Int>) -> Bool {
    range.count > 1
      && NameTitles.begins(
        document.tokens[range.lowerBound].hash, next: document.tokens[range.lowerBound + 1].hash,
        count: range.count)
  }

  private func isTitleWithin(_ token: NameToken) -> Bool {
    let classes = Gazetteer.shared.classes(ofWord: token.hash)
    guard classes.contains(.title), classes.isDisjoint(with: .givenName) else { return false }
    let source = token.flags.contains(.inTitle) ? title : text
    let hasDot = Self.written(source, token.range).hasSuffix(".")
    return hasDot || classes.isDisjoint(with: .surname)
  }

  private static let the = TokenHash.hash("the".utf8)

  private func mention(_ place: Place, name: ArticleNames.Resolved?) -> Mention? {
    guard let name, !name.isBody, !noNames.contains(place.span, written: place.written), !isRank(place.span)
    else { return nil }
    return Mention(
      entityClass: name.entityClass, range: place.bytes, name: place.written, canonicalName: name.canonical,
      key: EntityKey(entityClass: name.entityClass, text: name.key), recordNumber: name.record)
  }

  /// The name of a state that is abbreviated; nil for every other span.
  private func abbreviated(_ place: Place, after before: NameSpan?) -> String? {
    guard place.span.tokens.count == 1, let meaning = StateAbbreviations.meaning(of: place.written),
      !meaning.needsPlace || isAfterPlace(place.span, before) || isSeat(place.span)
    else { return nil }
    return meaning.state
  }

  /// Whether a comma alone parts a span from a place before it.
  private func isAfterPlace(_ span: NameSpan, _ before: NameSpan?) -> Bool {
    guard let before, before.entityClass == .place else { return false }
    return before.tokens.upperBound + 1 == span.tokens.lowerBound
      && document.tokens[before.tokens.upperBound].form == .comma
  }

  /// Whether a span stands after a party's letter, as the state of a member of Congress, `(R., Wis.)`, or is dotted and
  /// alone in brackets.
  private func isSeat(_ span: NameSpan) -> Bool {
    let tokens = document.tokens
    let before = tokens[..<span.tokens.lowerBound].suffix(2)
    guard before.count == 2, let party = before.first, let mark = before.last else { return false }
    let isAlone =
      mark.form == .opening && tokens[span.tokens.lowerBound].form == .dotted
      && span.tokens.upperBound < tokens.count && tokens[span.tokens.upperBound].form == .closing
    return isAlone || ((mark.form == .comma || mark.form == .dash) && Self.partyLetters.contains(party.hash))
  }

  private static let partyLetters = HashSet(.partyLetters)

  private func mention(_ place: Place, ofState name: String) -> Mention {
    let words = NameWords(name)
    return Mention(
      entityClass: .place, range: place.bytes, name: place.written, canonicalName: name,
      key: EntityKey(entityClass: .place, text: EntityKey.text(of: words, as: .place)),
      recordNumber: words.entry?.place ?? 0)
  }

  /// Where a span stands, and how it is written there.
  private struct Place {
    let span: NameSpan
    let bytes: Range<Int>
    let written: String

    init(of span: NameSpan, in resolver: MentionResolver) {
      self.span = span
      let first = resolver.document.tokens[span.tokens.lowerBound]
      bytes = Int(first.start)..<Int(resolver.document.tokens[span.tokens.upperBound - 1].end)
      written = MentionResolver.written(
        first.flags.contains(.inTitle) ? resolver.title : resolver.text, bytes)
    }
  }

  /// A part of a text on one line, without soft hyphens and other characters that take no room.
  static func written(_ text: String, _ range: Range<Int>) -> String {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      guard part.allSatisfy({ $0 &- 0x20 < 0x60 }) else { return nil }
      return String(decoding: part, as: UTF8.self)
    }
    return plain.flatMap(\.self) ?? visible(text, range)
  }

  /// A part of a text that may hold line ends and characters beyond ASCII.
  private static func visible(_ text: String, _ range: Range<Int>) -> String {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    var visible = String.UnicodeScalarView()
    visible.append(
      contentsOf: text[start..<end].unicodeScalars.lazy.filter { !NormalForm.isInvisible($0) })
    return String(visible).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
