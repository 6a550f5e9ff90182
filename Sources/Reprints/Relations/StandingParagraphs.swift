internal import TextAnalysis

/// Tells what of a shared passage is standing text as a whole, since a third of it was learned as such: a paragraph
/// under each article with another name or date in it.
///
/// The passage is judged whole where little of it is left beside what was learned (an author's line above the
/// copyright line), else paragraph by paragraph, so that a short copy with a long footer stays a copy.
struct StandingParagraphs {
  /// The words of a passage beside learned ones up to which it is judged whole.
  private static let littleElse = 40
  /// A paragraph of more words is judged sentence by sentence: a text may have lost the ends of its paragraphs.
  private static let longParagraph = 120

  private let a: ComparableText
  private let b: ComparableText

  init(_ a: ComparableText, _ b: ComparableText) {
    self.a = a
    self.b = b
  }

  /// The words of the first text that are standing text, for runs in its order.
  func words(of runs: ArraySlice<Alignment.Run>) -> [Range<Int>] {
    guard a.hasBoilerplate || b.hasBoilerplate else { return [] }
    if let whole = wholePassage(runs) { return [whole] }
    var standing: [Range<Int>] = []
    var unit = 0..<0
    var (shared, learned) = (0, 0)
    for run in runs {
      for offset in 0..<run.count {
        let word = run.a + offset
        if word >= unit.upperBound {
          if learned > 0, learned * 3 >= shared { standing.append(unit) }
          unit = self.unit(of: word)
          (shared, learned) = (0, 0)
        }
        shared += 1
        if isLearned(word, run.b + offset) { learned += 1 }
      }
    }
    if learned > 0, learned * 3 >= shared { standing.append(unit) }
    return standing
  }

  private func isLearned(_ wordA: Int, _ wordB: Int) -> Bool {
    a.marks[wordA].union(b.marks[wordB]).contains(.boilerplate)
  }

  private func wholePassage(_ runs: ArraySlice<Alignment.Run>) -> Range<Int>? {
    guard let first = runs.first, let last = runs.last else { return nil }
    let shared = runs.reduce(0) { $0 + $1.count }
    let learned = runs.reduce(0) { sum, run in
      sum + (0..<run.count).count { isLearned(run.a + $0, run.b + $0) }
    }
    guard shared - learned <= Self.littleElse, learned > 0, learned * 3 >= shared else { return nil }
    return first.a..<last.aWords.upperBound
  }

  /// The paragraph that a word stands in, or its sentence where that is long.
  private func unit(of word: Int) -> Range<Int> {
    let token = Int(a.words.words[word].token)
    let paragraph = words(inTokens: a.text.paragraphs[a.text.paragraph(ofToken: token)], around: word)
    guard paragraph.count > Self.longParagraph else { return paragraph }
    return words(inTokens: a.text.sentences[Int(a.words.words[word].sentence)], around: word)
  }

  private func words(inTokens tokens: Range<Int>, around word: Int) -> Range<Int> {
    let words = a.words.words
    var (start, end) = (word, word + 1)
    while start > 0, Int(words[start - 1].token) >= tokens.lowerBound { start -= 1 }
    while end < words.count, Int(words[end].token) < tokens.upperBound { end += 1 }
    return start..<end
  }
}
