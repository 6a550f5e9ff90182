internal import Lexicons
internal import TextAnalysis

/// Tells where a speaker is introduced: "said Jane Doe, a professor of law at Selby who advised the line".
///
/// Who somebody is, is said in the same words wherever that person is quoted: it is the name of a thing, not a story.
struct Introductions {
  /// Words that an introduction after a name begins with.
  private static let articles = WordSet(.speakerIntroductions)
  private static let according = TokenHash.hash("according".utf8)
  private static let to = TokenHash.hash("to".utf8)

  private let words: WordList
  private let text: AnalysedText
  private var sentence: UInt32?
  private var introduction: Range<Int>?

  init(_ text: ComparableText) {
    words = text.words
    self.text = text.text
  }

  /// Whether a word is part of its sentence's introduction of a speaker; words of one sentence are best asked in a row.
  mutating func contains(_ word: Int) -> Bool {
    if sentence != words.words[word].sentence {
      sentence = words.words[word].sentence
      introduction = introduction(inSentenceOf: word)
    }
    return introduction?.contains(word) ?? false
  }

  private func introduction(inSentenceOf word: Int) -> Range<Int>? {
    var (start, end) = (word, word + 1)
    while start > 0, words.words[start - 1].sentence == words.words[word].sentence { start -= 1 }
    while end < words.count, words.words[end].sentence == words.words[word].sentence { end += 1 }
    for comma in start + 2..<max(start + 2, end) where isAfterName(comma) {
      guard Self.articles.contains(words.hashes[comma]) else { continue }
      let name = (start..<comma).reversed().prefix { words.words[$0].isCapitalised }.last ?? comma
      if speaks(before: name, from: start) { return name..<end }
      let close = (comma + 1..<end).first { followsComma($0) }
      if let close, SpeechWords.cues.contains(words.hashes[close]) { return name..<close }
    }
    return nil
  }

  /// Whether a word follows two with capitals and a comma.
  private func isAfterName(_ word: Int) -> Bool {
    followsComma(word) && words.words[word - 1].isCapitalised && words.words[word - 2].isCapitalised
  }

  private func followsComma(_ word: Int) -> Bool {
    let token = Int(words.words[word].token)
    return token > 0 && text.tokens[token - 1].hash == PunctuationMark.comma
  }

  private func speaks(before name: Int, from start: Int) -> Bool {
    guard name > start else { return false }
    if SpeechWords.cues.contains(words.hashes[name - 1]) { return true }
    return name - 2 >= start && words.hashes[name - 1] == Self.to && words.hashes[name - 2] == Self.according
  }
}
