/// Chooses which articles to compare, from the fingerprints they share, at a cost that grows with the text.
///
/// Articles are numbered by the caller from the oldest to the newest (ties by id), so that the plan depends on
/// the articles alone and not on the order in which they came in.
///
/// Guaranteed is, for two articles that share ``Limits/sharedFingerprints`` fingerprints or more:
/// - if one of these is held by no more than ``Limits/smallFamily`` articles, they are compared;
/// - otherwise all that they share is held by more articles than that, and each of the two is compared with the
///   ``Limits/representatives`` oldest holders of every such fingerprint. A text that thousands run is thus always
///   compared with its oldest versions. Copies that inherit a cut or an edit of one another have
///   fingerprints in common that few others hold, and are compared by the first rule.
///
/// An article with f fingerprints touches at most f × smallFamily others in counting. Two articles that
/// share a run of 21 words share two fingerprints (``Fingerprinter``).
struct PairPlanner: Sendable {
  /// The numbers of a plan.
  struct Limits: Sendable {
    /// A fingerprint held by more articles than this counts only for its oldest holders.
    var smallFamily = 32
    /// The oldest holders of a fingerprint that every other holder is compared with.
    var representatives = 4
    /// The fingerprints that two articles share at least to be compared.
    var sharedFingerprints = 2
    /// Long articles that share fewer fingerprints than this, and none that follow one another, are compared only if
    /// ``sharedFingerprints`` of these are held by few.
    var enoughFingerprints = 4
    /// Few, for the limit above.
    var fewHolders = 6
    /// An article with no more fingerprints than this is compared for a single one.
    var shortArticle = 12

    /// The limits that Reprise uses everywhere.
    init() {}
  }

  /// Two articles to compare.
  struct Pair: Sendable, Hashable {
    /// The older one.
    let older: Int
    /// The newer one.
    let newer: Int
    /// The fingerprints counted that both have.
    let shared: Int
  }

  private let limits: Limits
  private let articleCount: Int
  private let layout: PostingLayout
  private var postings: [UInt64] = []

  /// Plans for a number of articles.
  init(articleCount: Int, limits: Limits = Limits()) {
    layout = PostingLayout(articleCount: articleCount)
    self.articleCount = articleCount
    self.limits = limits
  }

  /// Tells a fingerprint of an article, once or more often.
  mutating func add(_ fingerprint: UInt64, of article: Int) {
    postings.append(layout.packed(fingerprint, article))
  }

  /// The pairs to compare, by the newer article, then by the older.
  ///
  /// - Parameter areNeighbours: Whether two articles, the older first, share two fingerprints that follow one another in
  ///   both: asked of long articles that share few, and these with many.
  consuming func pairs(areNeighbours: (Int, Int) -> Bool = { _, _ in true }) -> [Pair] {
    RadixSort.sort(&postings, bits: layout.articleBits..<64)
    let lists = PostingLists(sorted: postings, layout, articleCount: articleCount)
    postings = []
    var tally = Tally(articleCount: articleCount)
    var pairs: [Pair] = []
    for newer in 0..<articleCount {
      for list in lists.lists(of: newer) {
        let holders = lists.holders(of: Int(list))
        let counted = holders.count <= limits.smallFamily ? holders : holders.prefix(limits.representatives)
        let isRare = holders.count <= limits.fewHolders
        for holder in counted {
          if holder >= newer { break }
          tally.count(Int(holder), isRare: isRare)
        }
      }
      for (older, shared, rare) in tally.drain() {
        let isShort = min(lists.fingerprints(of: newer), lists.fingerprints(of: older)) <= limits.shortArticle
        guard shared >= (isShort ? 1 : limits.sharedFingerprints) else { continue }
        let isSure = isShort || shared >= limits.enoughFingerprints || rare >= limits.sharedFingerprints
        guard isSure || areNeighbours(older, newer) else { continue }
        pairs.append(Pair(older: older, newer: newer, shared: shared))
      }
    }
    return pairs
  }
}

/// Counts how many fingerprints each article shares with the one in hand.
private struct Tally {
  private var counts: [UInt16]
  /// How many of them few others hold.
  private var rare: [UInt8]
  private var touched: [Int] = []

  init(articleCount: Int) {
    counts = [UInt16](repeating: 0, count: articleCount)
    rare = [UInt8](repeating: 0, count: articleCount)
  }

  @inline(__always)
  mutating func count(_ article: Int, isRare: Bool) {
    if counts[article] == 0 { touched.append(article) }
    if counts[article] < .max { counts[article] += 1 }
    if isRare, rare[article] < .max { rare[article] += 1 }
  }

  /// The articles counted, in order, with their counts; nothing is counted afterwards.
  mutating func drain() -> [(article: Int, count: Int, rare: Int)] {
    touched.sort()
    let drained = touched.map { ($0, Int(counts[$0]), Int(rare[$0])) }
    for article in touched {
      counts[article] = 0
      rare[article] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return drained
  }
}
