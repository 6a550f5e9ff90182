internal import Lexicons

/// Finds the paragraphs and sentences of a text from its tokens.
///
/// A sentence ends at `.`, `!`, `?`, `…` or the marks of other scripts, with the quotation marks and brackets that
/// close there, where white space and no lower-case letter follows, and where the dot belongs to no
/// abbreviation. A paragraph's end always ends a sentence.
struct SentenceSplitter {
  let tokens: [Token]
  let lowercased: [UInt8]
  let newlinesBefore: [UInt8]
  private let sentenceEnds = Marks.sentenceEnds
  private let closers = Marks.closers

  init(tokens: [Token], lowercased: [UInt8], newlinesBefore: [UInt8]) {
    self.tokens = tokens
    self.lowercased = lowercased
    self.newlinesBefore = newlinesBefore
  }

  // MARK: Paragraphs

  /// The paragraphs, as ranges of token indices.
  func paragraphs() -> [Range<Int>] {
    guard !tokens.isEmpty else { return [] }
    let needed: UInt8 = linesAreWrapped ? 2 : 1
    var result: [Range<Int>] = []
    result.reserveCapacity(16)
    var start = 0
    for index in 1..<tokens.count where newlinesBefore[index] >= needed {
      result.append(start..<index)
      start = index
    }
    result.append(start..<tokens.count)
    return result
  }

  /// Whether lines end where a width was reached, rather than where a paragraph does: at three in ten of the
  /// single line ends or more, a lower-case word follows a word.
  private var linesAreWrapped: Bool {
    var lineEnds = 0
    var insideSentences = 0
    for index in tokens.indices.dropFirst() where newlinesBefore[index] == 1 {
      lineEnds += 1
      let follows = tokens[index].kind == .word && !tokens[index].shape.contains(.capitalised)
      if follows && (tokens[index - 1].isWord || tokens[index - 1].hash == Marks.comma) {
        insideSentences += 1
      }
    }
    return lineEnds >= 3 && insideSentences * 10 >= lineEnds * 3
  }

  // MARK: Sentences

  /// The sentences of all paragraphs, as ranges of token indices.
  func sentences(in paragraphs: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(paragraphs.count * 2)
    for paragraph in paragraphs {
      var start = paragraph.lowerBound
      var index = start
      while index < paragraph.upperBound {
        guard mayEndSentence(index) else {
          index += 1
          if endsClause(index - 1, from: start, before: paragraph.upperBound) {
            result.append(start..<index)
            start = index
          }
          continue
        }
        let end = endOfClosers(after: index, before: paragraph.upperBound)
        if end < paragraph.upperBound, endsSentence(at: index, next: end) {
          result.append(start..<end)
          start = end
        }
        index = end
      }
      if start < paragraph.upperBound { result.append(start..<paragraph.upperBound) }
    }
    return result
  }

  /// Whether a space ends a sentence of syllables here: Thai and its neighbours have spaces between clauses and no mark.
  private func endsClause(_ index: Int, from start: Int, before limit: Int) -> Bool {
    guard tokens[index].shape.contains(.syllable), index + 1 - start >= Self.fewestSyllables else {
      return false
    }
    return index + 1 < limit && tokens[index + 1].shape.isSuperset(of: [.syllable, .spaceBefore])
  }

  /// The syllables that a sentence of such a script has at least.
  private static let fewestSyllables = 25

  private func mayEndSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .mark { return sentenceEnds.contains(token.hash) }
    return token.shape.contains(.dotted)
  }

  /// The first token after a sentence's end that is no closing mark attached to it.
  private func endOfClosers(after index: Int, before limit: Int) -> Int {
    var end = index + 1
    while end < limit, tokens[end].kind == .mark, !tokens[end].shape.contains(.spaceBefore),
      closers.contains(tokens[end].hash) || sentenceEnds.contains(tokens[end].hash)
    { end += 1 }
    return end
  }

  private func endsSentence(at index: Int, next: Int) -> Bool {
    let mark = tokens[index]
    if Marks.sureEnds.contains(mark.hash) { return true }
    guard tokens[next].shape.contains(.spaceBefore), mayBeginSentence(next) else { return false }
    if mark.kind == .word { return isCommonOpening(next) }
    guard mark.hash == Marks.fullStop, index > 0, !mark.shape.contains(.spaceBefore) else { return true }
    return !isAbbreviation(index - 1) || (mayEndWithAbbreviation(index - 1) && isCommonOpening(next))
  }

  private func mayBeginSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind != .word || token.shape.contains(.capitalised) || isWithoutCase(token)
  }

  /// Whether a word is of a script that has no capital letters.
  private func isWithoutCase(_ token: Token) -> Bool {
    guard token.shape.contains(.nonASCII) else { return false }
    let range = Int(token.lowercasedStart)..<Int(token.lowercasedStart) + Int(token.lowercasedLength)
    guard let first = String(decoding: lowercased[range], as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return first.properties.generalCategory == .otherLetter
  }

  private func isAbbreviation(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    let isLetter = token.end - token.start == 1
    let isInitial = isLetter && (token.shape.contains(.capitalised) || !token.shape.contains(.spaceBefore))
    return isInitial || Abbreviations.titles.contains(token.hash) || mayEndWithAbbreviation(index)
  }

  private func mayEndWithAbbreviation(_ index: Int) -> Bool {
    Abbreviations.endings.contains(tokens[index].hash)
  }

  private func isCommonOpening(_ index: Int) -> Bool {
    tokens[index].kind == .mark || Abbreviations.commonOpenings.contains(tokens[index].hash)
  }
}

/// The hashes of the marks that sentences end with.
enum Marks {
  static let comma = TokenHash.hash(",".utf8)
  static let fullStop = TokenHash.hash(".".utf8)
  static let sentenceEnds = hashes(".!?…" + sure)
  /// Those that end a sentence without a space after them, and are part of no abbreviation.
  static let sureEnds = hashes(sure)
  /// Full width; Arabic and Urdu; Devanagari; Khmer; Burmese; Armenian; Ethiopic; Tibetan.
  private static let sure = "。！？｡؟۔।॥។៕။։።፧།"
  static let closers = hashes("\"'”’»)]}」』）")

  private static func hashes(_ characters: String) -> HashSet {
    HashSet(characters.unicodeScalars.map { TokenHash.hash(String($0).utf8) })
  }
}

/// Words that a dot follows without ending a sentence.
enum Abbreviations {
  /// Titles and the like, which another word always follows.
  static let titles = HashSet(.abbreviatedTitles)
  /// Abbreviations that a sentence may also end with.
  static let endings = HashSet(.abbreviations)
  /// Words that often open a sentence and seldom follow an abbreviation inside one.
  static let commonOpenings = HashSet(.sentenceOpenings)
}
