import Testing
import TextAnalysis

@testable import Reprints

struct AlignerTests {
  private func align(_ a: String, _ b: String) -> Alignment {
    Aligner(WordList(AnalysedText(a))).alignment(with: WordList(AnalysedText(b)))
  }

  private let story = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board. Lifeboats from three harbours \
    brought everyone ashore before nightfall. The harbour master blamed a failed rudder.
    """

  @Test func `the same text is one chain of one run`() {
    let alignment = align(story, story)
    #expect(alignment.chains.count == 1)
    #expect(alignment.runs.count == 1)
    #expect(alignment.matched == WordList(AnalysedText(story)).count)
  }

  @Test func `an edit in the middle is bridged`() {
    let edited = story.replacing("214 people", with: "more than 200 passengers")
    let alignment = align(story, edited)
    #expect(alignment.chains.count == 1)
    #expect(alignment.matched == WordList(AnalysedText(story)).count - 2)
  }

  @Test func `paragraphs that changed places are two chains`() {
    let first = "The ferry Ondine ran aground off Lowmere on Tuesday with many people on board."
    let second = "Divers will look at the hull once the storm has passed, said the coast guard."
    let alignment = align("\(first)\n\n\(second)", "\(second)\n\n\(first)")
    #expect(alignment.chains.count == 2)
    #expect(alignment.chains.allSatisfy { $0.longest >= 14 })
  }

  @Test func `five common words alone are nothing`() {
    #expect(align("at the end of the day nobody came", "we met at the end of the week").chains.isEmpty)
  }

  @Test func `each word is matched at most once`() {
    let line = "a run of seven words stands here"
    let alignment = align("\(line). \(line). \(line).", line)
    #expect(alignment.matched == 7)
  }

  @Test func `seen from the other side it is the same`() {
    let edited = story.replacing("on Tuesday", with: "late on Tuesday evening")
    let alignment = align(story, edited)
    #expect(alignment.swapped.matched == align(edited, story).matched)
    #expect(alignment.swapped.swapped == alignment)
  }

  @Test func `text of one word over and over is aligned in linear time`() {
    let text = Array(repeating: "ha", count: 20_000).joined(separator: " ")
    #expect(align(text, text).matched == 20_000)
  }

  @Test func `a long text is found whole in another with every seventh word changed`() {
    let words = (0..<50_000).map { "w\($0 * 7919 % 9973)" }
    let edited = words.enumerated().map { $0.offset % 7 == 6 ? "x\($0.offset)" : $0.element }
    let alignment = align(words.joined(separator: " "), edited.joined(separator: " "))
    #expect(alignment.matched > 42_000)
  }
}
