public import TextAnalysis

/// A recogniser with models that are trained on news and encyclopaedia texts, one for each language that it covers.
///
/// The models are a part of the program and read where they lie; `Sources/CEntityData/MODEL-CARD.md` says what they were
/// trained on and how well they do.
public struct TrainedRecogniser: EntityRecogniser {
  private let pipeline: RecogniserPipeline

  /// Makes a recogniser; nil where the program was built without a model.
  public init?() {
    guard let model = EntityModel.embedded else { return nil }
    pipeline = RecogniserPipeline(tagger: TrainedTagger(model))
  }

  /// English, the languages with a model of their own, and texts whose language is not known.
  public func covers(language: String?) -> Bool {
    RecogniserPipeline.covers(language) || NameLanguage.of(language) != nil
  }

  /// Finds the names in a text and its title.
  public func recognise(_ text: AnalysedText, title: AnalysedText?, language: String?) -> RecognisedArticle {
    if let own = NameLanguage.of(language) {
      return LanguagePipeline(language: own).recognise(text, title: title)
    }
    return pipeline.recognise(text, title: title, language: language)
  }
}
