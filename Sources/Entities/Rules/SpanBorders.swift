internal import Articles
internal import TextAnalysis

/// Corrects spans whose borders grammar shows to be wrong, before the article's own names are looked at.
///
/// `and` stands between two people and in none; a name that a lost line end doubled is one; what belongs to an office is not
/// the holder's, `Minister for Women and Equalities Nerys Calder`; a body that is known ends before a person whose family name
/// stands first, `European Union Fu Cong`; a maker with a number is a model, `Boeing 737 Max`, and no organisation.
struct SpanBorders {
  private let document: NameDocument
  /// How far back an office is looked for.
  private static let officeWithin = 10

  init(_ document: NameDocument) { self.document = document }

  /// The spans with their borders corrected.
  func corrected(_ spans: [NameSpan]) -> [NameSpan] {
    var corrected: [NameSpan] = []
    corrected.reserveCapacity(spans.count)
    for span in spans {
      switch span.entityClass {
      case .person: corrected += people(in: span.tokens)
      case .organisation: corrected += organisation(span.tokens)
      case .place: corrected.append(span)
      }
    }
    return corrected
  }

  // MARK: People

  private func people(in run: Range<Int>) -> [NameSpan] {
    if run.count > 2,
      let and = run.dropFirst().dropLast().first(where: { Self.conjunctions.contains(hash($0)) })
    {
      return people(in: run.lowerBound..<and) + people(in: and + 1..<run.upperBound)
    }
    if run.count == 2, hash(run.lowerBound) == hash(run.upperBound - 1) {
      return [NameSpan(tokens: run.dropFirst(), entityClass: .person)]
    }
    return [NameSpan(tokens: withoutDepartment(run), entityClass: .person)]
  }

  /// A run without the last words of the office before it.
  private func withoutDepartment(_ run: Range<Int>) -> Range<Int> {
    var run = run
    while run.count > 2, isOutsideNames(run.lowerBound), isWithinOffice(run.lowerBound) { run.removeFirst() }
    return run
  }

  private func isOutsideNames(_ token: Int) -> Bool {
    document.tokens[token].form == .capitalised
      && classes(token).isDisjoint(with: [.givenName, .surname, .surnameFirst, .particle, .title])
  }

  /// Whether a word continues what somebody is in office for: an office, `for` or `of`, words with capitals, then `and` or a
  /// comma before the word.
  private func isWithinOffice(_ token: Int) -> Bool {
    guard token > 0, Self.conjunctions.contains(hash(token - 1)) || document.tokens[token - 1].form == .comma
    else { return false }
    var index = token - 1
    var isFor = false
    while index >= 0, token - index <= Self.officeWithin {
      let word = document.tokens[index]
      if isFor, classes(index).contains(.title) { return true }
      if Self.prepositions.contains(word.hash) {
        isFor = true
      } else if !word.hasCapital, word.form != .comma, !Self.conjunctions.contains(word.hash) {
        return false
      }
      index -= 1
    }
    return false
  }

  // MARK: Organisations

  private func organisation(_ run: Range<Int>) -> [NameSpan] {
    if isModel(run) || isAfterSecretary(run) { return [] }
    let name = run.upperBound - 2
    guard run.count > 2, classes(name).contains(.surnameFirst), isPlainName(name..<run.upperBound),
      let entry = Gazetteer.shared[document.phrase(run.lowerBound..<name)],
      entry.organisation > 0 || entry.place > 0
    else { return [NameSpan(tokens: run, entityClass: .organisation)] }
    return [
      NameSpan(
        tokens: run.lowerBound..<name, entityClass: entry.organisation > 0 ? .organisation : .place),
      NameSpan(tokens: name..<run.upperBound, entityClass: .person),
    ]
  }

  private func isPlainName(_ range: Range<Int>) -> Bool {
    range.allSatisfy { token in
      document.tokens[token].form == .capitalised
        && classes(token).isDisjoint(with: [.orgWord, .orgSuffix, .placeWord, .company])
    }
  }

  /// Whether a run is a company's name with the number of a model, which is no year.
  private func isModel(_ run: Range<Int>) -> Bool {
    guard run.count > 1,
      !classes(run.lowerBound).isDisjoint(with: [.company, .organisation])
    else { return false }
    return run.dropFirst().contains { isDesignation(document.tokens[$0]) }
  }

  /// Whether a word is a number of three digits, so no year, or ends with a digit after letters: `737`, `A320`, `Su-27`.
  private func isDesignation(_ token: NameToken) -> Bool {
    if token.form == .number { return token.end - token.start == 3 }
    return token.isWord && UInt8(truncatingIfNeeded: token.suffix) &- UInt8(ascii: "0") < 10
  }

  /// Whether a run begins with the `State` of a secretary of state.
  private func isAfterSecretary(_ run: Range<Int>) -> Bool {
    guard run.count > 1, run.lowerBound > 1, hash(run.lowerBound) == Self.state else { return false }
    return Self.prepositions.contains(hash(run.lowerBound - 1))
      && Self.secretaries.contains(hash(run.lowerBound - 2))
  }

  // MARK: Words

  private func hash(_ token: Int) -> UInt64 { document.tokens[token].hash }

  private func classes(_ token: Int) -> WordClasses { Gazetteer.shared.classes(ofWord: hash(token)) }

  private static let conjunctions = HashSet(words: "and &")
  private static let prepositions = HashSet(words: "for of")
  private static let state = TokenHash.hash("state".utf8)
  private static let secretaries = HashSet(words: "secretary secretaries")
}
