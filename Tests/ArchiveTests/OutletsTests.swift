import Reprints
import TestSupport
import Testing

@testable import Archive

/// Who takes text from whom, on the corpus and on articles made for the purpose.
struct OutletsTests {
  private static let storm = """
    A storm tore the roof off the ferry terminal at Lowmere on Tuesday night, and the last boat turned back \
    with 214 people on board. Nobody was hurt. The harbour master said that the pier would stay shut until \
    engineers had looked at every bolt. Two hundred commuters slept in the school hall, where the mayor \
    handed out soup and blankets until morning.
    """
  private static let bread = """
    A baker in Selby has won the county prize for a rye bread that takes three days to make and bake. He \
    mills the flour himself in a mill that his grandmother bought for the price of a bicycle. The judges \
    tasted forty loaves before lunch, and asked for a second slice of only one of them.
    """

  private static func line(_ id: String, _ outlet: String, _ published: String, _ text: String) -> String {
    let text = text.replacing("\n", with: " ").replacing("\"", with: "'")
    let names = #""id":"\#(id)","outlet":"\#(outlet)","title":"\#(id)""#
    return #"{\#(names),"published":"\#(published)","text":"\#(text)"}"#
  }

  private func report(_ lines: [String], _ options: OutletOptions = OutletOptions()) throws -> OutletReport {
    let folder = try TemporaryFolder()
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index).outlets(options: options)
  }

  /// The Post has a story of the Gazette after three hours, the Gazette one of the Post after two days.
  private static let exchange = [
    line("storm-gazette", "Lowmere Gazette", "2024-03-05T06:00:00Z", storm),
    line("storm-post", "Selby Post", "2024-03-05T09:00:00Z", "Lowmere Gazette reports: " + storm),
    line("bread-post", "Selby Post", "2024-04-01T06:00:00Z", bread),
    line("bread-gazette", "Lowmere Gazette", "2024-04-03T06:00:00Z", bread),
    line("bread-review", "Review of Loaves", "2024-04-03T12:00:00Z", bread),
  ]

  @Test func `each flow has its articles, words and delay`() throws {
    let report = try report(Self.exchange)
    let flow = try #require(report.flows.first { $0.taker == "Selby Post" })
    #expect(flow.source == "Lowmere Gazette" && flow.articles == 1 && flow.sourceArticles == 1)
    #expect(flow.reprints == 1 && flow.back == 1)
    #expect(flow.medianDelay == 3 * 3600 && flow.isDelayExact)
    #expect((60...70).contains(flow.words))
    let back = try #require(report.flows.first { $0.taker == "Lowmere Gazette" })
    #expect(back.source == "Selby Post" && back.medianDelay == 48 * 3600)
    #expect(report.rules == ReprintRules.version)
    #expect(report.articles == 5 && report.withoutOutlet == 0)
  }

  @Test func `a source's article that is dated later has no delay`() throws {
    let report = try report([
      Self.line("wire", "Lowmere Gazette", "2024-03-09", Self.storm),
      Self.line("post", "Selby Post", "2024-03-05", "Lowmere Gazette reports: " + Self.storm),
    ])
    let flow = try #require(report.flows.first)
    #expect(flow.source == "Lowmere Gazette" && flow.articles == 1)
    #expect(flow.medianDelay == nil && flow.delays == 0 && flow.sourceLater == 1)
  }

  @Test func `a text that three print is taken twice, not three times`() throws {
    let report = try report(Self.exchange)
    #expect(report.flows.reduce(0) { $0 + $1.articles } == 3)
    let post = try #require(report.outlets.first { $0.outlet == "Selby Post" })
    #expect(post.articles == 2 && post.taking == 1 && post.given == 2)
    #expect(post.takers == 2 && post.sources == 1)
    #expect(post.wordsTaken <= post.words)
  }

  @Test func `half of what goes back and forth is mutual`() throws {
    // Of three takings, two are between the Gazette and the Post, one each way.
    #expect(abs(try report(Self.exchange).reciprocity - 2.0 / 3) < 1e-9)
  }

  @Test func `a limit of time leaves out what came later`() throws {
    let report = try report(Self.exchange, OutletOptions(withinHours: 36))
    #expect(report.flows.map(\.taker) == ["Selby Post"])
    #expect(report.undated == 0)
  }

  @Test func `months are counted for themselves`() throws {
    let report = try report(Self.exchange, OutletOptions(isByMonth: true))
    #expect(Set(report.flows.compactMap(\.month)) == ["2024-03", "2024-04"])
    #expect(report.flows.allSatisfy { $0.back == 0 })
    let march = try #require(report.outlets.first { $0.outlet == "Selby Post" && $0.month == "2024-03" })
    #expect(march.articles == 1 && march.taking == 1)
  }

  @Test func `a query says which articles count as takers`() throws {
    let report = try report(Self.exchange, OutletOptions(query: "date:2024-03"))
    #expect(report.articles == 2)
    #expect(report.flows.map(\.taker) == ["Selby Post"])
    #expect(throws: ArchiveError.self) { try self.report(Self.exchange, OutletOptions(query: "(a")) }
  }

  @Test func `a credited agency is a source although the archive does not have it`() throws {
    let report = try report([
      Self.line("one", "Lowmere Gazette", "2024-03-05T06:00:00Z", "LONDON (Reuters) - " + Self.storm),
      Self.line("two", "Selby Post", "2024-03-05T09:00:00Z", "LONDON (Reuters) - " + Self.storm),
    ])
    let agency = try #require(report.outlets.first { $0.outlet == "Reuters" })
    #expect(!agency.isInArchive && agency.isAgency && agency.given >= 1 && agency.articles == 0)
    for flow in report.flows { #expect(flow.wordsFromAgencies == flow.words) }
    let taker = try #require(report.outlets.first { $0.outlet == "Selby Post" })
    #expect(taker.wordsFromAgencies == taker.wordsTaken && taker.wordsTaken > 50)
  }

  @Test func `what an outlet uses again of its own is not an agency's, though one is named in it`() throws {
    let report = try report([
      Self.line("one", "Lowmere Gazette", "2024-03-05T06:00:00Z", "LONDON (Reuters) - " + Self.storm),
      Self.line("two", "Lowmere Gazette", "2024-03-06T06:00:00Z", "LONDON (Reuters) - " + Self.storm),
    ])
    #expect(report.flows.isEmpty)
  }

  @Test func `an agency that is named beside shared sentences is not their source`() throws {
    let shared =
      "Two hundred commuters slept in the school hall, where the mayor handed out soup and blankets until "
      + "morning, and the harbour master counted every bolt of the pier by the light of a single lantern."
    let named = "A witness told the Associated Press that the wind came from the north."
    let report = try report([
      Self.line("one", "Lowmere Gazette", "2024-03-05T06:00:00Z", "\(named) \(shared) \(Self.bread)"),
      Self.line(
        "two", "Selby Post", "2024-03-05T06:00:00Z",
        "\(named) \(shared) " + Self.storm.replacing("commuters", with: "travellers").prefix(200)),
    ])
    #expect(!report.outlets.contains { $0.outlet == "AP" || $0.outlet == "Associated Press" })
    #expect(report.flows.allSatisfy { $0.wordsFromAgencies == 0 })
  }

  @Test func `the same articles of one outlet are nobody's taking`() throws {
    let report = try report([
      Self.line("one", "Lowmere Gazette", "2024-03-05T06:00:00Z", Self.storm),
      Self.line("two", "The Lowmere Gazette", "2024-03-06T06:00:00Z", Self.storm),
    ])
    #expect(report.flows.isEmpty && report.undirectedPairs == 0)
    #expect(report.outlets.count == 1 && report.outlets[0].articles == 2)
  }

  @Test(arguments: [1, 2, 5])
  func `the report is the same for any number of threads`(_ jobs: Int) throws {
    let one = try Corpus.archive().outlets(options: OutletOptions(jobs: 1))
    let other = try Corpus.archive().outlets(options: OutletOptions(jobs: jobs))
    #expect(one.flows == other.flows && one.outlets == other.outlets)
    #expect(one.flows.contains { $0.source == "Meridian Wire" && $0.taker == "The Eastern Post" })
  }

  @Test func `of delays the middle one counts`() {
    #expect(OutletTally.median([]) == nil)
    #expect(OutletTally.median([5]) == 5)
    #expect(OutletTally.median([9, 1, 5]) == 5)
    #expect(OutletTally.median([1, 4]) == 2)
    #expect(OutletTally.median([-4, -1]) == -3)
  }

  @Test func `words that two sources have count once`() {
    let stretches = [
      Taking.Stretch(bytes: 0..<100, words: 20), Taking.Stretch(bytes: 50..<150, words: 20),
      Taking.Stretch(bytes: 200..<250, words: 10), Taking.Stretch(bytes: 0..<100, words: 20),
    ]
    #expect(WordCover.words(of: stretches) == 40)
    #expect(WordCover.words(of: []) == 0)
  }
}
