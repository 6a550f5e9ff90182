internal import CXapianShim
public import Storage

extension IndexReader {
  /// All articles, as they lie in the files: in the order of their segments, and within a segment in the
  /// order in which they were added.
  ///
  /// The order is that of this snapshot only; sort by id for one that lasts.
  public func articles() throws(IndexError) -> [ArticleHandle] {
    try withSet { set throws(IndexError) in
      try set.postings([IndexTerm.head.bytes])[0].map { ArticleHandle(segment: $0.segment, head: $0.docid) }
    }
  }

  /// The articles that were read from a file, as they lie in the files of the index.
  ///
  /// - Parameter path: The absolute path of the file, as it was given with the articles.
  public func articles(fromSource path: String) throws(IndexError) -> [ArticleHandle] {
    try withSet { set throws(IndexError) in
      try set.postings([IndexTerm.source(path).bytes])[0].map {
        ArticleHandle(segment: $0.segment, head: $0.docid)
      }
    }
  }

  /// The article with an id; nil where there is none.
  public func article(id: String) throws(IndexError) -> ArticleHandle? { try articles(ids: [id])[0] }

  /// The article with each id; nil where there is none.
  public func articles(ids: [String]) throws(IndexError) -> [ArticleHandle?] {
    try withSet { set throws(IndexError) in
      try set.postings(ids.map { IndexTerm.article(id: $0).bytes }).map { passages in
        passages.first.map { ArticleHandle(segment: $0.segment, head: $0.docid) }
      }
    }
  }

  /// The record of each article, as it was given.
  public func records(of articles: [ArticleHandle]) throws(IndexError) -> [[UInt8]] {
    try withSet { set throws(IndexError) in
      let documents = articles.map { cxs_document(segment: $0.segment, docid: $0.head) }
      var out: UnsafeMutablePointer<cxs_strings>?
      try set.checked(cxs_reader_data(set.handle, documents, documents.count, &out))
      let list = handedOut(out)
      defer { cxs_strings_free(list) }
      return strings(list.pointee)
    }
  }

  /// Gives every article with its record to `body`, in the order of ``articles()``, without holding more than a
  /// few hundred records.
  public func forEachRecord(_ body: (ArticleHandle, [UInt8]) throws -> Void) throws {
    let articles = try articles()
    for start in stride(from: 0, to: articles.count, by: 256) {
      let batch = Array(articles[start..<min(start + 256, articles.count)])
      for (article, record) in zip(batch, try records(of: batch)) { try body(article, record) }
    }
  }

  /// The number of passages of each article.
  public func extents(of articles: [ArticleHandle]) throws(IndexError) -> [ArticleExtent] {
    let heads = articles.map { PassageHandle(article: $0, ordinal: 0) }
    let locators = try withSet { set throws(IndexError) in try set.locators(of: heads) }
    return zip(articles, locators).map {
      ArticleExtent(article: $0, passageCount: $1.count, titleLength: $1.titleTerms)
    }
  }

  /// The UTF-8 bytes of each passage in the text of its article.
  public func bytes(of passages: [PassageHandle]) throws(IndexError) -> [Range<Int>] {
    try withSet { set throws(IndexError) in try set.locators(of: passages).map(\.bytes) }
  }

  /// The content hash of each article, as it was given.
  public func contentHashes(of articles: [ArticleHandle]) throws(IndexError) -> [[UInt8]] {
    let heads = articles.map { PassageHandle(article: $0, ordinal: 0) }
    return try withSet { set throws(IndexError) in try set.values(.contentHash, of: heads) }
  }
}

extension SegmentSet {
  func values(_ slot: Slot, of passages: [PassageHandle]) throws(IndexError) -> [[UInt8]] {
    let documents = passages.map(\.document)
    var out: UnsafeMutablePointer<cxs_strings>?
    try checked(cxs_reader_values(handle, slot.rawValue, documents, documents.count, &out))
    let list = handedOut(out)
    defer { cxs_strings_free(list) }
    return strings(list.pointee)
  }

  func locators(of passages: [PassageHandle]) throws(IndexError) -> [PassageLocator] {
    var locators: [PassageLocator] = []
    for (passage, value) in zip(passages, try values(.locator, of: passages)) {
      guard let locator = value.withUnsafeBufferPointer(PassageLocator.init),
        locator.ordinal == passage.ordinal
      else { throw .damaged(path: path, detail: "a passage does not say where it lies in its article") }
      locators.append(locator)
    }
    return locators
  }
}
