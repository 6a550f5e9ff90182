internal import Articles
internal import Lexicons
internal import TextAnalysis

/// Tells states of the United States from a city or country of the same name: New York, Washington and Georgia.
///
/// `New York Gov. Andrew Cuomo`, `Washington state` and `a Democrat of New York` are states; without such words the two
/// are cities. Georgia is the state where the article names another state of the United States, or Atlanta, and nothing
/// that lies beside the country.
struct StateNames {
  private let document: NameDocument
  /// Whether Georgia is the state throughout the article.
  private let isGeorgiaState: Bool

  init(_ document: NameDocument, spans: [NameSpan]) {
    self.document = document
    var hasState = false
    var hasNeighbour = false
    for span in spans where span.entityClass == .place {
      let phrase = document.phrase(span.tokens)
      if Self.name(of: phrase) != nil { continue }
      if Self.neighbours.contains(phrase.value) { hasNeighbour = true }
      if phrase == Self.atlanta || Self.isState(phrase) { hasState = true }
    }
    isGeorgiaState = hasState && !hasNeighbour
  }

  /// The name of the state that a span means, as the gazetteer shows it; nil for every other place.
  func name(of span: NameSpan) -> String? {
    guard span.entityClass == .place, span.tokens.count <= 2 else { return nil }
    guard let name = Self.name(of: document.phrase(span.tokens)) else { return nil }
    if name == Self.georgia { return isGeorgiaState ? name : nil }
    return isBeforeOffice(span) || isAfterState(span) ? name : nil
  }

  /// Whether the word `state` or an office follows, a party before it or not.
  private func isBeforeOffice(_ span: NameSpan) -> Bool {
    let following = document.tokens[span.tokens.upperBound...].prefix(2)
    // The text follows its headline with no mark between them.
    guard let next = following.first, !next.flags.contains(.sentenceStart) else { return false }
    if next.hash == Self.state { return next.form == .lower }
    if Self.offices.contains(next.hash) { return true }
    if next.hash == Self.attorney { return following.last?.hash == Self.general }
    return Self.parties.contains(next.hash) && following.last.map { Self.offices.contains($0.hash) } ?? false
  }

  /// Whether `upstate`, `state of`, or a party's member and `of` or `from`, stand before.
  private func isAfterState(_ span: NameSpan) -> Bool {
    let before = document.tokens[..<span.tokens.lowerBound].suffix(2)
    guard let last = before.last,
      document.tokens[span.tokens.lowerBound].flags.isDisjoint(with: .sentenceStart)
    else { return false }
    if last.hash == Self.upstate { return true }
    guard before.count == 2, let first = before.first, Self.prepositions.contains(last.hash) else {
      return false
    }
    return first.hash == Self.state || Self.members.contains(first.hash)
  }

  private static func isState(_ phrase: PhraseHash) -> Bool {
    guard let number = Gazetteer.shared[phrase]?.place, let record = Gazetteer.shared.record(number) else {
      return false
    }
    return record.kind == .region && record.countryCode == "US"
  }

  private static let georgia = "Georgia, U.S."
  private static let names = [
    (PhraseHash(words: "new york"), "New York State"), (PhraseHash(words: "washington"), "Washington State"),
    (PhraseHash(words: "georgia"), georgia),
  ]

  /// The state that is named as a phrase is; nil for every other phrase.
  private static func name(of phrase: PhraseHash) -> String? { names.first { $0.0 == phrase }?.1 }

  private static let atlanta = PhraseHash(words: "atlanta")
  private static let neighbours = HashSet(
    ["tbilisi", "abkhazia", "south ossetia", "armenia", "azerbaijan", "baku", "yerevan"].map {
      PhraseHash(words: $0).value
    })
  private static let state = TokenHash.hash("state".utf8)
  private static let upstate = TokenHash.hash("upstate".utf8)
  private static let prepositions = HashSet(words: "of from")
  private static let parties = HashSet(.partyAdjectives)
  private static let members = HashSet(.stateMembers)
  private static let offices = HashSet(.stateOffices)
  private static let attorney = TokenHash.hash("attorney".utf8)
  private static let general = TokenHash.hash("general".utf8)
}
