public import Articles
internal import Lexicons
public import TextAnalysis

/// Reads the date that is printed with an article: in a line of its own, or among its first words.
///
/// Understood are "February 21, 2024", "9 April 2024 13:15", "Monday 3 Oct 2016" and "2024-02-21". A date inside
/// a sentence of the story tells what the story is about, not when it was printed, and is not read.
public struct PrintedDateReader {
  /// A date printed in a text.
  public struct Printed: Sendable, Equatable {
    /// The date.
    public let date: ArticleDate
    /// Where it stands, as UTF-8 offsets.
    public let bytes: Range<Int>
  }

  /// The lines of a text in which a date is sought have at most this many words.
  private static let longestLine = 14
  /// The words at the start of a text in which a date is sought.
  private static let firstWords = 12

  private let text: AnalysedText
  private let words: WordList

  /// The first date printed in a text; nil where there is none.
  public static func date(in text: AnalysedText, words: WordList) -> Printed? {
    let reader = PrintedDateReader(text: text, words: words)
    return words.words.indices.lazy.compactMap { reader.date(at: $0) }.first
  }

  private init(text: AnalysedText, words: WordList) {
    self.text = text
    self.words = words
  }

  private func date(at index: Int) -> Printed? {
    guard isNumber(index), let (date, range) = dayFirst(index) ?? monthFirst(index) ?? yearFirst(index) else {
      return nil
    }
    guard range.lowerBound < Self.firstWords || standsInLine(range) else { return nil }
    return Printed(date: date, bytes: words.bytes(ofWords: range))
  }

  /// "9 April 2024".
  private func dayFirst(_ index: Int) -> (ArticleDate, Range<Int>)? {
    guard let day = number(index), let month = month(index + 1), let year = year(index + 2) else {
      return nil
    }
    return ArticleDate(year: year, month: month, day: day).map { ($0, index..<index + 3) }
  }

  /// "April 9, 2024": the index is that of the day.
  private func monthFirst(_ index: Int) -> (ArticleDate, Range<Int>)? {
    guard let day = number(index), let month = month(index - 1), let year = year(index + 1) else {
      return nil
    }
    return ArticleDate(year: year, month: month, day: day).map { ($0, index - 1..<index + 2) }
  }

  /// "2024-04-09".
  private func yearFirst(_ index: Int) -> (ArticleDate, Range<Int>)? {
    guard let year = year(index), let month = number(index + 1), let day = number(index + 2),
      isJoined(index), isJoined(index + 1)
    else { return nil }
    return ArticleDate(year: year, month: month, day: day).map { ($0, index..<index + 3) }
  }

  /// Whether a hyphen without spaces follows a word.
  private func isJoined(_ index: Int) -> Bool {
    let token = Int(words.words[index].token)
    guard token + 2 < text.tokens.count else { return false }
    return PunctuationMark.dashes.contains(text.tokens[token + 1].hash)
      && text.tokens[token + 1].shape.isDisjoint(with: .spaceBefore)
      && text.tokens[token + 2].shape.isDisjoint(with: .spaceBefore)
  }

  /// Whether words stand in a short line that is no sentence.
  private func standsInLine(_ range: Range<Int>) -> Bool {
    let token = Int(words.words[range.lowerBound].token)
    guard let paragraph = text.paragraphs.first(where: { $0.contains(token) }), let last = paragraph.last
    else { return false }
    let lineWords = text.tokens[paragraph].count(where: \.isWord)
    return lineWords <= Self.longestLine && !PunctuationMark.sentenceEnds.contains(text.tokens[last].hash)
  }

  // MARK: Parts

  private func isNumber(_ index: Int) -> Bool {
    words.words.indices.contains(index) && words.words[index].isNumber
  }

  private func number(_ index: Int) -> Int? {
    guard isNumber(index) else { return nil }
    let digits = text.lowercased(text.tokens[Int(words.words[index].token)])
    guard digits.count <= 4 else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private func year(_ index: Int) -> Int? { number(index).flatMap { (1800...2200).contains($0) ? $0 : nil } }

  private func month(_ index: Int) -> Int? {
    guard words.hashes.indices.contains(index) else { return nil }
    return Self.months[words.hashes[index]]
  }

  private static let months: [UInt64: Int] = {
    var months: [UInt64: Int] = [:]
    for list in Lexicon.all(.monthNames) {
      for (index, names) in list.records.enumerated() {
        for name in names { months[TokenHash.hash(name.utf8)] = index + 1 }
      }
    }
    return months
  }()
}
