internal import Articles
internal import TextAnalysis

/// Finds family names alone at the beginning of a sentence, where a capital tells nothing, of people whom the article names in
/// full: `Путину` in an article on Владимир Путин.
struct RepeatedFamilies {
  /// The fewest bytes of a family name that is looked for: five Cyrillic letters.
  private static let least = 10

  let document: NameDocument
  let gazetteer: Gazetteer
  /// The normal form of a token.
  let word: (Int) -> String

  /// The spans with those of family names that begin a sentence before a word without a capital.
  ///
  /// - Parameter spans: In order, none overlapping.
  func added(to spans: [NameSpan]) -> [NameSpan] {
    var families: Set<String> = []
    for span in spans where span.entityClass == .person && span.tokens.count > 1 {
      let family = word(span.tokens.upperBound - 1)
      families.formUnion(RussianForms.family(family).map(\.nominative))
    }
    families = families.filter { $0.utf8.count >= Self.least }
    guard !families.isEmpty else { return spans }
    let lowerCase = HashSet(document.tokens.lazy.filter { $0.form == .lower }.map(\.hash))
    var all = spans
    var next = 0
    for sentence in document.sentences {
      guard let first = sentence.first(where: { document.tokens[$0].flags.contains(.sentenceStart) }) else {
        continue
      }
      while next < spans.count, spans[next].tokens.upperBound <= first { next += 1 }
      if next < spans.count, spans[next].tokens.contains(first) { continue }
      guard isAlone(first, before: sentence.upperBound), !lowerCase.contains(document.tokens[first].hash),
        !families.isDisjoint(with: RussianForms.family(word(first)).map(\.nominative))
      else { continue }
      all.append(NameSpan(tokens: first..<first + 1, entityClass: .person))
    }
    return all.count == spans.count ? spans : all.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a word is written as a name, is none that the gazetteer has for anything else, and no capital follows it.
  private func isAlone(_ index: Int, before end: Int) -> Bool {
    let token = document.tokens[index]
    guard token.form == .capitalised, token.flags.isDisjoint(with: [.capitalsLine, .titleLine]),
      gazetteer.classes(ofWord: token.hash).isSubset(of: [.surname, .prefix])
    else { return false }
    return index + 1 == end || !document.tokens[index + 1].hasCapital
  }
}
