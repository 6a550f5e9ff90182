/// The numbers by which an article is told to be another in other words.
public struct RewriteRules: Sendable, Equatable {
  /// Two sentences tell the same from this similarity on, 0 to 1 (half the share of the lighter one, half the Dice coefficient,
  /// words weighted by how few sentences have them).
  public var similarSentences = 0.3
  /// Of the words of two such sentences, those in common that are neither names nor numbers: what is asserted, not of whom.
  public var commonWords = 2
  /// The share of the shorter article's narration, in words, whose sentences the other tells in the same order.
  public var leastInOrder = 0.5
  /// The share that these are of all its sentences that the other tells in any order.
  ///
  /// Two reports of one event have sentences in common too, and each has an order of its own.
  public var leastOrdered = 0.6
  /// The share of the smaller vocabulary that must be shared.
  public var leastVocabulary = 0.55
  /// The same where pieces of sentences agree word for word besides.
  public var leastVocabularyInPieces = 0.4
  /// The sentences that must be told in order.
  public var leastSentences = 5
  /// Fewer do in a brief, where they are this share of it or more.
  public var shareOfBrief = 0.75
  /// The sentences that must be told in order of a brief.
  public var leastOfBrief = 3
  /// The share of the numbers that must be shared: a form filled in anew has the words and not the numbers.
  public var leastNumbers = 0.6
  /// Words quoted in both from which on the writers may have had the same statement before them, so that more must be
  /// told in order and shared.
  public var commonStatement = 25
  /// The share of the narration that must be told in order then.
  public var inOrderOfStatement = 0.7
  /// The share of the vocabulary that must be shared then.
  public var vocabularyOfStatement = 0.7
  /// The narration, in words, that both must have to be judged at all.
  public var leastWords = 60

  /// The numbers that Reprise uses everywhere.
  public init() {}
}
