internal import Articles
internal import Lexicons
internal import TextAnalysis

/// Tells words and phrases that a capital makes look like a name, and that name nobody and nothing of the three
/// classes.
struct NoNames {
  let document: NameDocument

  /// Whether a span is none.
  ///
  /// None are a title or a suffix alone, the followers of a faith or party, a law or a disease, a part of a phrase that
  /// names something else, and the party and state of a member of Congress: `D-Calif.`
  func contains(_ span: NameSpan, written: String) -> Bool {
    if Self.isSeat(written) || isWithinPhrase(span) || isLaw(span, written) { return true }
    if span.entityClass == .person, span.tokens.allSatisfy({ Self.isOffice(lists(of: $0)) }) { return true }
    if span.entityClass == .organisation, span.tokens.allSatisfy({ Self.isFollower(lists(of: $0)) }),
      NameWords(written).entry == nil
    {
      return true
    }
    guard span.tokens.count == 1 else { return false }
    let token = document.tokens[span.tokens.lowerBound]
    guard token.form != .dotted else { return false }
    if Self.words.contains(token.hash) { return true }
    if span.entityClass == .organisation, isThing(token) { return true }
    if isAddress(span, written) { return true }
    let classes = lists(of: span.tokens.lowerBound)
    return classes.contains(.demonym)
      && classes.isDisjoint(with: [
        .surname, .givenName, .organisation, .company, .country, .region, .largeCity,
      ])
  }

  private func lists(of token: Int) -> WordClasses {
    Gazetteer.shared.classes(ofWord: document.tokens[token].hash)
  }

  /// Whether a word with a digit in it stands behind a slash, as the end of an address does.
  private func isAddress(_ span: NameSpan, _ written: String) -> Bool {
    let before = span.tokens.lowerBound - 1
    guard before >= 0, document.tokens[before].form == .slash else { return false }
    return written.utf8.count >= 8 && written.utf8.contains { $0 &- UInt8(ascii: "0") < 10 }
  }

  private func isThing(_ token: NameToken) -> Bool {
    Self.things.contains(token.hash) || (token.form == .allCapitals && Self.acronyms.contains(token.hash))
  }

  private static func isOffice(_ classes: WordClasses) -> Bool {
    !classes.isDisjoint(with: [.title, .personSuffix]) && classes.isDisjoint(with: [.givenName, .surname])
  }

  /// Whether a word is a party's or people's adjective or followers, or stands between two such: `Democrats and
  /// Republicans`.
  private static func isFollower(_ classes: WordClasses) -> Bool {
    !classes.isDisjoint(with: [.demonym, .functionWord])
      && classes.isDisjoint(with: [
        .surname, .givenName, .organisation, .company, .country, .region, .largeCity,
      ])
  }

  /// Whether a span is an organisation's by its capitals only, its last word being a law's or a thing's: `Patriot Act`.
  private func isLaw(_ span: NameSpan, _ written: String) -> Bool {
    guard span.entityClass == .organisation, span.tokens.count > 1 else { return false }
    return Self.laws.contains(document.tokens[span.tokens.upperBound - 1].hash)
      && NameWords(written).entry?.organisation ?? 0 == 0
  }

  /// Whether a span lies within one of the phrases that name no organisation: `State` in `State of the Union`.
  private func isWithinPhrase(_ span: NameSpan) -> Bool {
    guard span.entityClass == .organisation, span.tokens.count <= Self.longest,
      Self.phraseWords.contains(document.tokens[span.tokens.upperBound - 1].hash)
    else { return false }
    let first = max(0, span.tokens.upperBound - Self.longest)
    return (first...span.tokens.lowerBound).contains { start in
      var phrase = PhraseHash()
      for index in start..<min(document.tokens.count, start + Self.longest) {
        phrase.append(document.tokens[index].hash)
        if index + 1 >= span.tokens.upperBound && Self.phrases.contains(phrase.value) { return true }
      }
      return false
    }
  }

  /// The most words of a phrase.
  private static let longest = 4

  /// Addresses, programmes, offices, laws and schemes whose words look like an organisation's.

  private static let phrases = HashSet(
    Lexicon.entries(.nonEntityPhrases).map { PhraseHash(words: $0).value })
  private static let phraseWords = HashSet(words: Lexicon.entries(.nonEntityPhrases).joined(separator: " "))

  /// Whether a name begins with a party's letter, a hyphen and a capital.
  private static func isSeat(_ written: String) -> Bool {
    switch written.utf8.first {
    case UInt8(ascii: "R"), UInt8(ascii: "D"), UInt8(ascii: "I"): break
    default: return false
    }
    let rest = written.dropFirst()
    guard let hyphen = rest.first, hyphen == "-" || hyphen == "\u{2010}" || hyphen == "\u{2011}" else {
      return false
    }
    return rest.dropFirst().first?.isUppercase ?? false
  }

  /// Last words of the names of laws, agreements and things.
  private static let laws = HashSet(.lawNouns)

  /// Single words that are no organisation: plain words with a capital, furniture of pages.
  private static let things = HashSet(.nonOrganisations)

  /// Laws, programmes, agreements and things whose names are acronyms.
  private static let acronyms = HashSet(.programmeAcronyms)

  /// Words for bodies that are a name only where the article gives the body's own.
  static let bodies = HashSet(.bodyNouns)

  /// Single words that are none.
  static let words = HashSet(.nonEntities)
}
