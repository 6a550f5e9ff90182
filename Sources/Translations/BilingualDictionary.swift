internal import TextAnalysis

/// A dictionary from the stems of one language to English stems; read where it lies in the program.
///
/// Sources, licences and layout are in `Sources/CDictionaries/README.md`.
public struct BilingualDictionary: Sendable {
  /// The languages that have one, as ISO 639-1 codes, in alphabetical order.
  public static let languages = ["de", "es", "fr", "ru"]

  /// The language whose words it translates, as an ISO 639-1 code.
  public let language: String
  private let bytes: ByteTable
  private let stemCount: Int

  /// The dictionary of a language; nil where the program has none.
  ///
  /// - Parameter language: A BCP 47 tag, of which the first part counts: "de-AT" is "de".
  public init?(language: String) {
    let code = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    guard Self.languages.contains(String(code)) else { return nil }
    self.language = String(code)
    bytes = ByteTable(language: self.language)
    stemCount = Int(bytes.word(at: 4))
  }

  /// The English stems that translate a word, as places in the table of English stems; none for an unknown word.
  ///
  /// A German compound that is unknown as a whole is tried in two parts, each of four letters or more.
  func translations(ofWord word: some Collection<UInt8>, _ stemmer: WordStemmer) -> [UInt16] {
    let known = translations(ofStem: stemmer.stem(word))
    guard known.isEmpty, language == "de", word.count >= 9 else { return known }
    return partsOfCompound(Array(word), stemmer)
  }

  private func partsOfCompound(_ word: [UInt8], _ stemmer: WordStemmer) -> [UInt16] {
    for cut in stride(from: word.count - 4, through: 4, by: -1) where word[cut] & 0xC0 != 0x80 {
      let last = translations(ofStem: stemmer.stem(word[cut...]))
      guard !last.isEmpty else { continue }
      // "Regierungs-chef": an s between the parts belongs to neither.
      for head in [word[..<cut], word[cut - 1] == UInt8(ascii: "s") ? word[..<(cut - 1)] : []] {
        let first = translations(ofStem: stemmer.stem(head))
        if !first.isEmpty { return first + last }
      }
    }
    return []
  }

  /// The English stems that translate a stem; none for an unknown one.
  ///
  /// - Parameter stem: As UTF-8.
  func translations(ofStem stem: some Collection<UInt8>) -> [UInt16] {
    let key = UInt32(truncatingIfNeeded: TokenHash.hash(stem))
    guard let place = bytes.place(of: key, from: 12, count: stemCount) else { return [] }
    let starts = 12 + 4 * stemCount
    let values = starts + 4 * (stemCount + 1)
    let range = Int(bytes.word(at: starts + 4 * place))..<Int(bytes.word(at: starts + 4 * (place + 1)))
    return range.map { bytes.half(at: values + 2 * $0) }
  }
}
