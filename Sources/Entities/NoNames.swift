internal import Articles
internal import TextAnalysis

/// Tells words and phrases that a capital makes look like a name, and that name nobody and nothing of the three
/// classes.
struct NoNames {
  let document: NameDocument

  /// Whether a span is none.
  ///
  /// None are a title or a suffix alone, the followers of a faith or party, a law or a disease, and the party and
  /// state of a member of Congress: `D-Calif.`
  func contains(_ span: NameSpan, written: String) -> Bool {
    if Self.isSeat(written) { return true }
    let tokens = document.tokens[span.tokens]
    let classes = tokens.map { Gazetteer.shared.classes(ofWord: $0.hash) }
    if span.entityClass == .person, classes.allSatisfy(Self.isOffice) { return true }
    guard let token = tokens.first, tokens.count == 1, token.form != .dotted else { return false }
    if Self.words.contains(token.hash) { return true }
    return classes[0].contains(.demonym)
      && classes[0].isDisjoint(with: [
        .surname, .givenName, .organisation, .company, .country, .region, .largeCity,
      ])
  }

  private static func isOffice(_ classes: WordClasses) -> Bool {
    !classes.isDisjoint(with: [.title, .personSuffix]) && classes.isDisjoint(with: [.givenName, .surname])
  }

  /// Whether a name begins with a party's letter, a hyphen and a capital.
  private static func isSeat(_ written: String) -> Bool {
    let start = Array(written.prefix(3))
    guard start.count == 3, ["R", "D", "I"].contains(start[0]), start[2].isUppercase else { return false }
    return start[1] == "-" || start[1] == "\u{2010}" || start[1] == "\u{2011}"
  }

  /// Single words that are none.
  static let words = Set(
    """
    obamacare trumpcare romneycare medicare medicaid brexit covid covid-19 covid19 coronavirus ebola islam \
    christianity judaism hinduism buddhism catholicism democrat democrats republican republicans democratic dems \
    libertarian libertarians god allah sens reps govs sen rep gov president general judge justice ceo ceos lgbt lgbtq
    """.split(separator: " ").map { TokenHash.hash($0.utf8) })
}
