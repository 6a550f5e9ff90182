internal import CEntityData

/// A language other than English whose names a trained model finds.
///
/// Model and gazetteer are parts of the program and read where they lie; what is made of them is made when a text of the
/// language comes first.
package struct NameLanguage: Sendable {
  /// The ISO 639-1 code.
  let code: String
  let reading: DocumentReading
  let tagger: TrainedTagger

  /// The codes of the languages with a model, English first.
  package static let codes = ["en", "ru"]

  /// The language of a code; nil for English, and for those without a model.
  package static func of(_ code: String?) -> NameLanguage? { code == "ru" ? russian : nil }

  private static let russian = NameLanguage("ru")

  private init?(_ code: String) {
    var size = 0
    guard let reading = DocumentReading.of(language: code), let start = reprise_language_model(code, &size),
      let model = EntityModel(UnsafeRawBufferPointer(start: start, count: size))
    else { return nil }
    self.code = code
    self.reading = reading
    tagger = TrainedTagger(model, reading: reading)
  }
}
