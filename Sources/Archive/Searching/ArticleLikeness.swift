internal import Query
internal import Ranking
internal import Reprints
internal import SearchIndex

/// Makes of an article a query for others that are like it.
struct ArticleLikeness {
  /// How many of the article's terms are asked for.
  private static let termCount = 40
  /// The share of the fingerprints of the shorter of two texts from which on the one is a copy of the other.
  private static let copyShare = 0.4
  /// Fewer fingerprints in common than this are no copy.
  private static let leastShared = 4

  /// How many articles' fingerprints are read at a time.
  private static let matchesAtOnce = 256

  private let archive: Archive
  /// Where the article is.
  let handle: ArticleHandle
  private let record: ArticleRecord

  /// - Throws: ``ArchiveError/unknownArticle(id:)`` where there is no such article.
  init(id: String, in archive: Archive) throws(ArchiveError) {
    self.archive = archive
    handle = try archive.handle(ofArticle: id)
    record = try archive.record(at: handle)
  }

  /// A query for the article's terms that are frequent in it and rare elsewhere, among the articles that another
  /// query lets in.
  func query(among query: PreparedQuery) throws(ArchiveError) -> PreparedQuery {
    let terms = FeedbackTerms(record, TermGenerator())
    var model = RelevanceModel()
    model.termCount = Self.termCount
    let names = Array(terms.frequencies.keys)
    let known = try PreparedQuery.statistics(
      ofWords: names.map { [Array($0.utf8)] }, in: archive, isCounted: false)
    let all = try archive.collection().articles
    let rarity = Dictionary(
      uniqueKeysWithValues: zip(names, known).map { ($0, TermWeights.rarity($1.articles, of: all)) })
    let shares = model.expanded(
      [:], feedback: [.init(score: 1, frequencies: terms.frequencies)], rarity: { rarity[$0] ?? 0 })
    let chosen = shares.filter { $0.share > 0 }
    let words = chosen.compactMap { terms.words[$0.term] }.joined(separator: " ")
    // The shares hold the rarity, which the weights of terms bring too: what is left is the frequency.
    let frequencies = chosen.map { share in share.share / max(rarity[share.term] ?? 1, 0.01) }
    let most = frequencies.max() ?? 1
    let additions = zip(chosen, frequencies).map { share, frequency in
      PreparedQuery.Addition(stems: [Array(share.term.utf8)], frequency: frequency / most)
    }
    return try query.narrowing(
      additions, showing: (try? QueryParser.parse(plainText: words)) ?? query.shown, in: archive)
  }

  /// The article itself and those that are its text, in whole or in part.
  func copies() throws(ArchiveError) -> Set<ArticleHandle> {
    let own = Set(PreparedArticle(record.article).fingerprints.map(\.value))
    guard own.count >= Self.leastShared else { return [handle] }
    let matches = try indexed { () throws(IndexError) in
      try archive.reader.sharing([Array(own)], atLeast: Self.leastShared)[0]
    }
    var copies: Set<ArticleHandle> = [handle]
    for start in stride(from: 0, to: matches.count, by: Self.matchesAtOnce) {
      let some = matches[start..<min(start + Self.matchesAtOnce, matches.count)]
      for (match, values) in zip(some, try archive.fingerprints(at: some.map(\.article)))
      where match.article != handle {
        let shorter = min(own.count, Set(values).count)
        if Double(match.sharedCount) >= Self.copyShare * Double(shorter) { copies.insert(match.article) }
      }
    }
    return copies
  }
}
