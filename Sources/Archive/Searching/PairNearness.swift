internal import Ranking
internal import SearchIndex

/// Finds out which neighbouring words of a query stand near each other in passages.
struct PairNearness {
  private let archive: Archive
  private let pairs: [RankedTerms.Pair]
  private let distance: Int
  /// The stems of all terms, one after the other, and where those of each term stand.
  private let terms: [IndexTerm]
  private let termsOfWord: [Range<Int>]

  /// - Parameter distance: The most positions between two words that stand near each other.
  init(archive: Archive, query: PreparedQuery, distance: Int) {
    self.archive = archive
    pairs = query.terms.pairs
    self.distance = distance
    var terms: [IndexTerm] = []
    termsOfWord = query.stems.map { stems in
      terms += stems.map { .word($0) }
      return terms.count - stems.count..<terms.count
    }
    self.terms = terms
  }

  /// The pairs that stand near each other in the passages of some articles, by passage, as indices into the
  /// query's pairs; positions are read only where a passage has both words.
  func pairs(of ranked: RankedArticles, articles: Range<Int>) throws(ArchiveError) -> [Int: [Int]] {
    var asked: [(passage: Int, pair: Int, first: Range<Int>, second: Range<Int>)] = []
    var places: [(passage: PassageHandle, term: Int)] = []
    for article in ranked.articles[articles] {
      for (ordinal, passage) in article.passages.enumerated() {
        let handle = PassageHandle(article: article.extent.article, ordinal: ordinal)
        func lists(_ word: Int) -> Range<Int> {
          for term in termsOfWord[word] { places.append((handle, term)) }
          return places.count - termsOfWord[word].count..<places.count
        }
        for (index, pair) in pairs.enumerated()
        where ranked.passages[passage].words.has(pair.first, pair.second) {
          asked.append((passage, index, lists(pair.first), lists(pair.second)))
        }
      }
    }
    guard !asked.isEmpty else { return [:] }
    let positions = try indexed { () throws(IndexError) in
      try archive.reader.positions(of: terms, at: places)
    }
    var near: [Int: [Int]] = [:]
    for question in asked {
      let isNear = question.first.contains { first in
        question.second.contains { Proximity.isWithin(distance, positions[first], positions[$0]) }
      }
      if isNear { near[question.passage, default: []].append(question.pair) }
    }
    return near
  }
}

extension UInt64 {
  /// Whether the bits of two words are set; words from the 64th on share the last bit.
  fileprivate func has(_ first: Int, _ second: Int) -> Bool {
    self >> UInt64(Swift.min(first, 63)) & 1 == 1 && self >> UInt64(Swift.min(second, 63)) & 1 == 1
  }
}
