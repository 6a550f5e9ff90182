import Testing

@testable import Formats

struct HeadlineFinderTests {
  private let headline = "Ferry runs aground off Lowmere with 214 people on board"
  private let body = """
    The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt, the harbour said.
    Lifeboats brought everyone ashore before nightfall, and divers will look at the hull when the storm is over.
    """

  @Test(arguments: [
    "", "War\n\n", "1. Home\n  2. World\n  3. Ferry runs aground off Lowmere with 214 people on board\n\n",
    "February 21, 2024\n\nLowmere Gazette\n\nFind the news of the coast, politics, sports and much more\n\n",
    "Home » World » Accidents\n\n", "12 min read\n\nBy Jane Doe\n\n",
  ])
  func `what stands above a headline is not taken for it`(_ above: String) {
    #expect(TextFile.headline(of: "\(above)\(headline)\n\n\(body)") == headline)
  }

  @Test func `the line that comes again is the headline`() {
    let text = "News\nMission accomplished!\nMission accomplished!\n\(body)"
    #expect(TextFile.headline(of: text) == "Mission accomplished!")
  }

  @Test func `a standfirst does not take the headline's place`() {
    let text = "\(headline)\n\nLifeboats brought everyone ashore, divers look at the hull\n\n\(body)"
    #expect(TextFile.headline(of: text) == headline)
  }

  @Test func `a headline in a script without spaces is found`() {
    let text = "首页\n2024年5月14日\n渡轮在港口附近搁浅乘客全部获救\n渡轮在港口附近搁浅,二百一十四名乘客全部获救,海事部门已经展开调查,预计下周公布结果。"
    #expect(TextFile.headline(of: text) == "渡轮在港口附近搁浅乘客全部获救")
  }

  @Test func `where no line is likely the first one stays`() {
    #expect(TextFile.headline(of: "Flood\n\n\(body)") == "Flood")
    #expect(TextFile.headline(of: "One line alone") == "One line alone")
  }
}
