internal import SearchIndex

/// The articles of the results so far, by which a further candidate is known to be the text of one before it is read.
struct SeenTexts {
  /// A passage with fewer fingerprints is not told by them.
  private static let leastFingerprints = 4

  private var texts: [(result: Int, article: ArticleHandle)] = []
  /// For each fingerprint of these articles, which of them have it.
  private var holders: [UInt64: [Int]] = [:]

  /// A result whose article shares fingerprints with a passage.
  struct Match {
    let result: Int
    let article: ArticleHandle
    /// How many of the passage's fingerprints the article has.
    let sharedCount: Int
    /// Their share of the passage's.
    let share: Double
  }

  /// Takes in the article of a result.
  mutating func add(_ article: ArticleHandle, result: Int, in archive: Archive) throws(ArchiveError) {
    for value in Set(try archive.fingerprints(at: [article])[0]) {
      holders[value, default: []].append(texts.count)
    }
    texts.append((result, article))
  }

  /// The results whose articles share fingerprints with a passage, in the order of the page.
  func matches(with passage: PassageHandle, in archive: Archive) throws(ArchiveError) -> [Match] {
    guard !texts.isEmpty else { return [] }
    let values = Set(
      try indexed { () throws(IndexError) in try archive.reader.fingerprints(of: [passage])[0] })
    guard values.count >= Self.leastFingerprints else { return [] }
    var counts = [Int](repeating: 0, count: texts.count)
    for value in values {
      for text in holders[value] ?? [] { counts[text] += 1 }
    }
    return zip(texts, counts).compactMap { text, count in
      guard count > 0 else { return nil }
      return Match(
        result: text.result, article: text.article, sharedCount: count,
        share: Double(count) / Double(values.count))
    }
  }
}
