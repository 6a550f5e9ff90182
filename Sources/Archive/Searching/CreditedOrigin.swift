internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// Finds the article that others have a text from, where they say so themselves.
///
/// A date alone does not make an origin: of two articles the earlier one may be a copy too. So it takes a credit of the
/// text, "(Reuters) -" or "Source: der Spiegel", and an article of that outlet with the same passage that is not later.
struct CreditedOrigin {
  /// How strongly a text must be credited: it is signed by the source, or named as its text.
  private static let leastStrength = CreditStrength.attributed

  private let archive: Archive

  init(archive: Archive) { self.archive = archive }

  /// The article that one credits for its text, and its passage with the text; nil where none is known.
  ///
  /// - Parameters:
  ///   - prepared: The article that credits.
  ///   - repeats: Those that have its passage, the earliest first.
  ///   - share: How much of the passage they must have.
  func candidate(
    creditedBy prepared: PreparedArticle, among repeats: [RepeatFinder.Found], share: Double
  ) throws(ArchiveError) -> (article: ArticleHandle, ordinal: Int)? {
    let article = prepared.article
    let own = article.outlet.flatMap(SourceName.canonical)
    // Most are ruled out by what their records say, before any text is looked at.
    let named: [(found: RepeatFinder.Found, outlet: String)] = repeats.compactMap { found in
      guard found.repeated.share >= share, found.repeated.evidence != .fingerprints,
        !isLater(found.repeated.article, than: article),
        let outlet = found.repeated.article.outlet.flatMap(SourceName.canonical), outlet != own
      else { return nil }
      return (found, outlet)
    }
    guard !named.isEmpty else { return nil }
    let credits = CreditReader.credits(in: prepared.text).filter {
      $0.kind == .text && $0.strength >= Self.leastStrength
    }
    let origin = named.first { _, outlet in
      credits.contains { SourceName.areSame($0.source, outlet) }
    }?.found
    guard let origin else { return nil }
    return (origin.handle, try passage(of: origin))
  }

  private func isLater(_ one: ArticleSummary, than other: Article) -> Bool {
    guard let first = one.published, let second = other.published else { return false }
    return first > second
  }

  /// The passage of an article that has most of what it repeats.
  private func passage(of found: RepeatFinder.Found) throws(ArchiveError) -> Int {
    let bytes = try indexed { () throws(IndexError) in
      let extent = try archive.reader.extents(of: [found.handle])[0]
      let passages = (0..<extent.passageCount).map { PassageHandle(article: found.handle, ordinal: $0) }
      return try archive.reader.bytes(of: passages)
    }
    let shared = bytes.map { passage in
      found.repeated.spans.reduce(0) { $0 + $1.clamped(to: passage).count }
    }
    return shared.indices.max { (shared[$0], $1) < (shared[$1], $0) } ?? 0
  }
}
