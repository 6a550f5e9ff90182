/// The links of each article.
struct LinkGraph {
  private let links: [FamilyLink]
  private var linksOfArticles: [[Int]]

  init(links: [FamilyLink], count: Int) {
    self.links = links.sorted { (min($0.a, $0.b), max($0.a, $0.b)) < (min($1.a, $1.b), max($1.a, $1.b)) }
    linksOfArticles = [[Int]](repeating: [], count: count)
    for (index, link) in self.links.enumerated() {
      linksOfArticles[link.a].append(index)
      linksOfArticles[link.b].append(index)
    }
  }

  /// The number of links of an article.
  func degree(of article: Int) -> Int { linksOfArticles[article].count }

  /// The links of an article.
  func links(of article: Int) -> [Int] { linksOfArticles[article] }

  /// The other article of a link.
  func other(of link: Int, than article: Int) -> Int {
    links[link].a == article ? links[link].b : links[link].a
  }

  /// What is shared, as bytes of one of the two articles.
  func spans(of link: Int, in article: Int) -> [Range<Int>] {
    links[link].a == article ? links[link].spansA : links[link].spansB
  }

  /// The share of an article's own words that the other one has.
  func containment(of article: Int, by link: Int) -> Double {
    links[link].a == article ? links[link].containmentA : links[link].containmentB
  }

  /// The number of places where the shared text differs.
  func changes(of link: Int) -> Int { links[link].changes }
}

/// Articles by the number of their free links, the most first, the older first among equals: a binary heap.
struct CentreQueue {
  private var heap: [(article: Int, count: Int)]

  init(_ articles: [(Int, Int)]) {
    // A list in order is a heap.
    heap = articles.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { (article: $0.0, count: $0.1) }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    (heap[other].count, heap[one].article) < (heap[one].count, heap[other].article)
  }

  /// Takes out the best article.
  mutating func popBest() -> (Int, Int)? {
    guard let best = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (best.article, best.count)
  }

  /// Puts an article back with a new count.
  mutating func push(_ article: Int, _ count: Int) {
    heap.append((article, count))
    var index = heap.count - 1
    while index > 0, precedes(index, (index - 1) / 2) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      let children = (2 * index + 1..<min(2 * index + 3, max(2 * index + 1, heap.count)))
      guard let best = children.min(by: precedes), precedes(best, index) else { return }
      heap.swapAt(index, best)
      index = best
    }
  }
}
