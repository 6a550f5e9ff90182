internal import Articles
internal import TextAnalysis

/// Parts runs of capitals that hold more than a person's name, as headlines and lists make them.
///
/// `Endorse Donald Trump` and `Reuters Donald Trump` are `Donald Trump` in an article that has the full name in a
/// sentence; `Judge Rules Trump` and `Midwest Trump` are `Trump` where the family name is one of its people's, and
/// what stands before it is a word or a place and no given name. Two names in a row become two, and a person after an
/// organisation is parted from it.
struct PeopleRuns {
  private let document: NameDocument
  /// The full names of two words in sentences, and all family names.
  private var fullNames = HashSet()
  private var families = HashSet()
  /// Names of two words or more within sentences, by their last two words: no headline made them.
  private var pairs = HashSet()

  init(_ document: NameDocument, spans: [NameSpan]) {
    self.document = document
    var seen = HashSet()
    for span in spans where span.entityClass == .person {
      let last = document.tokens[span.tokens.upperBound - 1]
      if span.tokens.count == 1 {
        // A family name that stands alone twice is one of the article's people.
        if !seen.insert(last.hash) && !isGivenName(last) { families.insert(last.hash) }
        continue
      }
      let range = span.tokens.upperBound - 2..<span.tokens.upperBound
      let first = document.tokens[range.lowerBound]
      guard first.flags.isDisjoint(with: [.titleLine, .capitalsLine]) else { continue }
      if first.flags.isDisjoint(with: [.sentenceStart, .afterBreak]) {
        pairs.insert(document.phrase(range).value)
      }
      guard isGivenName(first) else { continue }
      if span.tokens.count == 2 { fullNames.insert(document.phrase(range).value) }
      families.insert(document.tokens[range.upperBound - 1].hash)
    }
  }

  /// The spans, those of people parted.
  func parted(_ spans: [NameSpan]) -> [NameSpan] {
    var parted: [NameSpan] = []
    parted.reserveCapacity(spans.count)
    for span in spans {
      if let last = parted.last, let whole = joined(last, span) {
        parted.removeLast()
        append(whole, to: &parted)
      } else if span.entityClass == .person {
        append(span, to: &parted)
      } else {
        appendBody(span, to: &parted)
      }
    }
    return parted
  }

  /// Two spans of people side by side as one, where the second ends with a family name that the first has: `Bill
  /// Clinton William` and `Jefferson Clinton`.
  private func joined(_ before: NameSpan, _ span: NameSpan) -> NameSpan? {
    guard before.entityClass == .person, span.entityClass == .person, before.tokens.count > 2,
      before.tokens.upperBound == span.tokens.lowerBound
    else { return nil }
    let family = document.tokens[span.tokens.upperBound - 1].hash
    guard document.tokens[before.tokens.dropFirst().dropLast()].contains(where: { $0.hash == family }) else {
      return nil
    }
    return NameSpan(tokens: before.tokens.lowerBound..<span.tokens.upperBound, entityClass: .person)
  }

  private func append(_ span: NameSpan, to spans: inout [NameSpan]) {
    var span = span
    while span.entityClass == .person, span.tokens.count > 1, let start = startOfSecond(in: span.tokens) {
      spans.append(NameSpan(tokens: span.tokens.lowerBound..<start, entityClass: .person))
      span = NameSpan(tokens: start..<span.tokens.upperBound, entityClass: .person)
    }
    guard span.entityClass == .person, span.tokens.count > 1 else { return spans.append(span) }
    guard !families.isEmpty, let start = startOfName(in: span.tokens) else { return spans.append(span) }
    let before = span.tokens.lowerBound..<start
    let isName =
      before.count > 1
      ? isFullName(start - 2..<start) : families.contains(document.tokens[start - 1].hash)
    if isName { spans.append(NameSpan(tokens: before, entityClass: .person)) }
    spans.append(NameSpan(tokens: start..<span.tokens.upperBound, entityClass: .person))
  }

  /// Appends an organisation or place, without a person of the article at its end: `State Rex Tillerson`.
  private func appendBody(_ span: NameSpan, to spans: inout [NameSpan]) {
    let start = span.tokens.upperBound - 2
    guard start > span.tokens.lowerBound,
      isFullName(start..<start + 2) || isPerson(at: start),
      document.tokens[start - 1].isWord
    else { return spans.append(span) }
    let body = span.tokens.lowerBound..<start
    if let entry = Gazetteer.shared[document.phrase(body)], entry.organisation > 0 || entry.place > 0 {
      spans.append(NameSpan(tokens: body, entityClass: span.entityClass))
    }
    spans.append(NameSpan(tokens: start..<start + 2, entityClass: .person))
  }

  /// Whether a given name stands at a token, and the family name of one of the article's people after it.
  private func isPerson(at start: Int) -> Bool {
    let tokens = document.tokens
    guard families.contains(tokens[start + 1].hash), isGivenName(tokens[start]) else { return false }
    return Gazetteer.shared.classes(ofWord: tokens[start].hash).isDisjoint(with: [.commonWord, .orgWord])
  }

  /// Where the second of two names begins that a run gives one after the other, as after a lost line end.
  ///
  /// It is behind the family name that ends it too, `Joni Ernst Joni Kay Ernst`, or behind a `Jr.`
  private func startOfSecond(in run: Range<Int>) -> Int? {
    guard run.count > 2 else { return nil }
    if run.count == 3, isBeforeNickname(run) { return run.upperBound - 1 }
    let family = document.tokens[run.upperBound - 1].hash
    return (run.lowerBound + 1..<run.upperBound - 1).first {
      if document.tokens[$0].hash == family { return true }
      return $0 > run.lowerBound + 1 && document.tokens[$0].form != .initial
        && Gazetteer.shared.classes(ofWord: document.tokens[$0].hash).contains(.personSuffix)
        && document.tokens[$0 + 1].form == .capitalised
    }.map { $0 + 1 }
  }

  /// Whether the last of three words begins a name of its own that goes on in brackets: `Mike Pence Michael (Mike)`.
  private func isBeforeNickname(_ run: Range<Int>) -> Bool {
    let tokens = document.tokens
    guard run.upperBound < tokens.count, tokens[run.upperBound].form == .opening else { return false }
    return isGivenName(tokens[run.lowerBound]) && isGivenName(tokens[run.upperBound - 1])
      && families.contains(tokens[run.lowerBound + 1].hash)
      && !Gazetteer.shared.classes(ofWord: tokens[run.upperBound - 1].hash).contains(.surname)
  }

  /// Where the name at the end of a run begins; nil where the run is one name.
  private func startOfName(in run: Range<Int>) -> Int? {
    let last = run.upperBound - 1
    if run.count > 2, document.tokens[run.lowerBound].hash == document.tokens[last].hash {
      return run.lowerBound + 1
    }
    if run.count > 2, isFullName(last - 1..<run.upperBound),
      isBeforeFullName(document.tokens[last - 2]) || isFullName(run.lowerBound..<last - 1)
    {
      return last - 1
    }
    guard families.contains(document.tokens[last].hash),
      !pairs.contains(document.phrase(last - 1..<run.upperBound).value),
      !isFullName(last - 1..<run.upperBound),
      isOutside(document.tokens[last - 1]) || isFullName(run.lowerBound..<last)
    else { return nil }
    return last
  }

  /// Whether the last two words of a range are a full name.
  private func isFullName(_ range: Range<Int>) -> Bool {
    range.count > 1
      && fullNames.contains(document.phrase(range.upperBound - 2..<range.upperBound).value)
  }

  /// Whether a word before a name can be no part of it: neither a given name nor an initial, but a word, a place, a
  /// month, or another person's family name.
  private func isOutside(_ token: NameToken) -> Bool {
    guard token.form != .initial, token.form != .dotted, token.isWord else { return false }
    let classes = Gazetteer.shared.classes(ofWord: token.hash)
    if classes.contains(.functionWord) && classes.isDisjoint(with: .particle) {
      return !token.flags.isDisjoint(with: [.sentenceStart, .titleLine, .capitalsLine])
    }
    guard classes.isDisjoint(with: [.givenName, .title, .particle, .surnameFirst]) else { return false }
    return families.contains(token.hash) || Self.isMostlyLower(token)
      || !classes.isDisjoint(with: [.country, .region, .largeCity, .calendar, .demonym, .company])
  }

  /// Whether a word before a given and a family name is outside: any that is no given name or initial itself.
  private func isBeforeFullName(_ token: NameToken) -> Bool {
    token.form != .initial && token.form != .dotted && token.isWord
      && Gazetteer.shared.classes(ofWord: token.hash).isDisjoint(with: [.givenName, .particle, .surnameFirst])
  }

  /// Whether news writes a word mostly without a capital.
  private static func isMostlyLower(_ token: NameToken) -> Bool {
    lexicon?.entry(of: UInt32(truncatingIfNeeded: token.hash) | 1).casing == 1
  }

  private static let lexicon = EntityModel.embedded?.lexicon

  private func isGivenName(_ token: NameToken) -> Bool {
    Gazetteer.shared.classes(ofWord: token.hash).contains(.givenName)
  }
}
