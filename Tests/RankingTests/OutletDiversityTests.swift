import Ranking
import Testing

struct OutletDiversityTests {
  private static let outlets = ["a", "a", "a", "b", nil, "a", nil]
  private static let scores = [10.0, 9.5, 9, 8, 5, 4.9, 4.8]

  @Test(arguments: [
    (1.0, [0, 1, 2, 3, 4, 5, 6]),
    (0.8, [0, 3, 1, 2, 4, 6, 5]),
    (0.0, [0, 3, 4, 6, 1, 2, 5]),
  ])
  func `an outlet that was shown comes later`(factor: Double, expected: [Int]) {
    let diversity = OutletDiversity(repeatFactor: factor)
    #expect(diversity.indices(scores: Self.scores, outlets: Self.outlets) == expected)
  }
}
