internal import Ranking
internal import SearchIndex
internal import Synchronization
internal import TextAnalysis

/// Stems of words of one language as keys, so that an extract marks what the index found: `warned` for a query of
/// `warning`.
final class WordStems: Sendable {
  /// The words that are remembered, some megabytes.
  private static let mostWords = 100_000

  private let cache = Mutex<[UInt64: UInt64]>([:])
  private let generator = Mutex<TermGenerator>(TermGenerator())
  private let language: String?

  /// - Parameter language: The language by which an article was indexed; nil for the default one.
  init(language: String? = nil) { self.language = language }

  /// The key of a query's token.
  func key(of token: QueryToken) -> UInt64 {
    Array(token.lowercased.utf8).withUnsafeBufferPointer { key(of: $0, hash: token.hash) }
  }

  /// The key of a word: the hash of its stem.
  ///
  /// - Parameters:
  ///   - lowercased: The word in lower case, as UTF-8.
  ///   - hash: The hash of its normal form, by which stems are remembered.
  func key(of lowercased: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt64 {
    if let known = cache.withLock({ $0[hash] }) { return known }
    let word = String(decoding: lowercased, as: UTF8.self)
    let stem = generator.withLock { $0.terms(of: AnalysedText(word), language: language).first?.stem }
    let key = stem.map { TokenHash.hash($0) } ?? hash
    cache.withLock { cache in
      if cache.count >= Self.mostWords { cache.removeAll(keepingCapacity: true) }
      cache[hash] = key
    }
    return key
  }
}
