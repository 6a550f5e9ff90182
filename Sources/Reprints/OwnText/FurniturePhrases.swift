internal import Lexicons
internal import TextAnalysis

/// Phrases that newspapers and their sites use around articles, never in them.
enum FurniturePhrases {
  /// Sentences that begin so speak to the reader.
  static let openings = PhraseTable(.boilerplateOpenings)

  /// Phrases that make their sentence a piece of furniture wherever they stand in it.
  static let anywhere = PhraseTable(.boilerplatePhrases)

  /// Phrases of captions and photo credits.
  static let captions = PhraseTable(.captionPhrases)

  /// Phrases of sentences about how a survey was made.
  static let surveys = PhraseTable(.surveyPhrases)

  /// The words that a sentence of furniture has one of at least, but for how it begins and ends.
  static let telling = {
    var filter = anywhere.filter
    for other in [surveys.filter, captions.filter, ReaderAddress.business.filter] { filter.formUnion(other) }
    return filter
  }()

  /// Agencies whose name stands beside a photographer's.
  static let agencies = WordSet(.photoAgencies)

  /// What stands after each caption of a gallery.
  static let galleries = PhraseTable(.galleryEnds)

  /// Lines of a few words that begin so name the author.
  static let bylines = PhraseTable(.bylineOpenings)
}
