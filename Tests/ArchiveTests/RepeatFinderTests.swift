import Archive
import Articles
import TestSupport
import Testing

/// How much a search compares to find who repeats a passage.
struct RepeatFinderTests {
  private static let copied = """
    A goat that escaped from the ferry at Lowmere on Tuesday was found in the reading room of the town library, where \
    it had eaten the index of a dictionary and most of an atlas before a porter tempted it out with his lunch.
    """

  /// The one result for the copied text, of articles that have it and words of their own after it.
  private func result(articles: Int, text: (Int) -> String) throws -> SearchResult {
    try #require(try results(articles: articles, text: text).results.first)
  }

  private func results(articles: Int, text: (Int) -> String) throws -> SearchResults {
    let lines = (0..<articles).map { number in
      """
      {"id": "a\(number)", "title": "Story \(number)", "text": "\(text(number))"}

      """
    }
    let folder = try TemporaryFolder()
    let file = try folder.write("articles.jsonl", lines.joined())
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index).search("goat porter atlas dictionary")
  }

  private func own(_ number: Int, words: Int) -> String {
    (0..<words).map { "w\(number)x\($0)" }.joined(separator: " ") + "."
  }

  @Test func `every copy is listed, however long the articles are`() throws {
    let result = try result(articles: 80) { "\(Self.copied)\\n\\n\(own($0, words: 1_500))" }
    #expect(result.repeats.count == 79)
    #expect(result.repeatsNotListed == 0)
    // The closest are compared, as far as their length allows, and the others told by their fingerprints.
    let compared = result.repeats.filter { $0.evidence == .verbatim && $0.share == 1 && !$0.spans.isEmpty }
    let listed = result.repeats.filter {
      $0.evidence == .fingerprints && $0.share > 0.7 && $0.spans.isEmpty
    }
    #expect((8...32).contains(compared.count) && compared.count + listed.count == 79)
  }

  @Test func `what shares too little of a passage is compared up to a bound, and the rest is counted`() throws
  {
    // A sentence that all have, in a passage of which it is less than a quarter.
    let result = try result(articles: 120) { number in
      let start = number == 0 ? "A goat, a porter, an atlas and a dictionary. " : ""
      return "\(start)\(Self.footer) \(own(number, words: 110))\\n\\n\(own(number + 1_000, words: 1_200))"
    }
    #expect(result.repeats.isEmpty)
    #expect(result.repeatsNotListed > 0 && result.repeatsNotListed < 119)
  }

  @Test func `a search among thousands of copies ends, and says so`() throws {
    let found = try results(articles: 2_000) { _ in Self.copied }
    #expect(found.results.count == 1)
    let repeats = found.results.first.map { $0.repeats.count + $0.repeatsNotListed }
    #expect(repeats == 1_999)
    #expect(found.notices.contains { $0.hasPrefix("the 1902 best articles are 1 text") })
  }

  private static let footer = """
    Every morning at six the harbour desk sends its readers one letter with the tides, the prices of herring and the \
    names.
    """
}
