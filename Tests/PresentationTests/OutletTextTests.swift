import Testing

@testable import Archive
@testable import Presentation

/// Who takes from whom, in text, as tables and as a network.
struct OutletTextTests {
  private func flow(_ source: String, _ taker: String, delay: Int? = 5_400, isExact: Bool = true)
    -> OutletFlow
  {
    OutletFlow(
      source: source, taker: taker, month: nil, articles: 4, sourceArticles: 3, reprints: 2, words: 800,
      wordsFromAgencies: 200, credited: 1, medianDelay: delay, delays: 4, isDelayExact: isExact, back: 1,
      sourceLater: 0)
  }

  private func figures(_ outlet: String, taking: Int, month: String? = nil) -> OutletFigures {
    OutletFigures(
      outlet: outlet, isInArchive: true, isAgency: false, month: month, articles: 10, words: 4_000,
      taking: taking, wordsTaken: 800, wordsFromAgencies: 200, given: 0, sources: 1, takers: 0)
  }

  private var found: OutletReport {
    OutletReport(
      rules: 9, articles: 20, withoutOutlet: 0, undirectedPairs: 0, undated: 0, reciprocity: 0,
      outlets: [
        figures("Echo", taking: 4), figures("茶館", taking: 4, month: "2031-05"), figures("Idle", taking: 0),
      ],
      flows: [flow("Meridian Wire", "Echo"), flow("Meridian Wire", "茶館", delay: nil)])
  }

  @Test func `two tables in columns, names to the left and numbers to the right`() {
    let lines = OutletText(style: TerminalStyle(isColoured: false), limit: 5).text(of: found)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "source         taker  articles  words  agency text  credited  median delay  back",
        "Meridian Wire  Echo          4    800         25 %         1         1.5 h     1",
        "Meridian Wire  茶館          4    800         25 %         1                   1", "",
        "outlet         articles  taking  words taken  of all words  agency text  given",
        "Echo                 10       4          800          20 %          5 %      0",
        "茶館, 2031-05        10       4          800          20 %          5 %      0",
      ])
  }

  @Test func `rows beyond the limit are counted, and nothing is written where nothing was taken`() {
    let text = OutletText(style: TerminalStyle(isColoured: false), limit: 1).text(of: found)
    #expect(text.ranges(of: "and 1 more; --limit, --format csv").count == 2)
    var none = found
    none.flows = []
    #expect(OutletText(style: TerminalStyle(isColoured: false), limit: 1).text(of: none).isEmpty)
  }

  @Test(arguments: [
    (Int?.none, true, ""), (0, true, "0.0 h"), (0, false, "same day"), (172_799, true, "48.0 h"),
    (172_800, true, "2 d"), (86_400, false, "1 d"), (129_600, false, "1.5 d"),
  ])
  func `a delay is told in hours where these are known and few, else in days`(
    delay: Int?, isExact: Bool, text: String
  ) {
    #expect(flow("a", "b", delay: delay, isExact: isExact).delayText == text)
  }

  @Test func `tables have a row an outlet and a row a flow, each with the version of the rules`() {
    let outlets = OutletTables.outlets(of: found).split(separator: "\r\n")
    #expect(outlets.count == 4)
    #expect(outlets[1] == "Echo,true,false,,10,4000,4,800,200,0.2,0.05,0,1,0,9")
    let flows = OutletTables.flows(of: found).split(separator: "\r\n")
    #expect(flows.count == 3)
    #expect(flows[1].hasPrefix("Meridian Wire,Echo,,4,3,2,800,200,1,1.5,4,"))
    #expect(flows[2].hasPrefix("Meridian Wire,茶館,,4,3,2,800,200,1,,4,"))
    #expect(flows.dropFirst().allSatisfy { $0.hasSuffix(",1,0,9") })
  }

  @Test func `a network leads from the source to who takes from it`() {
    let network = OutletTables.network(of: found)
    #expect(network.contains(#"<graph mode="static" defaultedgetype="directed">"#))
    #expect(network.contains(#"<edge id="0" source="Meridian Wire" target="Echo" weight="4.0">"#))
    #expect(network.ranges(of: "<node id=").count == 3)
    // What is not known is left out.
    #expect(network.ranges(of: #"<attvalue for="median_delay_hours""#).count == 1)
  }
}
