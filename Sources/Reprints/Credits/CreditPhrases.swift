internal import TextAnalysis

/// Words around the name of a source that tell what it is credited with.
enum CreditPhrases {
  /// Turns of phrase that a source's name follows, whether it is known or not.
  static let beforeSource = PhraseTable(
    """
    this is reported by
    this was reported by
    is reported by
    first published by
    first published in
    first published on
    first published at
    first appeared in
    first appeared on
    first appeared at
    originally published by
    originally published in
    originally published on
    originally published at
    originally appeared in
    originally appeared on
    originally appeared at
    reprinted from
    reprinted with permission from
    republished from
    republished with permission from
    adapted from
    cross-posted from
    distributed by
    """)

  /// Words that the names of newspapers and agencies end with.
  static let papers = PhraseTable(
    """
    times
    post
    record
    herald
    tribune
    gazette
    journal
    chronicle
    observer
    star
    examiner
    register
    dispatch
    courier
    sentinel
    telegraph
    independent
    echo
    monitor
    news
    inquirer
    bulletin
    messenger
    zeitung
    """)

  /// Labels that a colon and a source follow.
  static let sourceLabels = PhraseTable(
    """
    source
    sources
    via
    quelle
    джерело
    источник
    """)

  /// The article before a name.
  static let the = TokenHash.hash("the".utf8)
  /// The word between two authors.
  static let and = TokenHash.hash("and".utf8)
  /// The word before an author.
  static let by = TokenHash.hash("by".utf8)
  /// "told" and its like.
  static let told = WordSet("told tells telling")
  /// What a source was given.
  static let interview = WordSet("interview interviews")
  /// Words before a source that is cited.
  static let citing = WordSet("by to via citing per")
  /// Verbs of a source that is cited.
  static let reporting = WordSet(
    "reported reports report says said adds added wrote writes disclosed reporting noted notes revealed obtained learned"
  )
  /// What a notice of rights begins with, as a mark.
  static let copyrightMark = TokenHash.hash("©".utf8)
  /// The people of a source, who speak in its own texts.
  static let staff = WordSet(
    "journalist journalists photographer photographers correspondent correspondents reporter reporters writer writers"
  )
  /// Words of a photo's credit.
  static let photo = WordSet("photo photos image images picture file via photograph фото foto")
  /// What agencies' writers did to a report.
  static let contributed = WordSet("contributed contributing")
  /// What a notice of rights begins with.
  static let copyright = WordSet("copyright")
  /// The word for where a text comes from.
  static let source = WordSet("source sources")
}
