public import TextAnalysis

/// A text taken apart to be compared with a text in another language.
public struct TranslatableText: Sendable {
  /// Its language, as an ISO 639-1 code.
  public let language: String
  let sentences: [TranslatableSentence]

  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: A BCP 47 tag.
  ///   - rules: How much of it is looked at.
  /// - Returns: Nil for a language that is neither English nor has a dictionary.
  public init?(_ text: AnalysedText, language: String, rules: TranslationRules = TranslationRules()) {
    let code = String(language.lowercased().prefix { $0 != "-" && $0 != "_" })
    guard let reader = SentenceReader(language: code) else { return nil }
    self.language = code
    sentences = text.sentences.lazy.prefix(rules.maxSentences).compactMap { reader.sentence($0, of: text) }
      .filter { $0.wordCount <= rules.maxSentenceWords }
  }

  /// The number of words of all its sentences.
  public var wordCount: Int { sentences.reduce(0) { $0 + $1.wordCount } }
}

/// Reads sentences of one language.
struct SentenceReader {
  private let stemmer: WordStemmer
  /// Nil for English.
  private let dictionary: BilingualDictionary?
  private let stems = EnglishStems.table

  init?(language: String) {
    guard let stemmer = WordStemmer(language: language) else { return nil }
    self.stemmer = stemmer
    dictionary = BilingualDictionary(language: language)
  }

  /// A sentence; nil for one without words.
  ///
  /// - Parameter range: Indices of its tokens.
  func sentence(_ range: Range<Int>, of text: AnalysedText) -> TranslatableSentence? {
    var words: [TranslatableSentence.Word] = []
    var numbers: [String] = []
    var seen: Set<UInt64> = []
    var wordCount = 0
    var isInside = false
    for token in text.tokens[range] {
      guard token.isWord else {
        // After a quotation mark or a colon a sentence may begin, where a capital tells no name.
        isInside = isInside && !Self.opens(text.string(of: token))
        continue
      }
      wordCount += 1
      defer { isInside = true }
      guard seen.insert(token.hash).inserted else { continue }
      if token.kind == .number {
        let digits = text.string(of: token).utf8.filter { (0x30...0x39).contains($0) }
        if digits.count >= 2 { numbers.append(String(decoding: digits, as: UTF8.self)) }
      } else if token.lowercasedLength >= 3 {
        words.append(word(text.lowercased(token), isName: isInside && token.shape.contains(.capitalised)))
      }
    }
    guard wordCount > 0 else { return nil }
    return TranslatableSentence(
      bytes: text.byteRange(ofTokens: range), wordCount: wordCount, words: words, numbers: numbers)
  }

  private func word(_ lowercased: ArraySlice<UInt8>, isName: Bool) -> TranslatableSentence.Word {
    let found = dictionary?.translations(ofWord: lowercased, stemmer)
    let places = found ?? stems.place(of: stemmer.stem(lowercased)).map { [$0] } ?? []
    return TranslatableSentence.Word(
      stems: places, name: isName ? NameKey.key(of: stemmer.stem(lowercased)) : nil)
  }

  private static func opens(_ mark: String) -> Bool { "\"“”„«»:—–‚‘".contains(mark) }
}
