/// A text of the CoNLL sets: one token a line, columns parted by tabs or spaces.
///
/// An empty line ends a sentence, `-DOCSTART-` begins a document.
package struct ConllText {
  /// The tokens of one document.
  package struct Document {
    package var words: [String] = []
    /// The last column of each token.
    package var labels: [String] = []
    /// The sentences, as ranges of tokens.
    package var sentences: [Range<Int>] = []
    /// For each token, the line that it stands on, from 0.
    package var lines: [Int] = []
    /// Whether a `-DOCSTART-` line began it.
    package var isMarked = false

    package init() {}
  }

  package private(set) var documents: [Document] = []
  /// All lines as given.
  package private(set) var lines: [Substring]

  package init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var document = Document()
    var start = 0
    func endSentence() {
      if document.words.count > start { document.sentences.append(start..<document.words.count) }
      start = document.words.count
    }
    for (number, line) in lines.enumerated() {
      let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " || $0 == "\r" })
      guard let word = columns.first else {
        endSentence()
        continue
      }
      if word == "-DOCSTART-" {
        endSentence()
        if !document.words.isEmpty { documents.append(document) }
        document = Document()
        document.isMarked = true
        start = 0
        continue
      }
      document.words.append(String(word))
      document.labels.append(columns.count > 1 ? String(columns[columns.count - 1]) : "O")
      document.lines.append(number)
    }
    endSentence()
    if !document.words.isEmpty { documents.append(document) }
  }
}

extension NameDocument {
  /// Makes a document of tokens that are given; their offsets are their numbers.
  ///
  /// - Parameter reading: How documents of the language are read.
  package init(_ conll: ConllText.Document, reading: DocumentReading = .english) {
    self.init()
    if reading.readsEveryWord {
      for var word in conll.words { endings.append(word.withUTF8 { WordEndings($0) }) }
    }
    for sentence in conll.sentences {
      for index in sentence { tokens.append(NameToken(word: conll.words[index], number: index)) }
      endSentence()
    }
  }
}

extension NameToken {
  /// Makes a token of a word that stands by itself, as the CoNLL sets cut them.
  init(word: String, number: Int) {
    let bytes = Array(word.utf8)
    let start = UInt32(truncatingIfNeeded: number)
    self = bytes.withUnsafeBufferPointer { bytes in
      let form = Self.form(bytes)
      return NameToken(
        start: start, end: start + UInt32(bytes.count),
        hash: form == .possessive ? WordForm.possessive : WordForm.hash(bytes),
        suffix: form.rawValue < Form.number.rawValue ? WordForm.suffix(bytes) : 0, form: form)
    }
  }

  private static func form(_ bytes: UnsafeBufferPointer<UInt8>) -> Form {
    let word = String(decoding: bytes, as: UTF8.self)
    switch word {
    case "'s", "’s", "'S": return .possessive
    case "``", "''", "\"": return .quote
    case "-LRB-", "-LSB-": return .opening
    case "-RRB-", "-RSB-": return .closing
    case "--", "---": return .dash
    case "...": return .stop
    default: break
    }
    let scalars = word.unicodeScalars
    guard let first = scalars.first(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { return WordForm.mark(bytes) }
    if !first.properties.isAlphabetic { return .number }
    if CharacterSets.isIdeograph(first) { return .ideograph }
    let letters = scalars.filter(\.properties.isAlphabetic)
    let capitals = letters.count { $0.properties.isUppercase }
    if capitals == 0 { return .lower }
    if letters.count == 1 { return .initial }
    if capitals == letters.count { return scalars.last == "." || word.contains(".") ? .dotted : .allCapitals }
    return first.properties.isUppercase && !hasLowerPart(word) ? .capitalised : .mixed
  }

  /// Whether a hyphenated word has a part that begins in lower case.
  private static func hasLowerPart(_ word: String) -> Bool {
    guard word.contains("-") else { return false }
    return word.split(separator: "-").contains { $0.unicodeScalars.first?.properties.isLowercase == true }
  }
}

/// Sets of characters that decide how a token is read.
enum CharacterSets {
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }
}
