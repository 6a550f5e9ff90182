public import Articles
internal import CXapianShim
public import Storage

/// An article of which some passages match a query.
public struct MatchingArticle: Sendable, Hashable {
  /// The article.
  public let article: ArticleHandle
  /// Its passages that match, in order.
  public let passages: [PassageHandle]
}

extension IndexReader {
  /// All articles that have a passage which matches a query, as they lie in the files.
  public func matching(_ query: IndexQuery) throws(IndexError) -> [MatchingArticle] {
    try withSet { set throws(IndexError) in
      var articles: [MatchingArticle] = []
      var (article, passages): (ArticleHandle?, [PassageHandle]) = (nil, [])
      for document in try set.matching(query) {
        guard let owner = try set.article(of: document) else { continue }
        if owner != article {
          if let article { articles.append(MatchingArticle(article: article, passages: passages)) }
          (article, passages) = (owner, [])
        }
        passages.append(PassageHandle(article: owner, ordinal: Int(document.docid - owner.head)))
      }
      if let article { articles.append(MatchingArticle(article: article, passages: passages)) }
      return articles
    }
  }

  /// The passages that name each of some entities, as they lie in the files.
  ///
  /// - Parameter keys: The keys of entities of the class.
  public func passages(
    naming keys: [String], _ entityClass: EntityClass
  ) throws(IndexError) -> [[PassageHandle]] {
    try withSet { set throws(IndexError) in
      var lists: [[PassageHandle]] = []
      for documents in try set.postings(keys.map { IndexTerm.entity(entityClass, key: $0).bytes }) {
        var list: [PassageHandle] = []
        list.reserveCapacity(documents.count)
        for document in documents {
          guard let article = try set.article(of: document) else { continue }
          list.append(PassageHandle(article: article, ordinal: Int(document.docid - article.head)))
        }
        lists.append(list)
      }
      return lists
    }
  }

  /// The folded outlet of each article; nil where it has none.
  public func outlets(of articles: [ArticleHandle]) throws(IndexError) -> [String?] {
    let heads = articles.map { PassageHandle(article: $0, ordinal: 0) }
    return try withSet { set throws(IndexError) in
      try set.values(.outlet, of: heads).map { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }
  }

  /// When each article was published; nil where that is not known.
  public func publicationDates(of articles: [ArticleHandle]) throws(IndexError) -> [ArticleDate?] {
    let heads = articles.map { PassageHandle(article: $0, ordinal: 0) }
    return try withSet { set throws(IndexError) in
      try set.values(.published, of: heads).map { DateKey.date($0) }
    }
  }
}

extension SegmentSet {
  /// The documents that match a query, as they lie in the files.
  func matching(_ query: IndexQuery) throws(IndexError) -> [DocumentPlace] {
    var out: UnsafeMutablePointer<cxs_postings>?
    let error = try withShimRequest(query) { cxs_reader_matching(handle, &$0, &out) }
    try checked(error)
    let list = handedOut(out)
    defer { cxs_postings_free(list) }
    let count = list.pointee.count == 0 ? 0 : Int(list.pointee.ends[list.pointee.count - 1])
    return (0..<count).map {
      DocumentPlace(segment: list.pointee.documents[$0].segment, docid: list.pointee.documents[$0].docid)
    }
  }
}
