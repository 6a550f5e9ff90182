internal import TextAnalysis

/// The words and marks around a source's name, and what they say.
struct CreditContext {
  private let text: AnalysedText
  private let words: WordList
  private let name: Range<Int>
  private let firstToken: Int
  private let lastToken: Int

  init(of name: Range<Int>, in text: AnalysedText, words: WordList) {
    self.text = text
    self.words = words
    self.name = name
    firstToken = Int(words.words[name.lowerBound].token)
    lastToken = Int(words.words[name.upperBound - 1].token)
  }

  /// What is credited and how strongly; nil for a mere mention.
  func verdict(isAgency: Bool) -> (Credit.Kind, CreditStrength)? {
    if isPhoto { return (.photo, .mention) }
    if isDateline || isRightsNotice { return (.text, .signed) }
    if isByline { return (.text, .signed) }
    if hasWord(CreditPhrases.contributed, after: 10) { return (.text, .attributed) }
    if isSignOff || isLabel { return (.text, .attributed) }
    if hasWord(CreditPhrases.told, within: 2) { return (.statement, .statement) }
    if hasWord(CreditPhrases.interview, within: 3) { return (.statement, .statement) }
    if hasWord(CreditPhrases.source, within: 3) { return (.text, .named) }
    if isAgency, isHeader || isBeforeDate { return (.text, .attributed) }
    if hasWord(CreditPhrases.staff, after: 2) { return (.statement, .statement) }
    if hasWord(CreditPhrases.citing, within: 2) { return (.statement, .statement) }
    if hasWord(CreditPhrases.reporting, after: 2) { return (.statement, .statement) }
    if isSignature { return (.statement, .statement) }
    return nil
  }

  // MARK: Words

  /// Whether one of some words stands among those before the name in its sentence.
  private func hasWord(_ wanted: WordSet, within count: Int) -> Bool {
    let start = max(0, name.lowerBound - count)
    return (start..<name.lowerBound).contains { isInSentence($0) && wanted.contains(words.hashes[$0]) }
  }

  /// Whether one of some words stands among those after the name in its sentence.
  private func hasWord(_ wanted: WordSet, after count: Int) -> Bool {
    let end = min(words.count, name.upperBound + count)
    return (name.upperBound..<end).contains { isInSentence($0) && wanted.contains(words.hashes[$0]) }
  }

  private func isInSentence(_ word: Int) -> Bool {
    words.words[word].sentence == words.words[name.lowerBound].sentence
  }

  // MARK: Marks

  private func mark(_ token: Int) -> UInt64? {
    guard text.tokens.indices.contains(token), text.tokens[token].kind == .mark else { return nil }
    return text.tokens[token].hash
  }

  private func isDash(_ token: Int) -> Bool { mark(token).map(PunctuationMark.dashes.contains) ?? false }

  /// "(AP) —" before the first words of a story.
  private var isDateline: Bool {
    guard mark(firstToken - 1) == PunctuationMark.openBracket,
      mark(lastToken + 1) == PunctuationMark.closeBracket
    else { return false }
    return isDash(lastToken + 2)
  }

  /// "Copyright 2017 The Associated Press", "© 2020 by King Features Syndicate".
  private var isRightsNotice: Bool {
    if hasWord(CreditPhrases.copyright, within: 3) { return true }
    return (max(0, firstToken - 4)..<firstToken).contains { mark($0) == CreditPhrases.copyrightMark }
  }

  /// More than the names and posts of any signature: what is longer is a list.
  private static let mostSignatureWords = 40

  /// "Jane Doe, Vox" as a paragraph of its own: an excerpt is signed.
  private var isSignature: Bool {
    guard mark(firstToken - 1) == PunctuationMark.comma,
      lastToken + 1 >= text.tokens.count || text.tokens[lastToken + 1].shape.contains(.lineStart)
    else { return false }
    var word = name.lowerBound - 1
    while word >= 0, isInSentence(word) {
      guard name.lowerBound - word <= Self.mostSignatureWords else { return false }
      let isJoining = words.hashes[word] == CreditPhrases.and
      guard words.words[word].isCapitalised || isJoining else { return false }
      word -= 1
    }
    return true
  }

  /// "Saul Loeb/AFP/Getty", "(Reuters photo)", "(Jens Kalaene/dpa via AP, file)", "фото: Reuters".
  private var isPhoto: Bool {
    if mark(firstToken - 1) == PunctuationMark.slash || mark(lastToken + 1) == PunctuationMark.slash {
      return true
    }
    if hasWord(CreditPhrases.photo, after: 1) { return true }
    guard hasWord(CreditPhrases.photo, within: 2) else { return false }
    return !hasWord(CreditPhrases.told, within: 2)
  }

  /// "By Jane Doe, Associated Press" on a line of its own.
  private var isByline: Bool {
    let start = max(0, name.lowerBound - 7)
    guard
      let by = (start..<name.lowerBound).last(where: {
        words.hashes[$0] == CreditPhrases.by && isInSentence($0)
      })
    else { return false }
    let token = text.tokens[Int(words.words[by].token)]
    guard token.shape.contains(.lineStart), token.shape.contains(.capitalised) else { return false }
    return (by + 1..<name.lowerBound).allSatisfy { words.words[$0].isCapitalised }
  }

  /// "— Reuters" or "-AFP" at the end of a paragraph.
  private var isSignOff: Bool {
    guard isDash(firstToken - 1) else { return false }
    return lastToken + 1 >= text.tokens.count || text.tokens[lastToken + 1].shape.contains(.lineStart)
  }

  /// "BUSINESS INSIDER:" at the start of a paragraph.
  private var isLabel: Bool {
    text.tokens[firstToken].shape.contains(.lineStart) && mark(lastToken + 1) == PunctuationMark.colon
  }

  /// The words at the start of a text among which an agency's name alone is a credit: a headline, a date and what stands by it.
  private static let headWords = 30

  /// Whether the name is written in a script that has no capitals, which begin after Hebrew's first letter.
  private var isWithoutCase: Bool {
    guard let first = text.string(words.words[name.lowerBound].bytes).unicodeScalars.first else {
      return false
    }
    return first.value >= 0x5d0 && !first.properties.isCased
  }

  /// The words at the start of a text among which an agency's name before a date is a credit: a headline and a summary come first.
  private static let summaryWords = 120

  /// An agency's name before the date of the day: "AFP Tuesday 6 Aug 2013".
  private var isBeforeDate: Bool {
    guard name.lowerBound < Self.summaryWords, mark(lastToken + 1) == nil,
      text.tokens[firstToken].shape.contains(.capitalised)
    else { return false }
    let after = name.upperBound..<min(words.count, name.upperBound + 4)
    guard let year = after.first(where: { isYear($0) }) else { return false }
    return (name.upperBound..<year).allSatisfy { words.words[$0].isCapitalised || words.words[$0].isNumber }
  }

  private func isYear(_ word: Int) -> Bool {
    words.words[word].isNumber
      && Int(text.string(words.words[word].bytes)).map { (1900...2100).contains($0) } ?? false
  }

  /// An agency's name among the first words, where nothing is said of it: "Monitor AFP Thursday".
  private var isHeader: Bool {
    guard name.lowerBound < Self.headWords, !hasWord(CreditPhrases.told, within: 1) else { return false }
    if isWithoutCase { return text.tokens[firstToken].shape.contains(.lineStart) }
    guard text.tokens[firstToken].shape.contains(.capitalised) else { return false }
    guard name.lowerBound > 0 else { return true }
    guard mark(firstToken - 1) == nil, name.upperBound < words.count else { return false }
    let next = words.words[name.upperBound]
    return next.isCapitalised || next.isNumber
  }
}
