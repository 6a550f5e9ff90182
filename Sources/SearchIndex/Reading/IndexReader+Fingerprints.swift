internal import CXapianShim

/// An article that has fingerprints in common with a text.
public struct FingerprintMatch: Sendable, Hashable {
  /// The article.
  public let article: ArticleHandle
  /// How many different fingerprints both have.
  public let sharedCount: Int
}

extension IndexReader {
  /// The articles that share fingerprints with texts, for several texts in one call.
  ///
  /// No matter how many articles share a fingerprint, all of them are found. A fingerprint that a text has
  /// twice counts once.
  ///
  /// - Parameters:
  ///   - texts: The fingerprints of each text, as they were given to the index.
  ///   - minimum: How many an article must share to be named, at least 1.
  /// - Returns: For each text its matches, the most shared first, then as they lie in the files. A text that is
  ///   itself in the index is among them.
  public func sharing(
    _ texts: [[UInt64]], atLeast minimum: Int = 1
  ) throws(IndexError) -> [[FingerprintMatch]] {
    try withSet { set throws(IndexError) in
      let keys = texts.map { Set($0.map { FingerprintKey.bytes($0) }) }
      let all = Array(Set(keys.joined())).sorted { $0.lexicographicallyPrecedes($1) }
      let lists = try set.articles(sharing: all)
      let numbers = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
      return keys.map { keys in
        Self.matches(keys.compactMap { numbers[$0] }.map { lists[$0] }, atLeast: minimum)
      }
    }
  }

  private static func matches(_ lists: [[ArticleHandle]], atLeast minimum: Int) -> [FingerprintMatch] {
    var counts: [ArticleHandle: Int] = [:]
    for list in lists { for article in list { counts[article, default: 0] += 1 } }
    return counts.filter { $0.value >= minimum }
      .map { FingerprintMatch(article: $0.key, sharedCount: $0.value) }
      .sorted { ($1.sharedCount, $0.article) < ($0.sharedCount, $1.article) }
  }

  /// The fingerprints of each passage, in ascending order.
  public func fingerprints(of passages: [PassageHandle]) throws(IndexError) -> [[UInt64]] {
    try withSet { set throws(IndexError) in
      try set.termLists(of: passages, field: .fingerprint).map { $0.compactMap(FingerprintKey.value) }
    }
  }
}

extension SegmentSet {
  /// For each fingerprint key the articles that have it, each once, in order.
  fileprivate func articles(sharing keys: [[UInt8]]) throws(IndexError) -> [[ArticleHandle]] {
    let prefix = Field.fingerprint.prefix
    var lists: [[ArticleHandle]] = []
    for documents in try postings(keys.map { prefix + $0 }) {
      var list: [ArticleHandle] = []
      for document in documents {
        if let article = try article(of: document), article != list.last { list.append(article) }
      }
      lists.append(list)
    }
    return lists
  }

  /// The terms of a field in each passage, without the prefix.
  func termLists(of passages: [PassageHandle], field: Field) throws(IndexError) -> [[[UInt8]]] {
    let documents = passages.map(\.document)
    let prefix = field.prefix
    var out: UnsafeMutablePointer<cxs_term_lists>?
    try checked(cxs_reader_term_lists(handle, documents, documents.count, prefix, prefix.count, &out))
    let lists = handedOut(out)
    defer { cxs_term_lists_free(lists) }
    let terms = strings(lists.pointee.terms)
    return pieces(UnsafeBufferPointer(start: lists.pointee.ends, count: lists.pointee.count)) { range in
      terms[range].map { Array($0.dropFirst(prefix.count)) }
    }
  }
}
