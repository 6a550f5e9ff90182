internal import Lexicons
internal import TextAnalysis

/// Tells sentences in which a site speaks to its readers of its own business: "you" or "our" beside a word such as
/// "newsletter", or before a link that is called "here" ("you can listen here").
enum ReaderAddress {
  /// A sentence that ends with a link has at most this many words.
  private static let longestLink = 30
  /// Words of a site's own business.
  static let business = WordSet(.siteBusiness)
  /// Of business, what anybody has: only a site says "our email", "our app".
  private static let common = Set(["email", "app", "apps"].map { TokenHash.hash($0.utf8) })
  static let readers = WordSet(.readerPronouns)
  private static let site = WordSet(.sitePronouns)
  private static let watch = TokenHash.hash("watch".utf8)
  private static let times = PhraseTable(.clockTimes)
  /// What a reader does with a link.
  private static let doings = WordSet(.linkVerbs)
  private static let here = TokenHash.hash("here".utf8)

  /// Whether a sentence tells when a programme is on: "Watch … at 11 a.m.".
  static func isProgramme(_ sentence: Range<Int>, of words: WordList) -> Bool {
    words.hashes[sentence.lowerBound] == watch && times.occurs(in: sentence, of: words.hashes)
  }

  /// Whether a sentence ends with a link.
  static func isLink(_ sentence: Range<Int>, of words: WordList) -> Bool {
    guard let last = sentence.last else { return false }
    guard words.hashes[last] == here, sentence.count <= longestLink else { return false }
    return sentence.contains { doings.contains(words.hashes[$0]) }
  }

  /// Whether a sentence is the site's own address to its readers and not what somebody is quoted with.
  static func speaks(in sentence: Range<Int>, of words: WordList, _ text: AnalysedText) -> Bool {
    guard let last = sentence.last else { return false }
    let told = isLink(sentence, of: words) ? [last] : sentence.filter { business.contains(words.hashes[$0]) }
    guard !told.isEmpty else { return false }
    let persons = told.allSatisfy { common.contains(words.hashes[$0]) } ? site : readers
    return sentence.contains { word in
      persons.contains(words.hashes[word]) && !isQuoted(word, of: words, text)
        && !text.tokens[Int(words.words[word].token)].shape.contains(.allCapitals)
    } && told.contains { !isQuoted($0, of: words, text) }
  }

  /// Whether a quotation that began in the sentence of a word is not closed before the word, or one that began earlier is
  /// closed after it.
  static func isQuoted(_ word: Int, of words: WordList, _ text: AnalysedText) -> Bool {
    let token = Int(words.words[word].token)
    let sentence = text.sentences[Int(words.words[word].sentence)]
    var isOpen = false
    for index in sentence.lowerBound..<token where isQuotationMark(text.tokens[index].hash) {
      isOpen = PunctuationMark.openers.contains(text.tokens[index].hash) || !isOpen
    }
    if isOpen { return true }
    let next = (token + 1..<max(token + 1, sentence.upperBound)).first {
      isQuotationMark(text.tokens[$0].hash)
    }
    return next.map { PunctuationMark.closers.contains(text.tokens[$0].hash) } ?? false
  }

  /// Whether a mark opens or closes a quotation.
  static func isQuotationMark(_ hash: UInt64) -> Bool {
    hash == PunctuationMark.straightQuote || PunctuationMark.openers.contains(hash)
      || PunctuationMark.closers.contains(hash)
  }
}
