package import Articles

/// The tokens of a title and a text as one document, in which names are found.
package struct NameDocument: Sendable {
  package init() {}

  package var tokens: ContiguousArray<NameToken> = []
  /// The sentences, as ranges of token indices that cover all tokens; a sentence of the title never joins one
  /// of the text.
  package var sentences: ContiguousArray<Range<Int>> = []
  /// How each token begins and ends; empty where the language's model does not ask for it.
  package internal(set) var endings: ContiguousArray<WordEndings> = []

  /// Ends a sentence after the last token and marks what kind of line it was.
  package mutating func endSentence() {
    let start = sentences.last?.upperBound ?? 0
    guard start < tokens.count else { return }
    let sentence = start..<tokens.count
    sentences.append(sentence)
    tokens.withUnsafeMutableBufferPointer { tokens in
      let tokens = UnsafeMutableBufferPointer(rebasing: tokens[sentence])
      Self.markStarts(tokens)
      Self.markLine(tokens)
    }
  }

  /// The hash of the phrase that some tokens make.
  func phrase(_ range: Range<Int>) -> PhraseHash {
    var phrase = PhraseHash()
    for index in range { phrase.append(tokens[index].hash) }
    return phrase
  }

  private static func markStarts(_ sentence: UnsafeMutableBufferPointer<NameToken>) {
    if let first = sentence.firstIndex(where: \.isWord) { sentence[first].flags.insert(.sentenceStart) }
    var isAfterBreak = false
    for index in sentence.indices {
      if isAfterBreak { sentence[index].flags.insert(.afterBreak) }
      switch sentence[index].form {
      case .stop, .colon, .quote, .opening, .dash: isAfterBreak = true
      default: isAfterBreak = false
      }
    }
  }

  /// Marks lines in capitals, and headlines in Title Case.
  private static func markLine(_ sentence: UnsafeMutableBufferPointer<NameToken>) {
    var words = 0
    var capitals = 0
    var long = 0
    var capitalised = 0
    for token in sentence {
      guard token.form.rawValue < NameToken.Form.number.rawValue else { continue }
      words += 1
      if token.form == .allCapitals { capitals += 1 }
      if token.end - token.start > 3 {
        long += 1
        if token.hasCapital { capitalised += 1 }
      }
    }
    if words >= 3 && capitals * 10 >= words * 7 {
      mark(sentence, .capitalsLine)
    } else if long >= 4 && capitalised * 10 >= long * 8 {
      mark(sentence, .titleLine)
    }
  }

  private static func mark(_ sentence: UnsafeMutableBufferPointer<NameToken>, _ flag: NameToken.Flags) {
    for index in sentence.indices { sentence[index].flags.insert(flag) }
  }
}

/// A name found in a document.
package struct NameSpan: Sendable, Equatable {
  /// Its tokens.
  package var tokens: Range<Int>
  /// What it names.
  package var entityClass: EntityClass

  package init(tokens: Range<Int>, entityClass: EntityClass) {
    self.tokens = tokens
    self.entityClass = entityClass
  }
}
