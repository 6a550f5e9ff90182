internal import TextAnalysis

/// The names of a text that can be looked for in a text of another language, and what that text has.
///
/// A name is two words or more with capitals in a row, neither of which a dictionary knows: "Marin Dobrescu", but not "White
/// House", which another language translates. It is missing in the other text where none of its words sounds there like any word,
/// so that one that is only spelt otherwise is not told.
struct NamesOfText {
  /// A name.
  struct Name {
    /// Its UTF-8 bytes.
    var bytes: Range<Int>
    /// The keys of its words.
    var keys: [UInt32]
  }

  let text: AnalysedText
  private let stemmer: WordStemmer
  private let dictionary: BilingualDictionary?
  /// The sounds of all words of the text.
  private let sounds: Set<UInt32>

  init?(_ text: AnalysedText, language: String) {
    guard let stemmer = WordStemmer(language: language) else { return nil }
    self.text = text
    self.stemmer = stemmer
    dictionary = BilingualDictionary(language: language)
    sounds = text.tokens.reduce(into: []) { sounds, token in
      guard token.isWord else { return }
      for key in Self.keys(of: text.lowercased(token), stemmer) { sounds.insert(key) }
    }
  }

  /// The names in some bytes.
  func names(in bytes: Range<Int>) -> [Name] {
    var names: [Name] = []
    var run: [Token] = []
    var isInside = false
    for token in text.tokens where bytes.contains(Int(token.start)) {
      if token.isWord, isInside, isUnknownName(token) {
        run.append(token)
      } else {
        add(&run, to: &names)
      }
      isInside = token.isWord
    }
    add(&run, to: &names)
    return names
  }

  /// Whether the text may have a name of another: any word that sounds like one of its words.
  func mayHave(_ name: Name) -> Bool { name.keys.contains(where: sounds.contains) }

  private func add(_ run: inout [Token], to names: inout [Name]) {
    defer { run = [] }
    guard run.count >= 2 else { return }
    let keys = run.flatMap { Self.keys(of: text.lowercased($0), stemmer) }
    guard !keys.isEmpty else { return }
    names.append(Name(bytes: Int(run[0].start)..<Int(run[run.count - 1].end), keys: keys))
  }

  private func isUnknownName(_ token: Token) -> Bool {
    guard token.kind == .word, token.shape.contains(.capitalised), token.lowercasedLength >= 3 else {
      return false
    }
    let word = text.lowercased(token)
    if let dictionary { return dictionary.translations(ofWord: word, stemmer).isEmpty }
    return EnglishStems.table.place(of: stemmer.stem(word)) == nil
  }

  /// How a word may sound: with its ending and without.
  private static func keys(of word: ArraySlice<UInt8>, _ stemmer: WordStemmer) -> [UInt32] {
    [NameKey.key(of: word), NameKey.key(of: stemmer.stem(word))].compactMap { $0 }
  }
}
