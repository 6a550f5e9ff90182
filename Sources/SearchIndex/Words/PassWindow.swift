/// What a pass adds up for some neighbouring articles and their passages.
final class PassWindow {
  /// The passages of a window, unless one article has more: their sums fit a processor's nearest memory.
  private static let usualPassages = 1024

  /// The id of the first passage.
  private(set) var start: UInt32 = 0
  /// The id after the last passage.
  private(set) var end: UInt32 = 0
  /// The number of the first article.
  private(set) var firstArticle: UInt32 = 0
  /// For each passage from ``start`` on, its score and the words that it has.
  private(set) var passages: UnsafeMutablePointer<RankedArticles.Passage>
  /// For each article from ``firstArticle`` on, its score.
  private let bases: UnsafeMutablePointer<Double>
  private let isTouched: UnsafeMutablePointer<Bool>
  /// The articles with a score, from ``firstArticle`` on.
  private let touched: UnsafeMutablePointer<UInt32>
  private var touchedCount = 0
  private var articleCount: UInt32 = 0
  private var capacity = 0

  init() {
    let usual = Self.usualPassages
    passages = Self.zeros(usual, Self.nothing)
    bases = Self.zeros(usual, 0)
    isTouched = Self.zeros(usual, false)
    touched = Self.zeros(usual, 0)
    capacity = usual
  }

  deinit {
    passages.deallocate()
    bases.deallocate()
    isTouched.deallocate()
    touched.deallocate()
  }

  private static let nothing = RankedArticles.Passage(score: 0, words: 0)

  private static func zeros<Element>(_ count: Int, _ zero: Element) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: count)
    memory.initialize(repeating: zero, count: count)
    return memory
  }

  /// Begins a window with the article that has a passage; all sums are zero.
  ///
  /// - Returns: Whether the table has such an article, with that passage.
  func begin(atPassage passage: UInt32, of table: WordTable) -> Bool {
    firstArticle = table.owners[Int(passage)]
    guard Int(firstArticle) < table.articles.count else { return false }
    let first = table.articles[Int(firstArticle)]
    start = first.first
    end = start &+ first.passages
    articleCount = 1
    // The article at the end of a usual window, or the one before where that goes on behind it.
    var last = Int(start) + Self.usualPassages - 1
    last = min(last, table.owners.count - 1)
    while last > Int(end), table.owners[last] == WordTableLayout.noArticle { last -= 1 }
    if last > Int(end), table.owners[last] > firstArticle, Int(table.owners[last]) < table.articles.count {
      var owner = table.owners[last]
      if Int(table.articles[Int(owner)].first) + Int(table.articles[Int(owner)].passages)
        > Int(start) + Self.usualPassages
      {
        owner -= 1
      }
      let article = table.articles[Int(owner)]
      (end, articleCount) = (article.first &+ article.passages, owner - firstArticle + 1)
    }
    guard start <= passage, passage < end, Int(end) <= table.owners.count, articleCount <= end - start else {
      return false
    }
    grow(to: Int(end - start))
    return true
  }

  private func grow(to count: Int) {
    guard count > capacity else { return }
    passages.deallocate()
    passages = Self.zeros(count, Self.nothing)
    capacity = count
  }

  /// The place of an article in the window; nil for one outside of it.
  @inline(__always)
  func place(ofArticle article: UInt32) -> Int? {
    let place = article &- firstArticle
    return place < articleCount ? Int(place) : nil
  }

  /// Adds to the score of an article.
  @inline(__always)
  func add(_ score: Double, toArticleAt place: Int) {
    bases[place] += score
    if isTouched[place] { return }
    isTouched[place] = true
    touched[touchedCount] = UInt32(truncatingIfNeeded: place)
    touchedCount += 1
  }

  /// Gives every article with a score to `body`, with what its passages have, and sets the sums to zero.
  @inline(__always)
  func drain(
    _ table: WordTable,
    _ body: (TabledArticle, Double, UnsafeBufferPointer<RankedArticles.Passage>) -> Void
  ) {
    let limit = Int(end - start)
    for index in 0..<touchedCount {
      let place = Int(touched[index])
      let article = table.articles[Int(firstArticle) + place]
      let (first, count) = (Int(article.first &- start), Int(article.passages))
      let base = bases[place]
      bases[place] = 0
      isTouched[place] = false
      guard first < limit, count <= limit - first else { continue }
      body(article, base, UnsafeBufferPointer(start: passages + first, count: count))
      for passage in first..<first + count { passages[passage] = RankedArticles.Passage(score: 0, words: 0) }
    }
    touchedCount = 0
  }
}
