internal import TextAnalysis

/// The punctuation that tells quotations and headings from running text, by the hashes of marks.
enum PunctuationMark {
  /// `"`, which opens and closes.
  static let straightQuote = hash("\"")
  /// `'` as a mark of its own.
  static let straightSingle = hash("'")
  /// The grave accent, doubled by typewriters' quotation marks.
  static let grave = hash("`")
  /// Marks that open a quotation: “ „ « and their like.
  static let openers = hashes("“„«「『＂")
  /// Marks that close a quotation.
  static let closers = hashes("”»」』")
  /// An opening single mark.
  static let openSingle = hash("‘")
  /// A closing single mark, and an apostrophe.
  static let closeSingle = hash("’")
  /// The low opening mark of German, closed by “.
  static let lowOpener = hash("„")
  /// “, which closes after „.
  static let highOpener = hash("“")
  /// A guillemet that points right, which closes in most languages.
  static let rightGuillemet = hash("»")
  /// A colon.
  static let colon = hash(":")
  /// The sign before a handle.
  static let at = hash("@")
  /// Dashes before a signature.
  static let dashes = hashes("—–-―")
  /// Marks that end a sentence or a quotation.
  static let terminals = hashes(".!?…\"”’'»:;,)。！？")
  /// Marks that begin an item of a list.
  static let bullets = hashes("-–—•*·▪►")
  /// Marks of which a spoken sentence has at least one at its end.
  static let sentenceEnds = hashes(".!?…。！？")
  /// An opening bracket.
  static let openBracket = hash("(")
  /// A closing bracket.
  static let closeBracket = hash(")")
  /// A slash.
  static let slash = hash("/")
  /// A comma.
  static let comma = hash(",")

  private static func hash(_ character: String) -> UInt64 { TokenHash.hash(character.utf8) }
  private static func hashes(_ characters: String) -> Set<UInt64> {
    Set(characters.unicodeScalars.map { TokenHash.hash(String($0).utf8) })
  }
}
