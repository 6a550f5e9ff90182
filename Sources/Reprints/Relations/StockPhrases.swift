internal import Lexicons

/// Sentences that every newsroom writes: whoever shares only these has copied nothing.
enum StockPhrases {
  /// Phrases that make their sentence a stock one.
  static let table = PhraseTable(.stockPhrases)
}
