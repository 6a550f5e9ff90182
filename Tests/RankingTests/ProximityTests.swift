import Ranking
import Testing

struct ProximityTests {
  @Test(
    arguments: [
      ([1], [2], true), ([1], [9], true), ([1], [10], false), ([20], [13], true), ([], [1], false),
      ([1, 50, 100], [30, 70, 107], true), ([1, 50, 100], [30, 70], false), ([5], [5], true),
      ([5, 6], [5], true),
    ] as [([UInt32], [UInt32], Bool)])
  func `two words are near each other within eight positions`(left: [UInt32], right: [UInt32], expected: Bool)
  {
    #expect(Proximity.isWithin(8, left[...], right[...]) == expected)
    #expect(Proximity.isWithin(8, right[...], left[...]) == expected)
  }
}
