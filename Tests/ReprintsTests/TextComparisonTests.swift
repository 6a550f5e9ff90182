import Testing
import TextAnalysis

@testable import Reprints

struct TextComparisonTests {
  private let story = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board.

    Lifeboats from three harbours brought everyone ashore before nightfall.

    The harbour master blamed a rudder that had failed twice since the spring.
    """

  private func compare(_ a: String, _ b: String) -> TextComparison {
    TextComparison(
      WordList(AnalysedText(a)), WordList(AnalysedText(b)), lengths: (a.utf8.count, b.utf8.count))
  }

  private func string(_ text: String, _ bytes: Range<Int>) -> String { AnalysedText(text).string(bytes) }

  @Test func `a text compared with itself is one segment`() {
    let segments = compare(story, story).segments
    #expect(
      segments == [TextComparison.Segment(kind: .same, a: 0..<story.utf8.count, b: 0..<story.utf8.count)])
  }

  @Test func `what was changed, cut and added is told apart`() {
    let edited = story.replacing("214", with: "240").replacing(" three harbours", with: " harbours")
      .replacing("failed twice", with: "failed at least twice")
    let differing = compare(story, edited).segments.filter { $0.kind != .same }
    #expect(differing.map(\.kind) == [.changed, .onlyA, .onlyB])
    #expect(differing.map { string(story, $0.a) } == ["214 ", "three ", ""])
    #expect(differing.map { string(edited, $0.b) } == ["240 ", "", "at least "])
  }

  @Test func `a paragraph at another place has moved`() {
    let parts = story.split(separator: "\n\n").map(String.init)
    let turned = [parts[1], parts[2], parts[0]].joined(separator: "\n\n")
    let segments = compare(story, turned).segments
    #expect(segments.count { $0.kind == .moved } == 1)
    #expect(segments.first { $0.kind == .moved }.map { string(story, $0.a).hasPrefix("The ferry") } == true)
  }

  @Test(arguments: [
    ("", ""), ("one two three", ""), ("", "one two three"), ("…", "—"),
    ("a ferry ran aground off the coast today", "yesterday a ferry ran aground off the coast"),
  ])
  func `every byte of both texts is in one segment`(a: String, b: String) {
    let segments = compare(a, b).segments
    #expect(Set(segments.flatMap { Array($0.a) }).count == segments.reduce(0) { $0 + $1.a.count })
    #expect(Set(segments.flatMap { Array($0.b) }).count == segments.reduce(0) { $0 + $1.b.count })
    let hasWords = { (text: String) in WordList(AnalysedText(text)).count > 0 }
    if hasWords(a) { #expect(segments.reduce(0) { $0 + $1.a.count } == a.utf8.count) }
    if hasWords(b) { #expect(segments.reduce(0) { $0 + $1.b.count } == b.utf8.count) }
  }
}
