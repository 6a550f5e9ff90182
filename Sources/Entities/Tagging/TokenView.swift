internal import TextAnalysis

/// What the model sees of a token.
package struct TokenView {
  /// The low bits of the hash of its normal form, never 0.
  var word: UInt32
  /// The lists that it stands on by itself.
  var classes: WordClasses
  /// The classes of the longest phrase of the gazetteer over it, and its place in that phrase.
  var phrase: UInt16
  /// How the word stands elsewhere in the document.
  var signs: UInt16
  /// Its form, case repaired in a line of capitals.
  var form: NameToken.Form
  /// What it is mostly written like, and the cluster of words that it belongs to.
  var lexicon: WordLexicon.Entry

  static let the = UInt32(truncatingIfNeeded: TokenHash.hash("the".utf8)) | 1
}
