/// Keeps the best of many articles with the scores of their passages, as a heap whose root is the worst of them.
struct ArticleSelection {
  private let limit: Int
  private var heap: [RankedArticles.Article] = []
  private var passages: [RankedArticles.Passage] = []
  /// The score that a further article must reach.
  private(set) var threshold = -1.0

  init(limit: Int) {
    self.limit = max(0, limit)
    if limit <= 0 { threshold = .infinity }
    heap.reserveCapacity(min(limit, 1024))
    passages.reserveCapacity(min(limit, 1024) * 8)
  }

  /// Takes an article in, whose score reaches the threshold.
  mutating func add(
    _ extent: ArticleExtent, base: Double, score: Double,
    passages: UnsafeBufferPointer<RankedArticles.Passage>
  ) {
    let start = self.passages.count
    let article = RankedArticles.Article(
      extent: extent, base: base, score: score, passages: start..<start + passages.count)
    if heap.count < limit {
      heap.append(article)
      rise(from: heap.count - 1)
    } else {
      guard let worst = heap.first, Self.isBetter(article, worst) else { return }
      heap[0] = article
      sink()
    }
    self.passages.append(contentsOf: passages)
    if heap.count == limit { threshold = heap[0].score }
  }

  private mutating func rise(from index: Int) {
    var index = index
    while index > 0 {
      let parent = (index - 1) / 2
      guard Self.isBetter(heap[parent], heap[index]) else { return }
      heap.swapAt(parent, index)
      index = parent
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var worst = index
      let child = 2 * index + 1
      if child < heap.count, Self.isBetter(heap[worst], heap[child]) { worst = child }
      if child + 1 < heap.count, Self.isBetter(heap[worst], heap[child + 1]) { worst = child + 1 }
      guard worst != index else { return }
      heap.swapAt(worst, index)
      index = worst
    }
  }

  @inline(__always)
  private static func isBetter(_ left: RankedArticles.Article, _ right: RankedArticles.Article) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return left.extent.article < right.extent.article
  }

  /// The best articles in order.
  consuming func finished(matchingPassages: Int) -> RankedArticles {
    heap.sort(by: Self.isBetter)
    return RankedArticles(articles: heap, passages: passages, matchingPassages: matchingPassages)
  }
}
