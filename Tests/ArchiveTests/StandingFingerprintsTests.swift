import Archive
import Articles
import Reprints
import TestSupport
import Testing

/// What outlets print under many articles, and articles that come in in another order.
struct StandingFingerprintsTests {
  private static let footer = """
    Every morning at six the harbour desk sends its readers one letter with the tides, the prices of herring and the \
    names of ships that nobody expected.
    """
  private static let copied = """
    A goat that escaped from the ferry at Lowmere on Tuesday was found in the reading room of the town library, where \
    it had eaten the index of a dictionary and most of an atlas before a porter tempted it out with his lunch.
    """

  /// Articles of words of their own, one a week.
  private func lines(_ count: Int, footer: String, copyAt copies: [Int] = []) -> [String] {
    (0..<count).map { number in
      let own = (0..<60).map { "w\(number)x\($0)" }.joined(separator: " ") + "."
      let body = copies.contains(number) ? Self.copied + " " + own : own
      let date = ArticleDate(year: 2020 + number / 12, month: number % 12 + 1, day: 5)?.description ?? ""
      return """
        {"id": "a\(number)", "outlet": "Harbour Post", "published": "\(date)", "title": "Story \(number)", \
        "text": "\(body)\\n\\n\(footer)"}
        """
    }
  }

  private func report(_ lines: [String]) throws -> ReprintReport {
    let folder = try TemporaryFolder()
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index).reprints()
  }

  @Test func `articles that share only a footer of many are set aside and counted`() throws {
    let report = try report(lines(16, footer: Self.footer))
    #expect(report.pairs.isEmpty)
    #expect(report.standingFingerprints > 0)
  }

  @Test func `a footer of few articles is reported as boilerplate`() throws {
    let report = try report(lines(5, footer: Self.footer))
    #expect(report.standingFingerprints == 0)
    #expect(report.pairs.count == 10)
    #expect(report.pairs.allSatisfy { $0.report.relation == .boilerplate })
  }

  @Test func `articles with a common footer are still found to share a story`() throws {
    let report = try report(lines(16, footer: Self.footer, copyAt: [3, 9]))
    #expect(report.pairs.map { [$0.a.id, $0.b.id] } == [["a3", "a9"]])
    #expect(report.pairs.first?.report.relation == .partial)
  }

  /// Many undated articles with one footer, four of them with another as well.
  @Test func `standing text of few is learned among what many share`() throws {
    let second = """
      Readers of the harbour desk may also borrow its telescope on Sundays, against a deposit of one herring and a \
      promise to look at ships only.
      """
    let lines = (0..<180).map { number in
      let own = (0..<60).map { "w\(number)x\($0)" }.joined(separator: " ") + "."
      let more = number % 45 == 7 ? "\\n\\n" + second : ""
      return #"{"id": "a\#(number)", "outlet": "Harbour Post", "title": "Story \#(number)", "#
        + #""text": "\#(own)\#(more)\n\n\#(Self.footer)"}"#
    }
    let pairs = try report(lines).pairs
    #expect(pairs.count >= 6)
    #expect(pairs.allSatisfy { $0.report.relation == .boilerplate })
  }

  @Test func `the report does not depend on the order in which articles came in`() throws {
    let lines = lines(9, footer: Self.footer, copyAt: [3, 7])
    let (one, other) = (try report(lines), try report(lines.reversed()))
    #expect(one.pairs.map(\.a.id) == other.pairs.map(\.a.id))
    #expect(one.pairs.map(\.report) == other.pairs.map(\.report))
  }
}
