internal import CXapianShim

/// How often a term occurs in the whole index.
public struct TermStatistics: Sendable, Hashable {
  /// The number of passages with it.
  public let passages: Int
  /// The number of its occurrences.
  public let occurrences: Int
}

/// How often some terms occur in the passages of some articles.
///
/// Passages are numbered through, article after article in the order asked for.
public struct TermFrequencies: Sendable, Equatable {
  /// The number of terms.
  public let termCount: Int
  /// For each article, the numbers of its passages.
  public let passages: [Range<Int>]
  /// For each passage, its length in terms, those of the title included.
  public let lengths: [UInt32]
  private let frequencies: [UInt32]

  /// How often a term occurs in a passage.
  ///
  /// - Parameters:
  ///   - term: Its place among the terms asked for.
  ///   - passage: The number of the passage.
  public func frequency(ofTerm term: Int, inPassage passage: Int) -> Int {
    Int(frequencies[passage * termCount + term])
  }

  /// How often a term occurs in all passages of an article, the title counted with each passage.
  public func frequency(ofTerm term: Int, inArticle article: Int) -> Int {
    passages[article].reduce(0) { $0 + frequency(ofTerm: term, inPassage: $1) }
  }

  init(_ table: cxs_frequencies, articles: [ArticleExtent]) {
    termCount = table.terms
    var start = 0
    passages = articles.map { article in
      defer { start += article.passageCount }
      return start..<start + article.passageCount
    }
    lengths = Array(UnsafeBufferPointer(start: table.lengths, count: table.documents))
    frequencies = Array(UnsafeBufferPointer(start: table.frequencies, count: table.documents * table.terms))
  }
}
