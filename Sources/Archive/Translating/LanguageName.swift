/// English names of the languages between which translations are found.
package enum LanguageName {
  private static let names = [
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "uk": "Ukrainian",
  ]

  /// The name of a language, by its ISO 639-1 code; the code itself where it is not listed.
  package static func english(of code: String) -> String { names[code] ?? code }
}
