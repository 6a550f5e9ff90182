public import TextAnalysis

/// Reads from an article whose text, statements and photos it says it carries.
///
/// Known names are judged by the words and marks around them; unknown ones are taken from a few turns of phrase
/// that name a source and nothing else.
public struct CreditReader {
  private let text: AnalysedText
  private let words: WordList
  private var credits: [Credit] = []

  /// The credits of a text, in order.
  public static func credits(in text: AnalysedText) -> [Credit] { credits(in: text, words: WordList(text)) }

  /// The credits of a text whose words are known, in order.
  public static func credits(in text: AnalysedText, words: WordList) -> [Credit] {
    var reader = CreditReader(text: text, words: words)
    reader.readTurnsOfPhrase()
    for mention in SourceName.mentions(in: text, words: words) { reader.judge(mention) }
    reader.readNamesOfPapers()
    return reader.credits.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private init(text: AnalysedText, words: WordList) {
    self.text = text
    self.words = words
  }

  // MARK: Known names

  private mutating func judge(_ mention: SourceName.Mention) {
    let context = CreditContext(of: mention.words, in: text, words: words)
    guard let (kind, strength) = context.verdict(isAgency: KnownSources.agencies.contains(mention.name))
    else { return }
    add(mention.name, kind, strength, mention.words)
  }

  private mutating func add(_ source: String, _ kind: Credit.Kind, _ strength: Int, _ range: Range<Int>) {
    let bytes = words.bytes(ofWords: range)
    guard !credits.contains(where: { $0.bytes.overlaps(bytes) }) else { return }
    credits.append(Credit(source: source, kind: kind, strength: strength, bytes: bytes))
  }

  // MARK: Unknown names

  private mutating func readTurnsOfPhrase() {
    for index in words.hashes.indices {
      guard
        let length = CreditPhrases.beforeSource.phraseLength(at: index, in: words.hashes, before: words.count)
      else { continue }
      let start = index + length
      guard let name = name(at: start) else { continue }
      add(canonical(name), .text, 4, name)
    }
    readSourceLines()
  }

  /// Unknown papers by the last word of their names: "the Lowmere Gazette reported".
  private mutating func readNamesOfPapers() {
    for end in words.hashes.indices.dropFirst() {
      guard CreditPhrases.papers.phraseLength(at: end, in: words.hashes, before: words.count) != nil,
        words.words[end].isCapitalised, !followsMark(end), words.words[end - 1].isCapitalised
      else { continue }
      var start = end - 1
      while start > 0, end - start < 3, !followsMark(start), words.words[start - 1].isCapitalised,
        words.words[start - 1].sentence == words.words[end].sentence
      { start -= 1 }
      if words.hashes[start] == CreditPhrases.the { start += 1 }
      guard start < end, words.words[start].sentence == words.words[end].sentence else { continue }
      judge(SourceName.Mention(name: canonical(start..<end + 1), words: start..<end + 1))
    }
  }

  /// "Source: der Spiegel, citing several sources" at the start of a paragraph.
  private mutating func readSourceLines() {
    for paragraph in text.paragraphs {
      let first = words.firstWord(startingAt: Int(text.tokens[paragraph.lowerBound].start))
      guard first < words.count,
        CreditPhrases.sourceLabels.phraseLength(at: first, in: words.hashes, before: words.count) != nil
      else { continue }
      let token = Int(words.words[first].token)
      guard token + 1 < paragraph.upperBound, text.tokens[token + 1].hash == PunctuationMark.colon else {
        continue
      }
      var end = first + 1
      while end < words.count, end < first + 6, Int(words.words[end].token) < paragraph.upperBound,
        end == first + 1 || !followsMark(end)
      { end += 1 }
      if end > first + 1 { add(canonical(first + 1..<end), .text, 4, first + 1..<end) }
    }
  }

  /// The capitalised words that begin at a word, without "the"; at most five, no mark between them.
  private func name(at start: Int) -> Range<Int>? {
    var first = start
    if first < words.count, words.hashes[first] == CreditPhrases.the { first += 1 }
    var end = first
    while end < words.count, end < first + 5, words.words[end].isCapitalised,
      end == first || !followsMark(end)
    {
      end += 1
    }
    return end > first ? first..<end : nil
  }

  private func followsMark(_ word: Int) -> Bool {
    let token = Int(words.words[word].token)
    return token > 0 && text.tokens[token - 1].kind == .mark
  }

  private func canonical(_ range: Range<Int>) -> String {
    let name = text.string(words.bytes(ofWords: range)).split(separator: " ").map(Self.named).joined(
      separator: " ")
    return SourceName.canonical(name) ?? name
  }

  /// A word of a name that is set in capitals as it is written otherwise: "GAZETTE" is "Gazette", "BBC" itself.
  private static func named(_ word: Substring) -> String {
    guard word.utf8.count > 4, word.allSatisfy({ $0.isUppercase }) else { return String(word) }
    return word.prefix(1) + word.dropFirst().lowercased()
  }
}
