import Testing

@testable import Reprints

struct PairPlannerTests {
  private func pairs(_ articles: [[UInt64]], limits: PairPlanner.Limits = PairPlanner.Limits())
    -> [PairPlanner.Pair]
  {
    var planner = PairPlanner(articleCount: articles.count, limits: limits)
    for (index, fingerprints) in articles.enumerated() {
      for value in fingerprints { planner.add(value, of: index) }
    }
    return planner.pairs()
  }

  @Test func `articles that share two fingerprints are compared once`() {
    let own = (0..<20).map { UInt64($0) }
    let other = (100..<120).map { UInt64($0) } + [3, 4]
    #expect(pairs([own, other]) == [PairPlanner.Pair(older: 0, newer: 1, shared: 2)])
  }

  @Test func `long articles that share few common fingerprints are compared only where these are neighbours`()
  {
    var articles = (0..<20).map { article in (0..<20).map { UInt64(1000 * article + $0) } + [3, 4] }
    articles[0] = (0..<20).map { UInt64($0) }
    var planner = PairPlanner(articleCount: articles.count)
    for (index, fingerprints) in articles.enumerated() {
      for value in fingerprints { planner.add(value, of: index) }
    }
    var other = planner
    #expect(planner.pairs { _, _ in false }.isEmpty)
    other.add(99_999, of: 0)
    #expect(other.pairs { older, _ in older == 0 }.count == 19)
  }

  @Test func `one fingerprint is enough for a short article alone`() {
    let long = (0..<20).map { UInt64($0) }
    let alsoLong = (100..<120).map { UInt64($0) } + [3]
    let short: [UInt64] = [7, 200]
    #expect(pairs([long, alsoLong, short]).map { [$0.older, $0.newer] } == [[0, 2]])
  }

  @Test func `a fingerprint that stands twice in an article counts once`() {
    let own = (0..<20).map { UInt64($0) }
    #expect(pairs([own + [5, 5], (100..<120).map { UInt64($0) } + [5, 5]]).isEmpty)
  }

  @Test func `a family of thousands is compared with its oldest at linear cost`() {
    let text = (0..<100).map { UInt64($0) * 7919 }
    let family = pairs((0..<2000).map { _ in text })
    #expect(family.count <= 2000 * 4)
    #expect((1..<2000).allSatisfy { newer in family.contains { $0.newer == newer && $0.older == 0 } })
  }

  @Test func `copies that inherit an edit are compared even in a family of thousands`() {
    let text = (0..<100).map { UInt64($0) * 7919 }
    var articles = [[UInt64]](repeating: text, count: 300)
    articles[200] += [1_000_001, 1_000_003]
    articles[290] += [1_000_001, 1_000_003]
    #expect(pairs(articles).contains { $0.older == 200 && $0.newer == 290 })
  }

  @Test func `numbers are sorted by the bits asked for and keep their order otherwise`() {
    var numbers = (0..<5000).map { UInt64($0) &* 0x9e37_79b9_7f4a_7c15 }
    let expected = numbers.enumerated().sorted {
      ($0.element >> 24, $0.offset) < ($1.element >> 24, $1.offset)
    }
    RadixSort.sort(&numbers, bits: 24..<64)
    #expect(numbers == expected.map(\.element))
  }
}
