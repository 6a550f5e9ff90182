public import Archive
internal import Articles
internal import Translations

/// Two articles of which one translates the other, as JSON.
public struct TranslationLine: JSONRecord {
  private let pair: TranslatedPair

  /// - Parameter pair: The articles and what they have in common; the one in another language than English is "a".
  public init(_ pair: TranslatedPair) { self.pair = pair }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("a", pair.foreign.id)
    json.add("b", pair.english.id)
    json.add("containment_a", pair.report.containmentA.rounded(toPlaces: 4))
    json.add("containment_b", pair.report.containmentB.rounded(toPlaces: 4))
    json.add("density", pair.report.density.rounded(toPlaces: 4))
    json.add("language_a", pair.foreign.language)
    json.add("language_b", pair.english.language)
    json.add("outlet_a", pair.foreign.outlet)
    json.add("outlet_b", pair.english.outlet)
    json.add("published_a", pair.foreign.published?.description)
    json.add("published_b", pair.english.published?.description)
    json.add("published_first", pair.publishedFirst)
    json.add("relation", "translation")
    json.add("score", pair.report.score.rounded(toPlaces: 4))
    json.add("spans", pair.report.passages.map(TranslatedSpan.init))
    json.add("type", "translation")
  }
}

/// Sentences that say the same in two languages.
private struct TranslatedSpan: JSONRecord {
  let passage: TranslationReport.Passage

  func write(to json: inout JSONObject) {
    json.add("a", passage.a)
    json.add("b", passage.b)
    json.add("numbers_only_in_a", passage.numbersOnlyInA)
    json.add("numbers_only_in_b", passage.numbersOnlyInB)
    json.add("similarity", passage.similarity.rounded(toPlaces: 3))
  }
}
