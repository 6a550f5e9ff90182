internal import Query
internal import Ranking
internal import SearchIndex

/// How much of a query an article has word for word, where the query looks like a quotation that was typed without
/// quotes: `we hold these truths to be self-evident`.
///
/// In such a query the small words are left out of the order, but what tells the article with the words from others on
/// the same matter is that they stand in a row, small ones and all.
struct QuotedRun {
  /// A quotation has so many words at the least.
  private static let leastWords = 5
  /// And so many of them are small words.
  private static let leastSmall = 2
  /// A shorter run of words comes by chance.
  private static let leastRun = 4

  private let archive: Archive
  /// For each word of the query the terms that stand for it.
  private let words: [[IndexTerm]]

  /// Nil for a query that is no such text.
  init?(archive: Archive, query: PreparedQuery) {
    let leaves = query.query.leaves
    var tokens: [QueryToken] = []
    for leaf in leaves {
      guard case .word(let word) = leaf.form else { return nil }
      tokens += word.tokens
    }
    guard query.query.root.isPlainWords, tokens.count >= Self.leastWords,
      tokens.count - query.terms.terms.count(where: \.isWritten) >= Self.leastSmall
    else { return nil }
    self.archive = archive
    words = query.terms(of: tokens)
  }

  /// The share of the query's words that stand in a row in each of some passages; 0 where that may be chance.
  func shares(in passages: [PassageHandle]) throws(ArchiveError) -> [Double] {
    let terms = words.flatMap { $0 }
    guard !passages.isEmpty else { return [] }
    let places = passages.flatMap { passage in terms.indices.map { (passage: passage, term: $0) } }
    let lists = try indexed { () throws(IndexError) in try archive.reader.positions(of: terms, at: places) }
    return passages.indices.map { passage in
      var next = passage * terms.count
      let positions = words.map { word in
        defer { next += word.count }
        return Set(lists[next..<next + word.count].joined())
      }
      let run = Self.longestRun(positions)
      return run < Self.leastRun ? 0 : Double(run) / Double(words.count)
    }
  }

  /// The most neighbouring words that stand in a row.
  static func longestRun(_ positions: [Set<UInt32>]) -> Int {
    var best = 0
    // For each position of the word before, how long the run is that ends there.
    var before: [UInt32: Int] = [:]
    for word in positions {
      var runs: [UInt32: Int] = [:]
      for position in word {
        let run = 1 + (position > 0 ? before[position - 1] ?? 0 : 0)
        runs[position] = run
        best = max(best, run)
      }
      before = runs
    }
    return best
  }
}
