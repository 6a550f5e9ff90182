internal import CStemmer
internal import TextAnalysis

/// Cuts words of one language to their stems by Snowball's algorithms.
///
/// A class because the library's state must be freed once; not for several threads at a time.
final class WordStemmer {
  private static let algorithms = [
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "ru": "russian",
  ]

  private let handle: OpaquePointer

  /// - Parameter language: An ISO 639-1 code; nil is made for one without a dictionary.
  init?(language: String) {
    guard let name = Self.algorithms[language], let made = sb_stemmer_new(name, "UTF_8") else { return nil }
    handle = made
  }

  deinit { sb_stemmer_delete(handle) }

  /// A stem as UTF-8.
  ///
  /// - Parameter word: In lower case, as UTF-8.
  func stem(_ word: some Collection<UInt8>) -> [UInt8] {
    let word = Array(word)
    guard let stem = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}
