internal import Algorithms
public import TextAnalysis

/// Reads from an article whose text, statements and photos it says it carries.
///
/// Known names are judged by the words and marks around them; unknown ones are taken from a few turns of phrase
/// that name a source and nothing else.
public struct CreditReader {
  private let text: AnalysedText
  private let words: WordList
  private let addresses: [WebAddress]
  private var credits: [Credit] = []
  /// For each word whether a credit has it; empty before the first.
  private var taken: [Bool] = []
  private var commonPhrases: CommonPhrases

  /// The credits of a text, in order.
  public static func credits(in text: AnalysedText) -> [Credit] { credits(in: text, words: WordList(text)) }

  /// The credits of a text whose words are known, in order.
  public static func credits(in text: AnalysedText, words: WordList) -> [Credit] {
    var reader = CreditReader(text: text, words: words)
    reader.readTurnsOfPhrase()
    for mention in SourceName.mentions(in: text, words: words) { reader.judge(mention) }
    reader.readNamesOfPapers()
    reader.readDatelines()
    for line in AgencyLines(text, words).names {
      reader.add(line.name, .text, line.name == AgencyLines.unnamed ? .named : .attributed, line.words)
    }
    return reader.credits.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private init(text: AnalysedText, words: WordList) {
    self.text = text
    self.words = words
    addresses = WebAddress.addresses(in: text.text)
    commonPhrases = CommonPhrases(words)
  }

  // MARK: Known names

  private mutating func judge(_ mention: SourceName.Mention) {
    let context = CreditContext(of: mention.words, in: text, words: words)
    guard let (kind, strength) = context.verdict(isAgency: KnownSources.agencies.contains(mention.name))
    else { return }
    add(mention.name, kind, strength, mention.words)
  }

  private mutating func add(
    _ source: String, _ kind: Credit.Kind, _ strength: CreditStrength, _ range: Range<Int>,
    needsSupport: Bool = false
  ) {
    // By the words rather than by the credits that are there: a text may have any number of them.
    if taken.isEmpty { taken = Array(repeating: false, count: words.count) }
    guard !range.isEmpty, !taken[range].contains(true) else { return }
    for word in range { taken[word] = true }
    let bytes = words.bytes(ofWords: range)
    credits.append(
      Credit(source: source, kind: kind, strength: strength, bytes: bytes, needsSupport: needsSupport))
  }

  /// The outlet of an address that begins at a word, or at the mark before it, with the words of the address.
  private func outlet(ofAddressAt word: Int) -> (name: String, words: Range<Int>)? {
    guard word < words.count else { return nil }
    let start = Int(words.words[word].start)
    guard let address = address(at: start) else { return nil }
    let range = words.wordRange(inBytes: address.bytes)
    return (SourceName.canonical(address.host) ?? address.host, range.isEmpty ? word..<word + 1 : range)
  }

  /// The address that a byte is in; they are in order.
  private func address(at byte: Int) -> WebAddress? {
    let place = addresses.partitioningIndex { $0.bytes.upperBound > byte }
    return place < addresses.count && addresses[place].bytes.contains(byte) ? addresses[place] : nil
  }

  // MARK: Unknown names

  private mutating func readTurnsOfPhrase() {
    for index in words.hashes.indices {
      guard
        let length = CreditPhrases.beforeSource.phraseLength(at: index, in: words.hashes, before: words.count)
      else { continue }
      let start = index + length
      if let outlet = outlet(ofAddressAt: start) {
        add(outlet.name, .text, .attributed, outlet.words)
        continue
      }
      guard let name = name(at: start), !isShouted(name) else { continue }
      add(canonical(name), .text, .attributed, name)
    }
    readSourceLines()
  }

  private static let mostPaperNouns = 8

  /// Unknown papers by the last word of their names: "the Lowmere Gazette reported".
  private mutating func readNamesOfPapers() {
    for end in words.hashes.indices.dropFirst() {
      guard CreditPhrases.papers.phraseLength(at: end, in: words.hashes, before: words.count) != nil,
        words.words[end].isCapitalised, !followsMark(end), words.words[end - 1].isCapitalised
      else { continue }
      let first = end
      var end = end
      // A name has two or three of them: "Morning Post Gazette".
      while end - first < Self.mostPaperNouns, isPaperNoun(end + 1) { end += 1 }
      // "Lone Star State" names no paper.
      guard !isFollowedByName(end) else { continue }
      var start = end - 1
      while start > 0, end - start < 3, !followsMark(start), words.words[start - 1].isCapitalised,
        words.words[start - 1].sentence == words.words[end].sentence
      { start -= 1 }
      if words.hashes[start] == CreditPhrases.the { start += 1 }
      guard start < end, words.words[start].sentence == words.words[end].sentence,
        !isShouted(start..<end + 1), !commonPhrases.contains(start..<end + 1)
      else { continue }
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
      if let outlet = outlet(ofAddressAt: first + 1) {
        add(outlet.name, .text, .attributed, outlet.words)
        continue
      }
      var end = first + 1
      while end < words.count, end < first + 6, Int(words.words[end].token) < paragraph.upperBound,
        end == first + 1 || !followsMark(end)
      { end += 1 }
      // "Sources: guard tipped off the two" is a headline: a name ends with its paragraph or before a mark.
      let isWhole =
        end == words.count || Int(words.words[end].token) >= paragraph.upperBound || followsMark(end)
      if end > first + 1, isWhole, !isReference(first + 1..<end) {
        add(canonical(first + 1..<end), .text, .attributed, first + 1..<end)
      }
    }
  }

  /// The capitalised words that begin at a word, without "the"; at most five, no mark between them.
  private func name(at start: Int) -> Range<Int>? {
    var first = start
    while first < words.count, CreditPhrases.beforeNames.contains(words.hashes[first]) { first += 1 }
    var end = first
    while end < words.count, end < first + 5, words.words[end].isCapitalised,
      end == first || !followsMark(end)
    {
      end += 1
    }
    return end > first ? first..<end : nil
  }

  /// Names in brackets before a dash among the first words, known or not: "SELBY (Harrow Wire) —".
  private mutating func readDatelines() {
    var index = 0
    while index < min(words.count, Self.headWords) {
      guard words.words[index].isCapitalised, mark(before: index) == PunctuationMark.openBracket,
        let name = name(at: index), name.lowerBound == index
      else {
        index += 1
        continue
      }
      let close = Int(words.words[name.upperBound - 1].token) + 1
      if mark(close) == PunctuationMark.closeBracket,
        mark(close + 1).map(PunctuationMark.dashes.contains) ?? false
      {
        add(canonical(name), .text, .signed, name, needsSupport: true)
      }
      index = name.upperBound
    }
  }

  /// The words at the start of a text among which a dateline is sought.
  private static let headWords = 120

  private func mark(before word: Int) -> UInt64? { mark(Int(words.words[word].token) - 1) }

  private func mark(_ token: Int) -> UInt64? {
    guard text.tokens.indices.contains(token), text.tokens[token].kind == .mark else { return nil }
    return text.tokens[token].hash
  }

  // MARK: What is no name

  private func isPaperNoun(_ word: Int) -> Bool {
    guard words.words.indices.contains(word), words.words[word].isCapitalised, !followsMark(word) else {
      return false
    }
    return CreditPhrases.papers.phraseLength(at: word, in: words.hashes, before: words.count) != nil
  }

  /// Whether a name goes on after a word.
  private func isFollowedByName(_ word: Int) -> Bool {
    guard words.words.indices.contains(word + 1), words.words[word + 1].isCapitalised,
      words.words[word + 1].sentence == words.words[word].sentence, !followsMark(word + 1)
    else { return false }
    let token = text.tokens[Int(words.words[word + 1].token)]
    // A line in title case or capitals has capitals everywhere, and a new line is a new name.
    return !token.shape.contains(.lineStart) && !CreditPhrases.isCommon(words.hashes[word + 1])
  }

  /// Whether a name ends with an initial, as authors do in references: "Friesen J".
  private func isReference(_ range: Range<Int>) -> Bool {
    range.count >= 2 && range.last.map { words.words[$0].bytes.count == 1 } ?? false
  }

  /// Whether a name is shouted and holds a word that no name has: "READ MORE NEWS".
  private func isShouted(_ range: Range<Int>) -> Bool {
    range.allSatisfy { text.tokens[Int(words.words[$0].token)].shape.contains(.allCapitals) }
      && range.contains { CreditPhrases.isCommon(words.hashes[$0]) }
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
