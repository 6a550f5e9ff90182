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

  /// How many characters of a text its signature is looked for in.
  private static let headLength = 1_500

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
    let origin = named.first { found, outlet in
      isSigned(article.text, by: found.repeated.article.outlet ?? outlet)
        || credits.contains { SourceName.areSame($0.source, outlet) }
    }?.found
    guard let origin else { return nil }
    return (origin.handle, try passage(of: origin))
  }

  /// Whether a text begins with an outlet's name as agencies sign: "(Example Wire) - ".
  private func isSigned(_ text: String, by outlet: String) -> Bool {
    let head = String(text.prefix(Self.headLength))
    guard let end = head.endOfFirst("(\(outlet))") else { return false }
    let next = head[end...].first { !$0.isWhitespace }
    return next == "-" || next == "–" || next == "—"
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

extension String {
  /// Where the first occurrence of some text that is not empty ends, byte by byte; nil where there is none.
  fileprivate func endOfFirst(_ wanted: String) -> Index? {
    var (text, wanted) = (self, wanted)
    let end = text.withUTF8 { text in wanted.withUTF8 { Self.endOfFirst($0, in: text) } }
    return end.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  private static func endOfFirst(
    _ wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = wanted.first else { return nil }
    var start = 0
    while start + wanted.count <= text.count {
      if text[start] == first, text[start..<start + wanted.count].elementsEqual(wanted) {
        return start + wanted.count
      }
      start += 1
    }
    return nil
  }
}
