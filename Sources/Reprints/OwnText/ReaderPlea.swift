internal import Lexicons
internal import TextAnalysis

/// Tells by their form the sentences that begin as pleas and notices do, and as an article's own sentences may too:
/// "Please sign up", but "Please, he said, stop"; "Copyright 2016", but "Copyright law is old".
enum ReaderPlea {
  /// A plea has at most this many words.
  private static let longest = 25
  /// A plea that is a paragraph of its own, without a word for the reader, has at most this many.
  private static let longestLine = 15
  /// What follows a notice of rights in its paragraph is of the notice up to this many words.
  private static let longestNotice = 120
  private static let openings = PhraseTable(.pleaOpenings)

  /// What is a plea or a notice where a sentence of a paragraph begins as one: the sentence, or the whole paragraph where it is
  /// short and the sentence begins it; nil where the sentence is none.
  static func part(
    _ sentence: Range<Int>, of paragraph: Range<Int>, _ words: WordList, _ text: AnalysedText
  ) -> Range<Int>? {
    let isNotice = isNotice(sentence, words, text)
    guard isNotice || isPlea(sentence, of: paragraph, words, text) else { return nil }
    let longest = isNotice ? longestNotice : OwnText.shortParagraph
    let isWhole = sentence.lowerBound == paragraph.lowerBound && paragraph.count <= longest
    return isWhole ? paragraph : sentence
  }

  private static func isPlea(
    _ sentence: Range<Int>, of paragraph: Range<Int>, _ words: WordList, _ text: AnalysedText
  ) -> Bool {
    guard sentence.count <= longest,
      let length = openings.phraseLength(
        at: sentence.lowerBound, in: words.hashes, before: sentence.upperBound),
      !ReaderAddress.isQuoted(sentence.lowerBound, of: words, text)
    else { return false }
    let rest = sentence.dropFirst(length)
    let speaks = rest.contains { word in
      let hash = words.hashes[word]
      return ReaderAddress.business.contains(hash) || ReaderAddress.readers.contains(hash)
    }
    return speaks || (sentence == paragraph && sentence.count <= longestLine)
  }

  /// Whether a sentence is a notice of rights: the word, then a year, a mark or a name.
  private static func isNotice(_ sentence: Range<Int>, _ words: WordList, _ text: AnalysedText) -> Bool {
    guard CreditPhrases.copyright.contains(words.hashes[sentence.lowerBound]) else { return false }
    let next = Int(words.words[sentence.lowerBound].token) + 1
    guard next < text.tokens.count else { return true }
    let token = text.tokens[next]
    return token.kind != .word || token.shape.contains(.capitalised)
  }
}
