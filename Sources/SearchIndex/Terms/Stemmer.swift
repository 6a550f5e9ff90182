internal import CXapianShim
import TextAnalysis

/// Cuts words of one language to their stems; words of a language without a stemmer stay whole.
final class Stemmer {
  /// Tells the languages of one ``StemCache`` apart.
  let number: UInt64
  private let handle: OpaquePointer?
  private var buffer = [UInt8](repeating: 0, count: 256)

  /// - Parameter language: An ISO 639-1 code or an English name; an unknown one is no error.
  init(language: String, number: UInt64 = 0) {
    self.number = number
    var made: OpaquePointer?
    cxs_error_free(cxs_stemmer_create(language, &made))
    handle = made
  }

  deinit { cxs_stemmer_free(handle) }

  /// Appends the stem of a lower-case word, with the accents of Latin letters folded: élan and elan are one.
  func appendStem(of word: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let stem = stem(of: word), !stem.isEmpty else { return appendFolded(word, to: &bytes) }
    appendFolded(stem, to: &bytes)
  }

  private func stem(of word: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt8>? {
    guard let handle else { return nil }
    var length = 0
    let error = cxs_stemmer_stem(handle, word.baseAddress, word.count, &buffer, buffer.count, &length)
    guard error == nil else {
      cxs_error_free(error)
      return nil
    }
    return buffer[..<length]
  }

  private func appendFolded(_ word: some Collection<UInt8>, to bytes: inout [UInt8]) {
    if word.contains(where: { $0 >= 0x80 }) {
      bytes.append(contentsOf: AccentFolding.folded(word))
    } else {
      bytes.append(contentsOf: word)
    }
  }
}
