internal import Articles

/// Finds names by rules over capitals, the gazetteer and class words; needs no training.
struct RuleTagger: NameTagger {
  private let gazetteer = Gazetteer.shared
  private let matcher = PhraseMatcher()
  /// Family names of people whose full names the document has.
  private var people: Set<UInt64> = []

  init() {}

  func spans(in document: NameDocument) -> [NameSpan] {
    var spans: [NameSpan] = []
    document.tokens.withUnsafeBufferPointer { tokens in
      spans = self.spans(tokens, document.sentences, people: [])
      let people = Set(
        spans.filter { $0.entityClass == .person && $0.tokens.count > 1 }
          .map { tokens[$0.tokens.upperBound - 1].hash })
      if !people.isEmpty { spans = self.spans(tokens, document.sentences, people: people) }
    }
    return spans
  }

  /// The spans, given the family names of people whose full names the document has.
  private func spans(
    _ tokens: UnsafeBufferPointer<NameToken>, _ sentences: ContiguousArray<Range<Int>>, people: Set<UInt64>
  ) -> [NameSpan] {
    var spans: [NameSpan] = []
    var tagger = self
    tagger.people = people
    for sentence in sentences {
      if tokens[sentence.lowerBound].flags.contains(.capitalsLine) {
        tagger.appendPlaces(tokens, in: sentence, to: &spans)
      } else {
        tagger.appendNames(tokens, in: sentence, to: &spans)
      }
    }
    return spans
  }

  /// In a line of capitals only names of the gazetteer are trusted.
  private func appendPlaces(
    _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>, to spans: inout [NameSpan]
  ) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard tokens[index].hasCapital, let span = known(at: index, tokens, before: sentence.upperBound) else {
        index += 1
        continue
      }
      spans.append(span)
      index = span.tokens.upperBound
    }
  }

  private func appendNames(
    _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>, to spans: inout [NameSpan]
  ) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard tokens[index].hasCapital else {
        index += 1
        continue
      }
      let titled = titleLength(at: index, tokens, before: sentence.upperBound)
      index += titled
      let run = capitals(from: index, tokens, before: sentence.upperBound)
      appendRun(run, tokens, in: sentence, titled: titled > 0, to: &spans)
      index = max(run.upperBound, (spans.last?.tokens.upperBound ?? 0))
    }
  }

  /// The tokens of a title with small words in it that begins here, `Secretary of State`; 0 where none does.
  private func titleLength(at index: Int, _ tokens: UnsafeBufferPointer<NameToken>, before end: Int) -> Int {
    guard let title = matcher.longest(at: index, in: tokens, before: end, wanted: .title), title.length > 2,
      index + title.length < end, tokens[index + title.length].hasCapital
    else { return 0 }
    return title.length
  }

  /// The capitalised words from here on.
  private func capitals(
    from start: Int, _ tokens: UnsafeBufferPointer<NameToken>, before end: Int
  ) -> Range<Int> {
    var index = start
    while index < end, tokens[index].hasCapital {
      if index > start, titleLength(at: index, tokens, before: end) > 0 { break }
      index += 1
    }
    return start..<index
  }

  /// Splits a run of capitalised words into what is known and the rest.
  private func appendRun(
    _ run: Range<Int>, _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>,
    titled isTitled: Bool, to spans: inout [NameSpan]
  ) {
    var start = run.lowerBound
    var titled = isTitled
    while start < run.upperBound {
      if let known = known(at: start, tokens, before: sentence.upperBound),
        known.tokens.upperBound >= run.upperBound || known.tokens.count > 1
      {
        spans.append(known)
        start = known.tokens.upperBound
        continue
      }
      let classes = gazetteer.classes(ofWord: tokens[start].hash)
      if let title = matcher.longest(at: start, in: tokens, before: run.upperBound, wanted: .title),
        !classes.contains(.givenName)
      {
        titled = true
        start += title.length
      } else if !classes.isDisjoint(with: [.functionWord, .demonym, .calendar]) {
        start += 1
      } else {
        break
      }
    }
    guard start < run.upperBound else { return }
    if let span = named(start..<run.upperBound, tokens, in: sentence, titled: titled) { spans.append(span) }
  }

  /// A place or organisation of the gazetteer that begins here.
  private func known(
    at index: Int, _ tokens: UnsafeBufferPointer<NameToken>, before end: Int
  ) -> NameSpan? {
    let wanted = WordClasses.anyPlace.union(.anyOrganisation)
    guard let match = matcher.longest(at: index, in: tokens, before: end, wanted: wanted) else { return nil }
    let classes = match.classes
    let isWeak = !classes.isDisjoint(with: [.commonWord, .givenName, .surname, .functionWord])
    let isStrong = !classes.isDisjoint(with: [.country, .region, .largeCity])
    if match.length == 1 && isWeak && !isStrong { return nil }
    let isPlace = !classes.isDisjoint(with: .anyPlace)
    if !isPlace || (match.organisation > 0 && match.place == 0) {
      return NameSpan(tokens: index..<index + match.length, entityClass: .organisation)
    }
    return NameSpan(tokens: index..<index + match.length, entityClass: .place)
  }

  /// Decides what the unknown name is.
  private func named(
    _ run: Range<Int>, _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>, titled: Bool
  ) -> NameSpan? {
    let first = gazetteer.classes(ofWord: tokens[run.lowerBound].hash)
    let last = gazetteer.classes(ofWord: tokens[run.upperBound - 1].hash)
    let single = run.count == 1
    if titled { return NameSpan(tokens: run, entityClass: .person) }
    if !single && (!last.isDisjoint(with: [.orgWord, .orgSuffix])) {
      return NameSpan(tokens: run, entityClass: .organisation)
    }
    if first.contains(.orgWord), let end = afterOf(run, tokens, in: sentence) {
      return NameSpan(tokens: run.lowerBound..<end, entityClass: .organisation)
    }
    if !single && !first.union(last).isDisjoint(with: .placeWord) {
      return NameSpan(tokens: run, entityClass: .place)
    }
    if !single && first.contains(.givenName) && run.count <= 4 {
      return NameSpan(tokens: run, entityClass: .person)
    }
    return single
      ? namedAlone(run, first, tokens, in: sentence) : namedInContext(run, last, tokens, in: sentence)
  }

  /// One past an organisation's name that goes on after "of": `Ministry of Foreign Affairs`.
  private func afterOf(
    _ run: Range<Int>, _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>
  ) -> Int? {
    let next = run.upperBound
    guard next + 1 < sentence.upperBound, tokens[next].form == .lower,
      gazetteer.classes(ofWord: tokens[next].hash).contains(.particle), tokens[next + 1].hasCapital
    else { return nil }
    return capitals(from: next + 1, tokens, before: sentence.upperBound).upperBound
  }

  private func namedAlone(
    _ run: Range<Int>, _ classes: WordClasses, _ tokens: UnsafeBufferPointer<NameToken>,
    in sentence: Range<Int>
  ) -> NameSpan? {
    let token = tokens[run.lowerBound]
    if people.contains(token.hash) { return NameSpan(tokens: run, entityClass: .person) }
    if token.form == .allCapitals && token.end - token.start >= 3 {
      return NameSpan(tokens: run, entityClass: .organisation)
    }
    guard classes.isDisjoint(with: [.commonWord, .orgWord, .placeWord]), token.form == .capitalised,
      token.flags.isDisjoint(with: [.sentenceStart, .titleLine]) || classes.contains(.surname)
    else { return nil }
    if classes.contains(.surname) { return NameSpan(tokens: run, entityClass: .person) }
    let before = run.lowerBound > sentence.lowerBound ? tokens[run.lowerBound - 1].hash : 0
    if gazetteer.classes(ofWord: before).contains(.placePreposition) {
      return NameSpan(tokens: run, entityClass: .place)
    }
    return speaks(run, tokens, in: sentence) ? NameSpan(tokens: run, entityClass: .person) : nil
  }

  private func namedInContext(
    _ run: Range<Int>, _ last: WordClasses, _ tokens: UnsafeBufferPointer<NameToken>,
    in sentence: Range<Int>
  ) -> NameSpan? {
    guard !tokens[run.lowerBound].flags.contains(.titleLine), run.count <= 4 else { return nil }
    if last.contains(.surname) || speaks(run, tokens, in: sentence) {
      return NameSpan(tokens: run, entityClass: .person)
    }
    return NameSpan(tokens: run, entityClass: .organisation)
  }

  /// Whether a verb of speech follows.
  private func speaks(
    _ run: Range<Int>, _ tokens: UnsafeBufferPointer<NameToken>, in sentence: Range<Int>
  ) -> Bool {
    run.upperBound < sentence.upperBound
      && gazetteer.classes(ofWord: tokens[run.upperBound].hash).contains(.speechVerb)
  }
}
