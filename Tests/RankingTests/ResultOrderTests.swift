import Articles
import Ranking
import Testing

struct ResultOrderTests {
  private static let dates = [
    ArticleDate(year: 2023, month: 2), nil, ArticleDate(year: 2023, month: 2, day: 21),
    ArticleDate(year: 2022),
    ArticleDate(year: 2023, month: 2, day: 21), nil,
  ]

  @Test(arguments: [
    (ResultOrder.relevance, false, [0, 1, 2, 3, 4, 5]),
    (.relevance, true, [2, 4, 0, 3, 1, 5]),
    (.newest, false, [2, 4, 0, 3, 1, 5]),
    (.oldest, false, [3, 0, 2, 4, 1, 5]),
  ])
  func `dates order results, and those without come last`(
    order: ResultOrder, isFilterOnly: Bool, expected: [Int]
  ) {
    #expect(order.indices(of: Self.dates, isFilterOnly: isFilterOnly) == expected)
  }
}
