internal import Query
internal import Ranking
internal import SearchIndex

/// A query that looks like a quotation typed without quotes: `if you like your plan you can keep it`.
///
/// The small words of such a query are left out of the order, but what tells the article with the words from others on
/// the same matter is that they stand in a row, small ones and all. Questions and claims have small words too: they
/// are told from quotations by no article having them word for word.
struct UnquotedQuotation {
  /// A quotation has so many words, and so many of them are small words.
  private static let words = 4...30
  private static let leastSmall = 2
  /// How many words at the two ends may be others than the text's, where what is left is no shorter than the least.
  private static let mostOthers = 2
  /// Of more passages than these with the words that are not small, positions are not read one by one.
  private static let mostPassages = 400

  private let archive: Archive
  private let query: PreparedQuery
  /// The words as they were typed, and with the other way to write a "not".
  private let forms: [[QueryToken]]

  /// Nil for a query that is no such text.
  init?(archive: Archive, query: PreparedQuery) {
    guard let tokens = query.query.root.plainTokens, Self.words.contains(tokens.count),
      tokens.count - query.terms.terms.count(where: \.isWritten) >= Self.leastSmall
    else { return nil }
    self.archive = archive
    self.query = query
    forms = [tokens] + [QueryToken.contracted(tokens), QueryToken.expanded(tokens)].filter { $0 != tokens }
  }

  /// The articles that have the words in a row.
  ///
  /// - Parameter among: The only articles to look at; nil for all.
  func articles(among: ArticleSet?) throws(ArchiveError) -> ArticleSet {
    var found = try indexed { () throws(IndexError) in try archive.reader.articles(withAnyOf: []) }
    for tokens in forms {
      let words = query.terms(of: tokens)
      guard !words.contains(where: \.isEmpty) else { continue }
      let kept = words.indices.filter { query.isRanked(tokens[$0]) }
      let together = IndexQuery.and(kept.map { Self.any(words[$0]) })
      let matches = try indexed { () throws(IndexError) in try archive.reader.matching(together) }
      let passages = matches.filter { among?.contains($0.article) ?? true }.flatMap(\.passages)
      if passages.count > Self.mostPassages {
        found.formUnion(try whole(words, among: among))
      } else {
        for passage in try having(words, among: passages) { found.insert(passage.article) }
      }
    }
    return found
  }

  private static func any(_ terms: [IndexTerm]) -> IndexQuery { .synonym(terms.map { .term($0) }) }

  /// The articles that have the whole quotation, or all of it but its first or its last word.
  private func whole(_ words: [[IndexTerm]], among: ArticleSet?) throws(ArchiveError) -> ArticleSet {
    let parts = [words, Array(words.dropFirst()), Array(words.dropLast())]
    let phrases = parts.filter { $0.count >= Self.words.lowerBound }.map { part in
      IndexQuery.phrase(part.map { $0[0] }, window: part.count)
    }
    return try ArticleMatcher(archive: archive).answers(.or(phrases), among: among)
  }

  /// Those of some passages that have the words in a row, but for some at the ends.
  private func having(
    _ words: [[IndexTerm]], among passages: [PassageHandle]
  ) throws(ArchiveError) -> [PassageHandle] {
    guard !passages.isEmpty else { return [] }
    let terms = words.flatMap { $0 }
    let places = passages.flatMap { passage in terms.indices.map { (passage: passage, term: $0) } }
    let lists = try indexed { () throws(IndexError) in try archive.reader.positions(of: terms, at: places) }
    let least = max(Self.words.lowerBound, words.count - Self.mostOthers)
    return passages.indices.filter { passage in
      var next = passage * terms.count
      let positions = words.map { word in
        defer { next += word.count }
        return Set(lists[next..<next + word.count].joined())
      }
      return Self.longestRun(positions) >= least
    }.map { passages[$0] }
  }

  /// The most neighbouring words that stand in a row.
  ///
  /// - Parameter positions: Where each word stands.
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

extension QueryToken {
  /// The tokens with each "not" behind a word written as its ending: `did not` as `didn't`.
  fileprivate static func contracted(_ tokens: [QueryToken]) -> [QueryToken] {
    var made: [QueryToken] = []
    for token in tokens {
      if token.lowercased == "not", let last = made.last, last.lowercased.hasSuffix("n't") == false,
        let joined = words(last.lowercased + "n't").first
      {
        made[made.count - 1] = joined
      } else {
        made.append(token)
      }
    }
    return made
  }

  /// The tokens with each "not" that is a word's ending written as a word.
  fileprivate static func expanded(_ tokens: [QueryToken]) -> [QueryToken] {
    tokens.flatMap { token in
      token.lowercased.hasSuffix("n't") ? words(token.lowercased.dropLast(3) + " not") : [token]
    }
  }

  private static func words(_ text: some StringProtocol) -> [QueryToken] {
    (try? QueryParser.parse(plainText: String(text)))?.root.plainTokens ?? []
  }
}

extension QueryNode {
  /// The tokens of words side by side, with fields and exclusions or without; nil for other queries.
  fileprivate var plainTokens: [QueryToken]? {
    switch form {
    case .restricted(let base, _, _): base.plainTokens
    case .word, .any: isPlainWords ? tokensOfLeaves : nil
    default: nil
    }
  }

  private var tokensOfLeaves: [QueryToken] {
    leaves.flatMap { leaf -> [QueryToken] in
      if case .word(let word) = leaf.form { word.tokens } else { [] }
    }
  }
}
