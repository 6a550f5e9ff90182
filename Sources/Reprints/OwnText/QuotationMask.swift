internal import Lexicons
internal import TextAnalysis

/// Tells the quotations of an article from its narration, token by token.
///
/// What counts as quotation:
/// - text between quotation marks, straight, curly, « » or doubled single ones, matched within a paragraph and
///   nested; a quotation that is not closed ends with its paragraph (or with its sentence, where the paragraph
///   is long and no next paragraph goes on quoting);
/// - a tweet, known by its signature: "— Name (@handle)";
/// - what follows a colon after a word such as "said", "statement" or "letter", in its paragraph or, where the
///   colon ends it, in the next, unless that is very long;
/// - what is said in a transcript, where several paragraphs begin with a speaker's name in capitals and a colon; of an
///   article that is one, what stands between them too.
struct QuotationMask {
  /// A paragraph of more words than this is not masked whole for a colon or a quotation that is not closed.
  static let longParagraph = 120
  /// An article in whose first paragraphs somebody is named so is a transcript, where one of so many tokens from there
  /// on is a word of the first person.
  static let firstSpeech = 3
  static let talkPerPerson = 40
  /// A quotation that is not closed is followed to the end of a paragraph with this many words left or fewer.
  static let longUnclosed = 60

  private let text: AnalysedText
  private var quoted: [Bool]

  /// Whether each token of a text is part of a quotation.
  static func mask(of text: AnalysedText) -> [Bool] {
    var mask = QuotationMask(text: text, quoted: [Bool](repeating: false, count: text.tokens.count))
    for index in text.paragraphs.indices { mask.maskMarked(index) }
    mask.maskTweets()
    mask.maskAfterColons()
    mask.maskTranscript()
    return mask.quoted
  }

  private init(text: AnalysedText, quoted: [Bool]) {
    self.text = text
    self.quoted = quoted
  }

  private mutating func quote(_ tokens: Range<Int>) {
    for index in tokens { quoted[index] = true }
  }

  // MARK: Marks

  private mutating func maskMarked(_ paragraphIndex: Int) {
    let paragraph = text.paragraphs[paragraphIndex]
    var matcher = QuoteMatcher()
    var index = paragraph.lowerBound
    while index < paragraph.upperBound {
      let token = text.tokens[index]
      if token.kind == .mark, let role = QuoteMatcher.role(of: index, in: text, paragraph: paragraph) {
        if let quotation = matcher.take(role, at: index) { quote(quotation) }
        if role == .doubledSingle { index += 1 }
      }
      index += 1
    }
    guard let open = matcher.openDouble else { return }
    let rest = open..<paragraph.upperBound
    if rest.count <= Self.longUnclosed || paragraphOpensWithQuote(paragraphIndex + 1) {
      quote(rest)
    } else {
      quote(open..<endOfSentence(after: open, before: paragraph.upperBound))
    }
  }

  private func paragraphOpensWithQuote(_ index: Int) -> Bool {
    guard index < text.paragraphs.count, let first = text.paragraphs[index].first else { return false }
    let hash = text.tokens[first].hash
    return hash == PunctuationMark.straightQuote || PunctuationMark.openers.contains(hash)
  }

  private func endOfSentence(after index: Int, before limit: Int) -> Int {
    let end = text.tokens[index..<limit].firstIndex { token in
      token.kind == .mark && PunctuationMark.sentenceEnds.contains(token.hash)
    }
    return end.map { $0 + 1 } ?? limit
  }

  // MARK: Tweets

  /// Masks from the start of a tweet's paragraph to its signature.
  private mutating func maskTweets() {
    for (number, paragraph) in text.paragraphs.enumerated() {
      var start = paragraph.lowerBound
      var index = start
      while index < paragraph.upperBound {
        defer { index += 1 }
        guard text.tokens[index].hash == PunctuationMark.at,
          let dash = dashOfSignature(before: index, after: start)
        else { continue }
        if dash == paragraph.lowerBound, number > 0 {
          let previous = text.paragraphs[number - 1]
          if previous.count <= Self.longParagraph { quote(previous) }
        }
        quote(max(start, sentenceStart(atMost: 65, before: dash))..<index)
        start = index
      }
    }
  }

  /// The dash of "— Name (@handle", whose "@" is at an index.
  private func dashOfSignature(before at: Int, after start: Int) -> Int? {
    guard at - 1 > start, text.tokens[at - 1].hash == PunctuationMark.openBracket else { return nil }
    var index = at - 2
    while index >= start, at - index <= 9 {
      if PunctuationMark.dashes.contains(text.tokens[index].hash) { return index }
      index -= 1
    }
    return nil
  }

  /// The start of the first sentence that begins at most a number of tokens before an index.
  private func sentenceStart(atMost tokens: Int, before index: Int) -> Int {
    let earliest = index - tokens
    return min(index, text.sentences.first { $0.lowerBound >= earliest }?.lowerBound ?? index)
  }

  // MARK: Colons

  private mutating func maskAfterColons() {
    for (number, paragraph) in text.paragraphs.enumerated() {
      guard let colon = cueColon(in: paragraph) else { continue }
      let rest = colon + 1..<paragraph.upperBound
      if rest.count > 2 {
        if rest.count <= Self.longParagraph { quote(rest) }
      } else if number + 1 < text.paragraphs.count {
        maskBlock(from: number + 1)
      }
    }
  }

  /// Masks the paragraph after a colon, and those after it as long as they speak in the first person without
  /// marks.
  private mutating func maskBlock(from first: Int) {
    var number = first
    while number < text.paragraphs.count {
      let paragraph = text.paragraphs[number]
      guard paragraph.count <= Self.longParagraph * 3 / 2, !paragraphOpensWithQuote(number) else { return }
      guard number == first || isInFirstPerson(paragraph) else { return }
      quote(paragraph)
      number += 1
    }
  }

  private func isInFirstPerson(_ paragraph: Range<Int>) -> Bool {
    let hashes = text.tokens[paragraph]
    guard !hashes.contains(where: { SpeechWords.cues.contains($0.hash) }) else { return false }
    return hashes.count(where: { SpeechWords.firstPerson.contains($0.hash) }) * 25 >= paragraph.count
  }

  /// The last colon of a paragraph that follows a word of speech within 14 tokens and its sentence.
  private func cueColon(in paragraph: Range<Int>) -> Int? {
    for index in paragraph where text.tokens[index].hash == PunctuationMark.colon {
      guard index > paragraph.lowerBound, !quoted[index] else { continue }
      let window = max(paragraph.lowerBound, index - 14)..<index
      let start =
        text.tokens[window].lastIndex { PunctuationMark.sentenceEnds.contains($0.hash) } ?? window.lowerBound
      if text.tokens[start..<index].contains(where: { SpeechWords.cues.contains($0.hash) }) { return index }
    }
    return nil
  }

  // MARK: Transcripts

  private mutating func maskTranscript() {
    let spoken = text.paragraphs.enumerated().compactMap { number, paragraph in
      speakersColon(in: paragraph).map { (number: number, words: $0 + 1..<paragraph.upperBound) }
    }
    guard spoken.count >= 3 else { return }
    for speech in spoken { quote(speech.words) }
    guard let first = spoken.first, let last = spoken.last, first.number < Self.firstSpeech else { return }
    let talk = first.words.lowerBound..<last.words.lowerBound
    let spokenOfSelf = text.tokens[talk].count { SpeechWords.firstPerson.contains($0.hash) }
    if spokenOfSelf * Self.talkPerPerson >= talk.count { quote(talk) }
  }

  /// The colon after a name in capitals of at most 4 tokens that begins a paragraph.
  private func speakersColon(in paragraph: Range<Int>) -> Int? {
    for index in paragraph.prefix(5) {
      let token = text.tokens[index]
      if token.hash == PunctuationMark.colon { return index > paragraph.lowerBound ? index : nil }
      guard token.kind == .mark || token.shape.contains(.allCapitals) else { return nil }
    }
    return nil
  }
}

/// Words that announce speech or a document, and words of speakers about themselves.
enum SpeechWords {
  /// Words that a colon follows before a quotation.
  static let cues = WordSet(.quotationCues)
  /// Words of the first person.
  static let firstPerson = WordSet(.firstPerson)
}
