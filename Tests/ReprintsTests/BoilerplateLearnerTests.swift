import Articles
import Testing
import TextAnalysis

@testable import Reprints

struct BoilerplateLearnerTests {
  private let text = AnalysedText(
    """
    The ferry ran aground on Tuesday. Lifeboats brought everyone ashore.

    The Lowmere Gazette is owned by its readers and asks for nothing but attention.
    """)

  private func day(_ day: Int) -> ArticleDate? { ArticleDate(year: 2021, month: 5, day: day) }

  /// The standing text that siblings of given dates teach, each with the last paragraph.
  private func learned(days: [Int?], own: Int, share: Double = 0.1) -> [String] {
    let words = WordList(text)
    let siblings = days.map { day in
      BoilerplateLearner.Sibling(published: day.flatMap(self.day), words: [11..<24], share: share)
    }
    return BoilerplateLearner().boilerplate(in: words, published: day(own), siblings: siblings).map(
      text.string)
  }

  @Test func `a paragraph of three articles on three dates is standing text`() {
    #expect(
      learned(days: [5, 9], own: 1) == [
        "The Lowmere Gazette is owned by its readers and asks for nothing but attention"
      ])
  }

  @Test func `a story that goes on for two days is none`() {
    #expect(learned(days: [2, 3], own: 1).isEmpty)
  }

  @Test func `one other article is no witness enough`() {
    #expect(learned(days: [9], own: 1).isEmpty)
  }

  @Test func `another edition of the same story is no witness`() {
    #expect(learned(days: [5, 9], own: 1, share: 0.9).isEmpty)
  }

  @Test func `articles without dates are no witnesses`() {
    #expect(learned(days: [nil, nil, 9], own: 1).isEmpty)
  }

  @Test func `several articles without dates are witnesses`() {
    #expect(learned(days: [nil, nil], own: 1).isEmpty)
    #expect(!learned(days: [nil, nil, nil], own: 1).isEmpty)
  }

  @Test func `a form that is half of every undated article is standing text`() {
    #expect(!learned(days: [nil, nil, nil], own: 1, share: 0.5).isEmpty)
  }

  /// Siblings without dates that each have the last paragraph and some words besides.
  private func learned(besides: [Range<Int>]) -> [Range<Int>] {
    let siblings = besides.map {
      BoilerplateLearner.Sibling(published: nil, words: [$0, 11..<24], share: 0.1)
    }
    return BoilerplateLearner().boilerplate(in: WordList(text), published: nil, siblings: siblings)
  }

  @Test func `undated editions of the same story are no witnesses`() {
    #expect(!learned(besides: [0..<1, 2..<3, 4..<5]).isEmpty)
    #expect(learned(besides: [0..<1, 2..<3, 4..<9]).isEmpty)
    #expect(learned(besides: [0..<11, 0..<11, 0..<11]).isEmpty)
  }

  @Test func `shared fingerprints are joined to stretches of words`() {
    let fingerprints = [3, 8, 14, 40].map { Fingerprint(value: UInt64($0), word: $0, bytes: 0..<1) }
    #expect(BoilerplateLearner().sharedWords(of: fingerprints, at: [0, 1, 3]) == [3..<14, 40..<46])
  }
}
