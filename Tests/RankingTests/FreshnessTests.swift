import Ranking
import Testing

struct FreshnessTests {
  @Test func `the newest article loses nothing, one of so many days a quarter`() {
    let freshness = Freshness(days: 30)
    #expect(freshness.factor(age: 0) == 1)
    #expect(abs(freshness.factor(age: 30) - 0.75) < 1e-9)
    #expect(abs(freshness.factor(age: 60) - 0.625) < 1e-9)
  }

  @Test func `age takes half a score at most, and that from an article without a date`() {
    let freshness = Freshness(days: 1)
    #expect(freshness.factor(age: 1e9) == 0.5)
    #expect(freshness.factor(age: nil) == 0.5)
    #expect(freshness.factor(age: -5) == 1)
  }
}
