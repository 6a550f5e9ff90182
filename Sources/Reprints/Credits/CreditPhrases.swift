internal import Lexicons
internal import TextAnalysis

/// Words around the name of a source that tell what it is credited with.
enum CreditPhrases {
  /// Turns of phrase that a source's name follows, whether it is known or not.
  static let beforeSource = PhraseTable(.sourceTurns)

  /// Words that the names of newspapers and agencies end with.
  static let papers = PhraseTable(.paperNouns)

  /// Labels that a colon and a source follow.
  static let sourceLabels = PhraseTable(.sourceLabels)

  /// The article before a name.
  static let the = TokenHash.hash("the".utf8)
  /// What may stand before a name and is no part of it.
  static let beforeNames = Set(["the", "from", "by", "via"].map { TokenHash.hash($0.utf8) })
  /// The word between two authors.
  static let and = TokenHash.hash("and".utf8)
  /// What agencies are called that are not named.
  static let agencies = TokenHash.hash("agencies".utf8)
  /// What may stand between the names of agencies on a line of theirs.
  static let lineFillers: Set<UInt64> = Set(
    ["and", "with", "via", "by", "from", "staff"].map { TokenHash.hash($0.utf8) })
  /// The word before an author.
  static let by = TokenHash.hash("by".utf8)
  /// "told" and its like.
  static let told = WordSet(.tellingVerbs)
  /// What a source was given.
  static let interview = WordSet(.interviewWords)
  /// Words before a source that is cited.
  static let citing = WordSet(.citingWords)
  /// Verbs of a source that is cited.
  static let reporting = WordSet(.reportingVerbs)
  /// What a notice of rights begins with, as a mark.
  static let copyrightMark = TokenHash.hash("©".utf8)
  /// The people of a source, who speak in its own texts.
  static let staff = WordSet(.pressStaff)
  /// Words of a photo's credit.
  static let photo = WordSet(.pictureWords)
  /// What agencies' writers did to a report.
  static let contributed = WordSet(.contributingVerbs)
  /// What a notice of rights begins with.
  static let copyright = WordSet(.rightsWords)
  /// Whether a word is of those that hold a sentence together, or that call on readers.
  static func isCommon(_ hash: UInt64) -> Bool { functionWords.contains(hash) || linkVerbs.contains(hash) }
  private static let functionWords = WordSet(.functionWords)
  private static let linkVerbs = WordSet(.linkVerbs)

  /// The word for where a text comes from.
  static let source = WordSet(.sourceWords)
}
