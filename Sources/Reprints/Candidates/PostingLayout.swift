/// How a key and the number of an article share 64 bits: the key above, the article below.
///
/// Up to 16,777,216 articles the article has 24 bits and the key 40. Larger collections take one bit from the key for each
/// doubling, down to 32 bits for 4,294,967,296 articles: keys then meet by chance more often, which makes a candidate more and
/// loses none.
struct PostingLayout: Sendable {
  /// The most articles that can be numbered.
  static let maxArticles = 1 << 32
  private static let leastArticleBits = 24

  /// The bits of an article's number.
  let articleBits: Int

  /// The bits of a key.
  var keyBits: Int { 64 - articleBits }

  /// - Parameter articleCount: The number of articles, at most ``maxArticles``.
  init(articleCount: Int) {
    precondition(articleCount <= Self.maxArticles, "a report is for at most 4,294,967,296 articles")
    let needed = Int.bitWidth - max(0, articleCount - 1).leadingZeroBitCount
    articleBits = max(Self.leastArticleBits, needed)
  }

  /// A key of 40 bits with an article; the highest bits of the key are left out where there is no room for them.
  @inline(__always)
  func packed(_ key: UInt64, _ article: Int) -> UInt64 {
    key &<< UInt64(articleBits) | UInt64(truncatingIfNeeded: article)
  }

  /// The key of an entry.
  @inline(__always)
  func key(of entry: UInt64) -> UInt64 { entry &>> UInt64(articleBits) }

  /// The article of an entry.
  @inline(__always)
  func article(of entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry & (1 &<< UInt64(articleBits) &- 1))
  }

  /// A key as far as there is room for it.
  @inline(__always)
  func shortened(_ key: UInt64) -> UInt64 { self.key(of: packed(key, 0)) }
}
