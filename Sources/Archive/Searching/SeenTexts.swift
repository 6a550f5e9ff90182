internal import SearchIndex

/// The articles of the results so far, by which a further candidate is known to be the text of one before it is read.
struct SeenTexts {
  /// A passage with fewer fingerprints is not told by them.
  private static let leastFingerprints = 4

  private var texts: [Text] = []

  private struct Text {
    let result: Int
    let article: ArticleHandle
    let fingerprints: Set<UInt64>
  }

  /// A result whose article shares fingerprints with a passage.
  struct Match {
    let result: Int
    let article: ArticleHandle
    /// The share of the passage's fingerprints that the article has.
    let share: Double
  }

  /// Takes in the article of a result.
  mutating func add(_ article: ArticleHandle, result: Int, in archive: Archive) throws(ArchiveError) {
    let fingerprints = Set(try archive.fingerprints(at: [article])[0])
    texts.append(Text(result: result, article: article, fingerprints: fingerprints))
  }

  /// The results whose articles share fingerprints with a passage, the first ones first.
  func matches(with passage: PassageHandle, in archive: Archive) throws(ArchiveError) -> [Match] {
    guard !texts.isEmpty else { return [] }
    let values = Set(
      try indexed { () throws(IndexError) in try archive.reader.fingerprints(of: [passage])[0] })
    guard values.count >= Self.leastFingerprints else { return [] }
    return texts.compactMap { text in
      let common = values.count { text.fingerprints.contains($0) }
      guard common > 0 else { return nil }
      return Match(
        result: text.result, article: text.article, share: Double(common) / Double(values.count))
    }
  }
}
