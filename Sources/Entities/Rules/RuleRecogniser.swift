public import TextAnalysis

/// A recogniser by rules: capitals, the gazetteer, titles and class words.
///
/// It needs no model.
public struct RuleRecogniser: EntityRecogniser {
  private let pipeline = RecogniserPipeline(tagger: RuleTagger())

  /// Makes a recogniser.
  public init() {}

  /// English, and texts whose language is not known.
  public func covers(language: String?) -> Bool { RecogniserPipeline.covers(language) }

  /// Finds the names in a text and its title.
  public func recognise(_ text: AnalysedText, title: AnalysedText?, language: String?) -> RecognisedArticle {
    pipeline.recognise(text, title: title, language: language)
  }
}
