internal import Articles

/// Counts articles and texts by value.
struct FacetTally {
  /// What was counted of a value.
  struct Count {
    var articles = 0
    var texts: Set<Int> = []
    /// The index of an article that has it, to read from it how the value is written.
    var example: Int
  }

  private(set) var counts: [ByteKey: Count] = [:]

  /// Counts an article for a value; call it once for each.
  ///
  /// - Parameter text: The number of the text that it is, where that is known.
  mutating func add(_ value: String, article: Int, text: Int?) {
    let value = ByteKey(value)
    var count = counts[value] ?? Count(example: article)
    count.articles += 1
    if let text { count.texts.insert(text) }
    counts[value] = count
  }

  /// The values that most articles have, the most first, ties in byte order.
  func most(_ limit: Int) -> [(value: String, count: Count)] {
    let sorted = counts.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }
    return sorted.prefix(limit).map { (value: $0.key.text, count: $0.value) }
  }
}
