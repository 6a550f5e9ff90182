/// The numbers by which a translation is told, each with its meaning and unit.
///
/// They were chosen on the odd documents of human translations of news (Russian and German) and confirmed on the even ones, each
/// against the articles of some 14,000 that are most like it by words. Typical scores are medians of the same documents. How many are
/// found, and which independent reports of one event are called translations, `scripts/evaluate-translations` prints.
public struct TranslationRules: Sendable {
  /// What a name tells that no dictionary knows, where both sentences have it, as the weight of a stem.
  public var nameWeight: Float = 6
  /// What a number of three digits and more tells.
  public var longNumberWeight: Float = 6
  /// What a number of two digits tells; those of one digit tell nothing.
  public var shortNumberWeight: Float = 4
  /// The share of an English sentence's weight that a dictionary can find, which knows about half of the words.
  public var findableShare: Float = 0.5
  /// The similarity of two sentences, 0 to 1, from which on it is better to align them than to leave both.
  public var alignedSimilarity: Float = 0.22
  /// How much more alike one sentence and two others must be than one and one.
  public var mergingPenalty: Float = 0.15
  /// The share of one text's words whose sentences are aligned, 0 to 1, at the least.
  public var leastCoverage: Double = 0.6
  /// The share of the words between the first and the last aligned sentence that are aligned, 0 to 1, at the least, in both texts.
  public var leastDensity: Double = 0.6
  /// The score that half of all translations reach, by language.
  ///
  /// The score is the mean of what aligned sentences agree beyond ``alignedSimilarity``, over all words of the text that is covered;
  /// the higher, the more words a dictionary knows.
  public var typicalScores = ["de": 0.58, "ru": 0.4]
  /// The typical score of a language that none was measured for.
  public var typicalScore = 0.4
  /// The share of the typical score that a translation has at the least.
  public var leastShareOfTypical = 0.5
  /// The places at which sentences are aligned at the least: two or three could be a shared statement.
  public var leastSentences = 4
  /// The most sentences of a text that are looked at.
  public var maxSentences = 400
  /// The most words of a sentence that are looked at; longer ones are lists and tables.
  public var maxSentenceWords = 120

  /// The least score of a translation from or into a language.
  func leastScore(_ language: String) -> Double { leastShareOfTypical * typicalScore(language) }

  private func typicalScore(_ language: String) -> Double { typicalScores[language] ?? typicalScore }

  /// How sure a translation of some score is, 0 to 1.
  func confidence(ofScore score: Double, _ language: String) -> Double {
    let share = (score / typicalScore(language) - leastShareOfTypical) / leastShareOfTypical
    return 0.8 + 0.17 * max(0, min(1, 2 * share))
  }

  /// The rules as they are.
  public init() {}
}
