internal import TextAnalysis

/// Sets apart what stands in an article but is no part of its own story.
///
/// By local shape: headings and other lines that are no sentences, lines and sentences that ask the reader to
/// follow, read or subscribe, captions and photo credits, bylines, copyright lines, teasers in lists, and what
/// an article says twice. What the archive learned of an outlet's standing text (``BoilerplateLearner``) comes
/// in from outside.
struct OwnText {
  /// A line that is no sentence is a heading up to this many words.
  static let headingWords = 20
  /// A paragraph of up to this many words is set apart whole for one telling phrase; of a longer one only the
  /// sentence is.
  static let shortParagraph = 60

  /// A sentence of more words is no caption for a phrase or a credit in it.
  private static let captionSentence = 45
  /// The caption of a gallery's photo has at most this many words.
  private static let longestCaption = 240

  private let text: AnalysedText
  private let words: WordList
  private let paragraphs: [Range<Int>]
  private(set) var parts: [TextPart] = []

  /// The parts of a text that are not its own, by their words; they may overlap.
  ///
  /// - Parameter outlet: the name of the article's outlet, which its notes on itself begin with.
  static func parts(of text: AnalysedText, words: WordList, outlet: String? = nil) -> [TextPart] {
    var finder = OwnText(text: text, words: words)
    finder.findHeadings()
    finder.findTeasers()
    for list in LinkedNames(text, words: words).lists() { finder.setApart(.teaser, list) }
    finder.findPhrases()
    for caption in MediaLabels(text, words: words, paragraphs: finder.paragraphs).captions() {
      finder.setApart(.caption, caption)
    }
    for note in AuthorNotes(words, paragraphs: finder.paragraphs).notes() {
      finder.setApart(.promotion, note)
    }
    if let outlet {
      for note in OutletNotes(of: outlet, in: text, words).notes { finder.setApart(.promotion, note) }
    }
    finder.findPleaParagraphs()
    finder.findGalleries()
    finder.findRepeats()
    return finder.parts
  }

  private init(text: AnalysedText, words: WordList) {
    self.text = text
    self.words = words
    var next = 0
    paragraphs = text.paragraphs.map { paragraph in
      let first = next
      while next < words.count, Int(words.words[next].token) < paragraph.upperBound { next += 1 }
      return first..<next
    }
  }

  private mutating func setApart(_ kind: TextPart.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    parts.append(TextPart(kind: kind, words: range, bytes: words.bytes(ofWords: range)))
  }

  // MARK: Shape

  /// Short paragraphs without the end of a sentence, unless most of the text is made of such.
  private mutating func findHeadings() {
    let headings = withoutTables(paragraphs.indices.filter(isHeading))
    let headingWords = headings.reduce(0) { $0 + paragraphs[$1].count }
    guard headingWords * 2 < words.count else { return }
    for index in headings { setApart(.heading, paragraphs[index]) }
  }

  /// Leaves out three headings or more on end of which half or more hold numbers: the lines of a table.
  private func withoutTables(_ headings: [Int]) -> [Int] {
    var kept: [Int] = []
    var start = 0
    while start < headings.count {
      var end = start + 1
      while end < headings.count, headings[end] == headings[end - 1] + 1 { end += 1 }
      let block = headings[start..<end]
      let withNumbers = block.count { index in paragraphs[index].contains { words.words[$0].isNumber } }
      if block.count < 3 || withNumbers * 2 < block.count { kept += block }
      start = end
    }
    return kept
  }

  private func isHeading(_ index: Int) -> Bool {
    let range = paragraphs[index]
    guard !range.isEmpty, range.count <= Self.headingWords, let last = text.paragraphs[index].last else {
      return false
    }
    let token = text.tokens[last]
    if token.kind == .mark { return !PunctuationMark.terminals.contains(token.hash) }
    return !token.shape.contains(.dotted) || range.count <= 6
  }

  /// Paragraphs that a lone dash or bullet announces, where there are three or more such.
  private mutating func findTeasers() {
    let lone = paragraphs.indices.filter { index in
      paragraphs[index].isEmpty && text.paragraphs[index].count == 1
        && PunctuationMark.bullets.contains(text.tokens[text.paragraphs[index].lowerBound].hash)
    }
    if lone.count >= 3 {
      for index in lone where index + 1 < paragraphs.count { setApart(.teaser, paragraphs[index + 1]) }
    }
    findLabelledTeasers()
  }

  /// Paragraphs that end with one capitalised word and no mark, the same in four or more: a button under each item of a list.
  private mutating func findLabelledTeasers() {
    let items = paragraphs.indices.filter { index in
      guard let last = text.paragraphs[index].last, paragraphs[index].count >= 6 else { return false }
      return text.tokens[last].kind == .word && text.tokens[last].shape.contains(.capitalised)
    }
    guard items.count >= Self.leastItems else { return }
    let byLabel = Dictionary(grouping: items) { words.hashes[paragraphs[$0].upperBound - 1] }
    for list in byLabel.values where list.count >= Self.leastItems {
      for index in list { setApart(.teaser, paragraphs[index]) }
    }
  }

  /// A list of other stories has so many items at the least.
  private static let leastItems = 4

  // MARK: Phrases

  private mutating func findPhrases() {
    for (index, sentence) in sentenceWords().enumerated() where !sentence.isEmpty {
      let paragraph = paragraphs[paragraph(ofSentence: index)]
      if let plea = ReaderPlea.part(sentence, of: paragraph, words, text) {
        setApart(.promotion, plea)
        continue
      }
      guard let kind = tellingPhrase(in: sentence) else { continue }
      setApart(kind, isWhole(paragraph, from: sentence, kind) ? paragraph : sentence)
    }
  }

  /// Whether a whole paragraph is set apart for one of its sentences: a short one, or one that begins with a plea.
  private func isWhole(_ paragraph: Range<Int>, from sentence: Range<Int>, _ kind: TextPart.Kind) -> Bool {
    guard kind != .byline, kind != .method else { return false }
    let beginsWithPlea = kind == .promotion && sentence.lowerBound == paragraph.lowerBound
    return paragraph.count <= (beginsWithPlea ? Self.shortParagraph * 2 : Self.shortParagraph)
  }

  /// Paragraphs of two pleas or more, with what stands between.
  private mutating func findPleaParagraphs() {
    let pleas = parts.filter { $0.kind == .promotion }.map(\.words)
    for paragraph in paragraphs where paragraph.count <= Self.shortParagraph {
      let inside = pleas.filter {
        $0.lowerBound >= paragraph.lowerBound && $0.upperBound <= paragraph.upperBound
      }
      if Set(inside.map(\.lowerBound)).count >= 2 { setApart(.promotion, paragraph) }
    }
  }

  /// The captions of a gallery that a page was read with: from one "Hide Caption" to the next, the first one from
  /// the start of its paragraph on.
  private mutating func findGalleries() {
    let ends = words.hashes.indices.compactMap { index in
      FurniturePhrases.galleries.phraseLength(at: index, in: words.hashes, before: words.count).map {
        index + $0
      }
    }
    guard ends.count >= 2, let first = ends.first else { return }
    var start = paragraphs.last { $0.lowerBound < first }?.lowerBound ?? 0
    for end in ends {
      if end - start <= Self.longestCaption { setApart(.caption, start..<end) }
      start = end
    }
  }

  private func sentenceWords() -> [Range<Int>] {
    var next = 0
    return text.sentences.map { sentence in
      let first = next
      while next < words.count, Int(words.words[next].token) < sentence.upperBound { next += 1 }
      return first..<next
    }
  }

  private func paragraph(ofSentence index: Int) -> Int {
    text.paragraph(ofToken: text.sentences[index].lowerBound)
  }

  private func tellingPhrase(in sentence: Range<Int>) -> TextPart.Kind? {
    let hashes = words.hashes
    if FurniturePhrases.openings.phraseLength(
      at: sentence.lowerBound, in: hashes, before: sentence.upperBound) != nil
    {
      return .promotion
    }
    if let kind = phrase(within: sentence) { return kind }
    if ReaderAddress.isProgramme(sentence, of: words) { return .promotion }
    if sentence.count <= Self.captionSentence, endsWithCredit(sentence) { return .caption }
    if sentence.count <= 8,
      FurniturePhrases.bylines.phraseLength(
        at: sentence.lowerBound, in: hashes, before: sentence.upperBound) != nil
    {
      return .byline
    }
    return nil
  }

  /// What a sentence is by a phrase that it holds anywhere, all tables in one pass.
  private func phrase(within sentence: Range<Int>) -> TextPart.Kind? {
    let (hashes, end) = (words.hashes, sentence.upperBound)
    let filter = FurniturePhrases.telling
    var isBusiness = ReaderAddress.isLink(sentence, of: words)
    var (isMethod, isCaption) = (false, false)
    for index in sentence where filter.mayContain(hashes[index]) {
      if FurniturePhrases.anywhere.phraseLength(at: index, in: hashes, before: end) != nil {
        return .promotion
      }
      if FurniturePhrases.surveys.phraseLength(at: index, in: hashes, before: end) != nil { isMethod = true }
      if FurniturePhrases.captions.phraseLength(at: index, in: hashes, before: end) != nil {
        isCaption = true
      }
      if ReaderAddress.business.contains(hashes[index]) { isBusiness = true }
    }
    if isBusiness, ReaderAddress.speaks(in: sentence, of: words, text) { return .promotion }
    if isMethod { return .method }
    return isCaption && sentence.count <= Self.captionSentence ? .caption : nil
  }

  /// Whether a sentence ends with a photographer and an agency, a slash between them: "REUTERS/Jane Doe", "Jane Doe/AP".
  private func endsWithCredit(_ sentence: Range<Int>) -> Bool {
    let last = sentence.suffix(4)
    guard let agency = last.first(where: { FurniturePhrases.agencies.contains(words.hashes[$0]) }) else {
      return false
    }
    let name = last.filter { $0 != agency }
    let isFirst = agency + 1 < sentence.upperBound
    let photographer = isFirst ? name.filter { $0 > agency } : name.suffix(2)
    let slash = Int(words.words[agency].token) + (isFirst ? 1 : -1)
    return photographer.count >= 2 && photographer.allSatisfy { words.words[$0].isCapitalised }
      && text.tokens.indices.contains(slash) && text.tokens[slash].hash == PunctuationMark.slash
  }

  // MARK: Repeats

  /// Sentences of 6 words or more of which 7 in 10 words stood in the text before.
  private mutating func findRepeats() {
    let shingles = Fingerprinter().shingleHashes(of: words.hashes)
    var seen = HashSet()
    let isRepeat = shingles.map { !seen.insert($0) }
    guard isRepeat.contains(true) else { return }
    for sentence in sentenceWords() where sentence.count >= 6 {
      var covered = 0
      var coveredTo = sentence.lowerBound
      for start in max(0, sentence.lowerBound - 5)..<min(sentence.upperBound, isRepeat.count)
      where isRepeat[start] {
        let from = max(start, coveredTo)
        let to = min(start + 6, sentence.upperBound)
        covered += max(0, to - from)
        coveredTo = max(coveredTo, to)
      }
      if covered * 10 >= sentence.count * 7 { setApart(.repetition, sentence) }
    }
  }
}
