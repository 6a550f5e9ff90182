import Testing

@testable import Archive
@testable import Presentation
@testable import Reprints

/// Pairs in text, as a table and as a network.
struct PairTextTests {
  private let writer = PairText(style: TerminalStyle(isColoured: false), width: 200)

  private func pair(_ report: PairReport) -> ArticlePair {
    ArticlePair(a: summary("a-1", "Echo", day(4)), b: summary("b-1", nil, title: "T"), report: report)
  }

  @Test func `a pair is told with shares, both articles, the reason, who has it from whom, and what changed`()
  {
    let report = report(
      changes: [change(.changed, "40", "400"), change(.cut, "Ada Lind", "", .name), change(.added, "", "7")],
      direction: .bFromA, basis: "the second credits Echo", source: "Echo", credit: .creditedAndCopied)
    #expect(
      writer.text(of: pair(report)).split(separator: "\n") == [
        "reprint  100 % of the first, 50 % of the second",
        "  first   Echo · 2031-05-04 · a-1",
        "  second  outlet unknown · no date · b-1",
        "  most of both",
        "  the second has it from the first; the second credits Echo; credited and copied",
        "  names and numbers: “40” → “400”; “Ada Lind” cut; “7” added",
      ])
  }

  @Test func `a source that the basis does not name is named beside it`() {
    let told = writer.provenance(
      of: report(direction: .bothFromThird, basis: "both credit it", source: "Meridian Wire"))
    #expect(told == "both have it from somebody else; both credit it; credited to Meridian Wire")
    #expect(writer.provenance(of: report()) == nil)
  }

  @Test(arguments: [
    (CreditVerdict.copiedWithoutCredit, "no credit of any form was found in the copy"),
    (.creditedNotCopied, "named as a source, nothing of it copied"),
    (.lostOnTheWay, "one names the source, the other does not"),
    (.withinOutlet, "a duplicate or an update of one outlet’s own"),
  ])
  func `a verdict says what was found and no more`(credit: CreditVerdict, words: String) {
    #expect(writer.provenance(of: report(credit: credit)) == words)
  }

  @Test func `six changes are told and the rest counted, and where nothing was copied none is`() {
    let many =
      (1...9).map { change(.changed, "\($0)", "\($0)0") } + [change(.changed, "big", "large", .words)]
    let told = PairText.changes(of: report(changes: many), isTurned: false)
    #expect(told.count == 6)
    #expect(told.last == "“6” → “60” and 3 more")
    #expect(PairText.changes(of: report(changes: many), isTurned: true).first == "“10” → “1”")
    #expect(!writer.text(of: pair(report(.quotes, changes: many))).contains("names and numbers"))
    #expect(writer.text(of: pair(report(.partial, changes: many))).contains("names and numbers"))
  }

  @Test func `a weak pair is called weak, and unrelated articles have no shares`() {
    var weak = report(.partial)
    weak.confidence = 0.5
    #expect(writer.text(of: pair(weak)).hasPrefix("weak partial  "))
    weak.confidence = 0.51
    #expect(writer.text(of: pair(weak)).hasPrefix("partial  "))
    #expect(writer.text(of: pair(report(.none))).hasPrefix("none\n"))
  }

  @Test func `a direction is said from the text that is looked at`() {
    let words = [PairReport.Direction.aFromB, .bFromA, .bothFromThird, .unknown].map {
      PairText.direction(of: report(direction: $0))
    }
    #expect(words == ["this one from it", "it from this one", "both from somebody else", nil])
  }

  @Test func `a match says how much of the text it has, or that it is like it`() {
    var match = TextMatch(
      article: summary("a-1", "Echo", title: "Dam", day(4)), share: 0.62, report: report())
    #expect(writer.text(of: match).hasPrefix("62 % reprint  Dam\n  Echo · 2031-05-04 · a-1\n"))
    match.evidence = .content
    #expect(writer.text(of: match).hasPrefix("like it  Dam\n"))
  }

  @Test func `a table has a row a pair, with what a spreadsheet would take for a formula made harmless`() {
    let odd = ArticlePair(a: summary("=a", "Echo, daily"), b: summary("b"), report: report(why: "one \"x\""))
    let rows = PairTables.table(of: [odd]).split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("a,outlet_a,published_a,b,"))
    #expect(
      rows[1].hasPrefix("'=a,\"Echo, daily\",,b,,,reprint,1.0,0.5,unknown,,none,0.9,\"one \"\"x\"\"\",14,12,")
    )
  }

  @Test func `a network has a node an article with its family, and an edge a pair`() {
    let found = ReprintReport(
      pairs: [
        ArticlePair(
          a: summary("echo-1", "Echo"), b: summary("wire-1", "Meridian <Wire>"),
          report: report(direction: .aFromB))
      ],
      families: [family(origin: origin(isCredited: true))], standingFingerprints: 0)
    let network = PairTables.network(of: found)
    #expect(network.contains(#"defaultedgetype="undirected""#))
    #expect(network.contains(#"<attvalue for="outlet" value="Meridian &lt;Wire&gt;"/>"#))
    #expect(network.components("<node id=") == 2)
    #expect(network.components(#"<attvalue for="family" value="1"/>"#) == 2)
    #expect(network.contains(#"<edge id="0" source="echo-1" target="wire-1" weight="1.0">"#))
    #expect(network.contains(#"<attvalue for="direction" value="a_from_b"/>"#))
  }
}

extension String {
  /// How often a string occurs in it.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
