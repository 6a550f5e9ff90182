import Ranking
import Testing

struct ResultGroupingTests {
  @Test func `results of one text are one group, in the order of the ranking`() {
    let families = ["a", "b", nil, "a", "c", nil, "b", "a"]
    let groups = ResultGrouping.groups(of: families.count) { families[$0] }
    #expect(groups == [[0, 3, 7], [1, 6], [2], [4], [5]])
  }

  @Test func `results are compared with the best of each group`() {
    let texts = [10, 20, 11, 21, 12, 30]
    let groups = ResultGrouping.groups(of: texts.count) { abs(texts[$0] - texts[$1]) <= 1 }
    #expect(groups == [[0, 2], [1, 3], [4], [5]])
  }

  @Test func `no results are no groups`() {
    #expect(ResultGrouping.groups(of: 0) { "\($0)" } == [])
    #expect(ResultGrouping.groups(of: 0) { _, _ in true } == [])
  }
}
