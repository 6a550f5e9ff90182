import Glass
public import Storage

/// An article that has fingerprints in common with a text.
public struct FingerprintMatch: Sendable, Hashable {
  /// The article.
  public let article: ArticleHandle
  /// How many different fingerprints both have.
  public let sharedCount: Int
}

extension IndexReader {
  /// The articles that share fingerprints with texts, for several texts in one call.
  ///
  /// No matter how many articles share a fingerprint, all of them are found. A fingerprint that a text has
  /// twice counts once.
  ///
  /// - Parameters:
  ///   - texts: The fingerprints of each text, as they were given to the index.
  ///   - minimum: How many an article must share to be named, at least 1.
  /// - Returns: For each text its matches, the most shared first, then as they lie in the files. A text that is
  ///   itself in the index is among them.
  public func sharing(
    _ texts: [[UInt64]], atLeast minimum: Int = 1
  ) throws(IndexError) -> [[FingerprintMatch]] {
    try withSet { set throws(IndexError) in
      try texts.map { text throws(IndexError) in
        Self.sorted(try set.unsorted(sharing: text, atLeast: minimum).matches)
      }
    }
  }

  /// The articles that share most fingerprints with a text, and how many share any.
  ///
  /// - Parameters:
  ///   - text: The fingerprints of the text, as they were given to the index.
  ///   - minimum: How many an article must share to count, at least 1.
  ///   - most: The most articles to name.
  /// - Returns: The matches, the most shared first, then as they lie in the files; and the number of all. A text that is
  ///   itself in the index is among them.
  public func closest(
    to text: [UInt64], atLeast minimum: Int, most: Int
  ) throws(IndexError) -> (matches: [FingerprintMatch], count: Int) {
    try withSet { set throws(IndexError) in
      let (matches, count) = try set.unsorted(sharing: text, atLeast: minimum, most: most)
      return (Array(Self.sorted(matches).prefix(most)), count)
    }
  }

  fileprivate static func sorted(_ matches: [FingerprintMatch]) -> [FingerprintMatch] {
    matches.sorted { ($1.sharedCount, $0.article) < ($0.sharedCount, $1.article) }
  }

  /// The fingerprints of each passage, in the order of the text.
  public func fingerprints(of passages: [PassageHandle]) throws(IndexError) -> [[UInt64]] {
    try withSet { set throws(IndexError) in
      try passages.map { passage throws(IndexError) in
        let document = Int(passage.docid)
        return try set.fingerprints(at: passage.article).fingerprints(of: document..<document + 1)
      }
    }
  }

  /// The fingerprints of each article, in the order of the text.
  public func fingerprints(ofArticles articles: [ArticleHandle]) throws(IndexError) -> [[UInt64]] {
    try withSet { set throws(IndexError) in
      try articles.map { handle throws(IndexError) in
        let article = try set.tabled(handle).article
        let first = Int(article.first)
        return try set.fingerprints(at: handle).fingerprints(of: first..<first + Int(article.passages))
      }
    }
  }

  /// The outline of each article, as it was given: to be read of many at once, without their records.
  public func outlines(of articles: [ArticleHandle]) throws(IndexError) -> [[UInt8]] {
    try withSet { set throws(IndexError) in
      try articles.map { handle throws(IndexError) in
        Array(try set.fingerprints(at: handle).outline(ofArticle: try set.tabled(handle).number))
      }
    }
  }
}

extension SegmentSet {
  /// The articles that have some fingerprints of a text, and their number.
  ///
  /// - Parameter most: Where there are more, those that share least may be left out, but not of so many that share most.
  fileprivate func unsorted(
    sharing text: [UInt64], atLeast minimum: Int, most: Int = .max
  ) throws(IndexError) -> (matches: [FingerprintMatch], count: Int) {
    if sharedCounts.isEmpty {
      sharedCounts = tables.map { [UInt32](repeating: 0, count: $0.articles.count) }
    }
    let values = Set(text.map(FingerprintTableLayout.value))
    var found: [[Int]] = []
    defer {
      for (number, articles) in found.enumerated() {
        for article in articles { sharedCounts[number][article] = 0 }
      }
    }
    for (number, table) in fingerprints.enumerated() {
      found.append(try count(values, in: table, &sharedCounts[number]))
    }
    // How many articles share each number of fingerprints.
    var numbers = [Int](repeating: 0, count: values.count + 1)
    for number in found.indices {
      leaveOutDeleted(&found[number], ofSegment: number)
      for article in found[number] { numbers[min(Int(sharedCounts[number][article]), values.count)] += 1 }
    }
    let bound = max(minimum, Self.bound(of: most, numbers))
    var matches: [FingerprintMatch] = []
    for (number, articles) in found.enumerated() {
      for article in articles where sharedCounts[number][article] >= bound {
        let head = tables[number].articles[article].first
        let handle = ArticleHandle(segment: UInt32(number), head: head)
        matches.append(
          FingerprintMatch(article: handle, sharedCount: Int(sharedCounts[number][article])))
      }
    }
    return (matches, numbers.dropFirst(minimum).reduce(0, +))
  }

  /// Leaves out the articles that are deleted, whose counts become zero.
  private func leaveOutDeleted(_ articles: inout [Int], ofSegment number: Int) {
    guard !deletions[number].isEmpty else { return }
    articles.removeAll { article in
      let isDeleted = deletions[number].contains(tables[number].articles[article].first)
      if isDeleted { sharedCounts[number][article] = 0 }
      return isDeleted
    }
  }

  /// The least count by which so many articles or more are named, by how many have each count; 0 where there are fewer.
  private static func bound(of most: Int, _ numbers: [Int]) -> Int {
    var left = most
    for count in numbers.indices.reversed() {
      left -= numbers[count]
      if left <= 0 { return count }
    }
    return 0
  }

  /// Counts for each article of a segment how many of the values it has, and gives the articles that have any.
  private func count(
    _ values: Set<UInt64>, in table: FingerprintTable, _ counts: inout [UInt32]
  ) throws(IndexError) -> [Int] {
    var found: [Int] = []
    do {
      for value in values {
        try table.forEachHolder(of: value) { article in
          guard article < counts.count else { return }
          if counts[article] == 0 { found.append(article) }
          counts[article] += 1
        }
      }
    } catch {
      for article in found { counts[article] = 0 }
      throw error
    }
    return found
  }

  /// The table of the segment that an article lies in.
  fileprivate func fingerprints(at article: ArticleHandle) throws(IndexError) -> FingerprintTable {
    guard Int(article.segment) < fingerprints.count else { throw noArticle }
    return fingerprints[Int(article.segment)]
  }

  /// An article as the tables of its segment have it, with its number there.
  fileprivate func tabled(
    _ handle: ArticleHandle
  ) throws(IndexError) -> (number: Int, article: TabledArticle) {
    guard Int(handle.segment) < tables.count else { throw noArticle }
    let table = tables[Int(handle.segment)]
    guard Int(handle.head) < table.owners.count else { throw noArticle }
    let number = Int(table.owners[Int(handle.head)])
    guard number < table.articles.count, table.articles[number].first == handle.head else { throw noArticle }
    return (number, table.articles[number])
  }

  private var noArticle: IndexError {
    .damaged(path: path, detail: "a segment's tables do not know one of its articles")
  }
}
