public import TextAnalysis

/// A recogniser with a model trained on English news and encyclopaedia texts.
///
/// The model is a part of the program and read where it lies; `Sources/CEntityData/MODEL-CARD.md` says what it was
/// trained on and how well it does.
public struct TrainedRecogniser: EntityRecogniser {
  private let pipeline: RecogniserPipeline

  /// Makes a recogniser; nil where the program was built without a model.
  public init?() {
    guard let model = EntityModel.embedded else { return nil }
    pipeline = RecogniserPipeline(tagger: TrainedTagger(model))
  }

  /// English, and texts whose language is not known.
  public func covers(language: String?) -> Bool { RecogniserPipeline.covers(language) }

  /// Finds the names in a text and its title.
  public func recognise(_ text: AnalysedText, title: AnalysedText?, language: String?) -> RecognisedArticle {
    pipeline.recognise(text, title: title, language: language)
  }
}
