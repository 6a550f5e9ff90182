internal import CStemmer

/// Cuts the words of one language to their stems, by Snowball's algorithms (Debian's libstemmer).
///
/// Belongs to one thread.
public final class Stemmer {
  private let handle: OpaquePointer

  /// Makes the stemmer of a language; nil where there is none.
  ///
  /// - Parameter language: An ISO 639-1 code.
  public init?(language: String) {
    let name = Self.oneOf[language] ?? language
    guard name.utf8.count == 2, let handle = sb_stemmer_new(name, "UTF_8") else { return nil }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// Gives the stem of a word to `body`, where it is good until that returns; the word itself where memory is short.
  ///
  /// - Parameter word: A word in lower case (``AnalysedText/lowercased(_:)``), as UTF-8.
  @inlinable
  public func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    body(stem(of: word))
  }

  @usableFromInline
  func stem(of word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard word.count < Int(Int32.max), let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count))
    else { return word }
    return UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle)))
  }

  /// Codes of languages that are stemmed as another is.
  private static let oneOf = ["nb": "no", "nn": "no"]
}
