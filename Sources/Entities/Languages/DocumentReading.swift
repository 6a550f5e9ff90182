internal import CEntityData

/// How a model reads documents of its language.
package struct DocumentReading: Sendable {
  /// The names, and the words around names, that are known in the language.
  let gazetteer: Gazetteer
  /// Whether words without a capital, and the endings of all words, are read too: in languages that inflect, and that
  /// write names of organisations with one capital.
  package let readsEveryWord: Bool

  /// How English is read.
  package static let english = DocumentReading(gazetteer: .shared, readsEveryWord: false)

  /// How another language is read; nil for one without a gazetteer.
  package static func of(language: String) -> DocumentReading? {
    var size = 0
    guard let base = reprise_language_gazetteer(language, &size), size > 0 else { return nil }
    return DocumentReading(gazetteer: Gazetteer(base, size: size), readsEveryWord: true)
  }
}
