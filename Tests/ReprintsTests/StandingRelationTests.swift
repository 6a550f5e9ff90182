import Articles
import Testing
import TextAnalysis

@testable import Reprints

/// Text that says nothing of copying: forms, and what an outlet tells for weeks.
struct StandingRelationTests {
  private func text(_ body: String, _ outlet: String, _ month: Int, _ day: Int) -> ComparableText {
    ComparableText(
      AnalysedText(body), outlet: outlet, published: ArticleDate(year: 2024, month: month, day: day))
  }

  private func weather(_ town: String, _ river: String, _ level: String, _ rain: String) -> String {
    """
    The water board of the county says that the river \(river) at \(town) stood at \(level) metres on Tuesday evening.

    In the catchment \(rain) millimetres of rain fell within a day. The level that is thought dangerous at this place is \
    reached when the water comes up to the lower edge of the bridge, and the board warns by radio before it does.
    """
  }

  @Test func `a form that two outlets fill in is boilerplate of the kind template`() {
    let report = RelationClassifier().report(
      text(weather("Lowmere", "Ondine", "3.1", "19"), "Bay Courier", 3, 5),
      text(weather("Selby", "Harrow", "2.4", "31"), "Valley Sun", 6, 20))
    #expect(report.relation == .boilerplate)
    #expect(report.boilerplate == .template)
    #expect(report.direction == .unknown)
  }

  @Test func `a copy with a corrected figure is no form`() {
    let body = weather("Lowmere", "Ondine", "3.1", "19")
    let report = RelationClassifier().report(
      text(body, "Bay Courier", 3, 5), text(body.replacing("3.1", with: "3.4"), "Valley Sun", 3, 5))
    #expect(report.relation == .reprint)
  }

  private let background = """
    The ferry ran aground off the harbour in March with more than two hundred people on board after its rudder had failed, \
    and the authority opened an inquiry that has not ended.
    """
  private let stories = [
    """
    The court heard the first witness on Monday. A sailor described how the wheel went slack in his hands while the lights of \
    the town came nearer, how he shouted to the bridge and got no answer, and how the crew handed out jackets in the dark. \
    His lawyer asked for a pause, which the judge granted until the next morning at nine. Outside, relatives stood with \
    candles along the wall of the old customs house and read out letters that passengers had written to them. An engineer \
    will speak on Thursday about bolts, grease and the logbook of the yard, and two divers are to bring photographs. The \
    gallery was so full that ushers closed the doors before ten, and people followed from the stairs.
    """,
    """
    Fishermen have their channel back. A crane from the yards upriver lifted the last piece of the wreck on Saturday and put \
    it on a barge, watched by half of the town from the pier. Nets were mended all weekend, and the first boats left before \
    sunrise with ice for three days in their holds and bread from the bakery on the square. The mayor spoke of a long spring \
    and thanked the crews of the tugs by name. Prices at the auction fell by a tenth, since buyers had turned to frozen cod \
    while the quay was shut. A school class counted gulls for its project and found more than in any other week, which the \
    teacher put down to the herring that had come in with the warm current.
    """,
  ]

  @Test func `what an outlet tells again after weeks is its own background`() {
    let later = RelationClassifier().report(
      text("\(stories[0])\n\n\(background)", "Selby Post", 4, 2),
      text("\(stories[1])\n\n\(background)", "Selby Post", 7, 9))
    #expect(later.relation == .boilerplate)
    #expect(later.boilerplate == .background)
    let nextDay = RelationClassifier().report(
      text("\(stories[0])\n\n\(background)", "Selby Post", 4, 2),
      text("\(stories[1])\n\n\(background)", "Selby Post", 4, 3))
    #expect(nextDay.relation == .partial)
    let elsewhere = RelationClassifier().report(
      text("\(stories[0])\n\n\(background)", "Selby Post", 4, 2),
      text("\(stories[1])\n\n\(background)", "Bay Courier", 7, 9))
    #expect(elsewhere.relation == .partial)
  }

  @Test func `an enumeration in the same words is no copying`() {
    let list =
      "parents, spouses, children, siblings, grandparents, aunts, uncles, nieces, nephews, cousins, godparents and in-laws"
    let report = RelationClassifier().report(
      text("\(stories[0]) The order names \(list) of those who live here.", "Selby Post", 4, 2),
      text("\(stories[1]) Among those on the pier were \(list) of the crew.", "Bay Courier", 4, 2))
    #expect(report.relation == .none)
  }
}

/// Lengths in words where a script has none.
struct CharacterLengthTests {
  private func pair(_ shared: String) -> PairReport {
    let own = [
      "市长昨天在会议上谈到了港口的未来,并表示城市将在明年春天修建新的码头,居民对此有不同的看法。",
      "渔民们清晨出海捕鱼,他们说今年的收成比往年好得多,市场上的价格也因此下降了不少。",
    ]
    return RelationClassifier().report(
      ComparableText(AnalysedText(own[0] + shared), outlet: "晨报"),
      ComparableText(AnalysedText(own[1] + shared), outlet: "晚报"))
  }

  @Test func `two characters count as one word`() {
    let clause = "渡轮在港口附近搁浅二百一十四名乘客全部获救"
    #expect(pair(clause + "。").relation != .partial)
    let report = pair(clause + "海事部门已经展开调查并且要求公司提供维修记录预计下周公布初步结果。")
    #expect(report.relation == .partial)
    #expect(report.why.contains("2"))
  }
}
