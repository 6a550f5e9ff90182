internal import Articles

/// Parts runs of capitals that hold more than a person's name, as headlines and lists make them.
///
/// `Endorse Donald Trump` and `Reuters Donald Trump` are `Donald Trump` in an article that has the full name in a
/// sentence; `Judge Rules Trump` and `Midwest Trump` are `Trump` where the family name is one of its people's, and
/// what stands before it is a word or a place and no given name. Two names in a row become two.
struct PeopleRuns {
  private let document: NameDocument
  /// The full names of two words in sentences, and all family names.
  private var fullNames: Set<PhraseHash> = []
  private var families: Set<UInt64> = []
  /// Names of two words or more within sentences, by their last two words: no headline made them.
  private var pairs: Set<PhraseHash> = []

  init(_ document: NameDocument, spans: [NameSpan]) {
    self.document = document
    var seen: Set<UInt64> = []
    for span in spans where span.entityClass == .person {
      let last = document.tokens[span.tokens.upperBound - 1]
      if span.tokens.count == 1 {
        // A family name that stands alone twice is one of the article's people.
        if !seen.insert(last.hash).inserted && !isGivenName(last) { families.insert(last.hash) }
        continue
      }
      let range = span.tokens.upperBound - 2..<span.tokens.upperBound
      let first = document.tokens[range.lowerBound]
      guard first.flags.isDisjoint(with: [.titleLine, .capitalsLine]) else { continue }
      if first.flags.isDisjoint(with: [.sentenceStart, .afterBreak]) { pairs.insert(phrase(range)) }
      guard isGivenName(first) else { continue }
      if span.tokens.count == 2 { fullNames.insert(phrase(range)) }
      families.insert(document.tokens[range.upperBound - 1].hash)
    }
  }

  /// The spans, those of people parted.
  func parted(_ spans: [NameSpan]) -> [NameSpan] {
    guard !families.isEmpty else { return spans }
    var parted: [NameSpan] = []
    parted.reserveCapacity(spans.count)
    for span in spans { append(span, to: &parted) }
    return parted
  }

  private func append(_ span: NameSpan, to spans: inout [NameSpan]) {
    guard span.entityClass == .person, span.tokens.count > 1, let start = startOfName(in: span.tokens) else {
      return spans.append(span)
    }
    let before = span.tokens.lowerBound..<start
    let isName =
      before.count > 1
      ? fullNames.contains(phrase(start - 2..<start)) : families.contains(document.tokens[start - 1].hash)
    if isName { spans.append(NameSpan(tokens: before, entityClass: .person)) }
    spans.append(NameSpan(tokens: start..<span.tokens.upperBound, entityClass: .person))
  }

  /// Where the name at the end of a run begins; nil where the run is one name.
  private func startOfName(in run: Range<Int>) -> Int? {
    let last = run.upperBound - 1
    if run.count > 2, document.tokens[run.lowerBound].hash == document.tokens[last].hash {
      return run.lowerBound + 1
    }
    if run.count > 2, fullNames.contains(phrase(last - 1..<run.upperBound)),
      isBeforeFullName(document.tokens[last - 2]) || isFullName(run.lowerBound..<last - 1)
    {
      return last - 1
    }
    guard families.contains(document.tokens[last].hash), !pairs.contains(phrase(last - 1..<run.upperBound)),
      !fullNames.contains(phrase(last - 1..<run.upperBound)),
      isOutside(document.tokens[last - 1]) || isFullName(run.lowerBound..<last)
    else { return nil }
    return last
  }

  private func isFullName(_ range: Range<Int>) -> Bool {
    range.count > 1 && fullNames.contains(phrase(range.upperBound - 2..<range.upperBound))
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

  private func phrase(_ range: Range<Int>) -> PhraseHash {
    var phrase = PhraseHash()
    for token in document.tokens[range] { phrase.append(token.hash) }
    return phrase
  }
}
