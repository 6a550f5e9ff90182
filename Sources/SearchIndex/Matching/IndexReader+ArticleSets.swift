public import Articles
import Glass
public import Storage

extension IndexReader {
  /// All articles.
  public func allArticles() throws(IndexError) -> ArticleSet {
    try withSet { set throws(IndexError) in set.allArticles() }
  }

  /// The articles that have any of some terms, in any of their passages.
  public func articles(withAnyOf terms: [IndexTerm]) throws(IndexError) -> ArticleSet {
    try withSet { set throws(IndexError) in try set.articles(withAnyOf: terms) }
  }

  /// The articles of a set that were published within two dates, as ``IndexQuery/published(from:to:)`` means it.
  public func articles(
    _ articles: ArticleSet, publishedFrom from: ArticleDate?, to: ArticleDate?
  ) throws(IndexError) -> ArticleSet {
    let ranges = DateKey.ranges(from: from, to: to)
    let handles = articles.articles
    let keys = try withSet { set throws(IndexError) in
      try set.values(.published, of: handles.map { PassageHandle(article: $0, ordinal: 0) })
    }
    var within = articles
    for (handle, key) in zip(handles, keys) {
      let isWithin =
        !key.isEmpty
        && ranges.contains {
          !key.lexicographicallyPrecedes($0.first) && !$0.last.lexicographicallyPrecedes(key)
        }
      if !isWithin { within.segments[Int(handle.segment)].remove(handle.head) }
    }
    return within
  }

  /// The articles that a query finds when it is evaluated on each passage by itself.
  public func articles(withPassageMatching query: IndexQuery) throws(IndexError) -> ArticleSet {
    try withSet { set throws(IndexError) in
      var found = set.noArticles()
      for document in try set.matching(query) { set.insertArticle(of: document, into: &found) }
      return found
    }
  }

  /// The articles of a set, each with all its passages, as they lie in the files.
  public func passages(of articles: ArticleSet) throws(IndexError) -> [MatchingArticle] {
    try withSet { set throws(IndexError) in
      articles.articles.map { article in
        let table = set.tables[Int(article.segment)]
        let number = table.article(ofDocument: article.head)
        let count = number.map { Int(table.articles[$0].passages) } ?? 0
        return MatchingArticle(
          article: article, passages: (0..<count).map { PassageHandle(article: article, ordinal: $0) })
      }
    }
  }

  /// The ordinals of an article's passages that match a query by themselves, ascending.
  public func ordinals(of article: ArticleHandle, matching query: IndexQuery) throws(IndexError) -> [Int] {
    try withSet { set throws(IndexError) in
      let head = PassageHandle(article: article, ordinal: 0)
      guard let id = try set.termLists(of: [head], field: .article).first?.first else { return [] }
      let ids = IndexQuery.term(IndexTerm(bytes: Field.article.prefix + id))
      return try set.matching(.filter(query, by: [ids])).filter {
        $0.segment == article.segment && $0.docid >= article.head
      }.map { Int($0.docid - article.head) }
    }
  }

  /// The articles that have at least so many of some words; where none has, those that have the most of them.
  ///
  /// - Parameter words: The stems of each, any of which will do.
  /// - Returns: The articles, and how many of the words each has at least; 0 where no article has any.
  public func articles(
    withAtLeast least: Int, of words: [[[UInt8]]]
  ) throws(IndexError) -> (articles: ArticleSet, words: Int) {
    try withSet { set throws(IndexError) in try set.articles(withAtLeast: least, of: words) }
  }
}

extension SegmentSet {
  func noArticles() -> ArticleSet {
    ArticleSet(segments: tables.map { DocumentBits(below: $0.owners.count) })
  }

  func allArticles() -> ArticleSet {
    var all = noArticles()
    for (segment, table) in tables.enumerated() {
      for article in table.articles where Int(article.first) < table.owners.count {
        all.segments[segment].insert(article.first)
      }
    }
    removeDeleted(from: &all)
    return all
  }

  /// The sets of tags that were asked for last are remembered: whole languages and outlets come again and again.
  func articles(withAnyOf terms: [IndexTerm]) throws(IndexError) -> ArticleSet {
    var found = noArticles()
    let words = terms.filter { WordTableLayout.isWord($0.bytes) }
    for (segment, table) in tables.enumerated() {
      for word in words {
        guard let list = try table.list(of: word.bytes) else { continue }
        table.forEachArticle(in: list.postings) { found.segments[segment].insert(table.articles[$0].first) }
      }
    }
    removeDeleted(from: &found)
    for term in terms where !WordTableLayout.isWord(term.bytes) {
      found.formUnion(try articles(taggedWith: term))
    }
    return found
  }

  private func articles(taggedWith term: IndexTerm) throws(IndexError) -> ArticleSet {
    if let known = knownTags[term] { return known }
    var found = noArticles()
    for document in try postings([term.bytes])[0] { insertArticle(of: document, into: &found) }
    if knownTags.count >= Self.mostKnownTags { knownTags.removeAll(keepingCapacity: true) }
    knownTags[term] = found
    return found
  }

  private static let mostKnownTags = 64

  func insertArticle(of document: DocumentPlace, into articles: inout ArticleSet) {
    let table = tables[Int(document.segment)]
    guard let number = table.article(ofDocument: document.docid) else { return }
    articles.segments[Int(document.segment)].insert(table.articles[number].first)
  }

  func removeDeleted(from articles: inout ArticleSet) {
    for (segment, deleted) in deletions.enumerated() {
      for run in deleted.runs { articles.segments[segment].remove(run.first) }
    }
  }

  func articles(
    withAtLeast least: Int, of words: [[[UInt8]]]
  ) throws(IndexError) -> (articles: ArticleSet, words: Int) {
    let lists = try words.map { word throws(IndexError) in try self.lists(of: word) }
    var counts: [[UInt16]] = []
    for (segment, table) in tables.enumerated() {
      var own = [UInt16](repeating: 0, count: table.articles.count)
      for list in lists {
        guard let list = list[segment] else { continue }
        table.forEachArticle(in: list.postings) { own[$0] += own[$0] < .max ? 1 : 0 }
      }
      for run in deletions[segment].runs {
        if let number = table.article(ofDocument: run.first) { own[number] = 0 }
      }
      counts.append(own)
    }
    let most = Int(counts.lazy.compactMap { $0.max() }.max() ?? 0)
    let reached = min(max(1, least), most)
    var found = noArticles()
    guard reached > 0 else { return (found, 0) }
    for (segment, own) in counts.enumerated() {
      for (number, count) in own.enumerated() where Int(count) >= reached {
        found.segments[segment].insert(tables[segment].articles[number].first)
      }
    }
    return (found, reached)
  }
}

extension WordTable {
  /// Gives the number of each article with a posting to `body`, once.
  @inline(__always)
  func forEachArticle(in postings: PostingCursor, _ body: (Int) -> Void) {
    var (postings, last) = (postings, WordTableLayout.noArticle)
    while Int(postings.number) < owners.count {
      let owner = owners[Int(postings.number)]
      if owner != last, Int(owner) < articles.count { body(Int(owner)) }
      last = owner
      postings.advance()
    }
  }
}
