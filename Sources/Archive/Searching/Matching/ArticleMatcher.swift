internal import Articles
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// Evaluates a query on whole articles: each condition may be met by another passage.
///
/// What costs little is looked at first, and what must read positions or dates only for the articles that are left.
struct ArticleMatcher {
  private let archive: Archive
  private var reader: IndexReader { archive.reader }

  init(archive: Archive) { self.archive = archive }

  /// The articles that answer a query.
  ///
  /// - Parameter among: The only articles to look at; nil for all.
  func answers(_ query: IndexQuery, among: ArticleSet? = nil) throws(ArchiveError) -> ArticleSet {
    switch query {
    case .all:
      if let among { return among }
      return try all()
    case .nothing: return try none()
    case .term(let term): return try union([term], [], among)
    case .or(let parts), .synonym(let parts): return try union(of: parts, among)
    case .and(let parts): return try intersection(parts, among)
    case .filter(let first, let others): return try intersection([first] + others, among)
    case .prefer(let first, _), .scaled(let first, _): return try answers(first, among: among)
    case .except(let first, let others):
      var found = try answers(first, among: among)
      for other in others where !found.isEmpty { found.subtract(try answers(other, among: found)) }
      return found
    case .published(let from, let to): return try published(query, from, to, among)
    case .phrase(let terms, let window):
      return try standing(WordGroup(terms, window: window, isOrdered: true), among)
    case .near(let terms, let window):
      return try standing(WordGroup(terms, window: window, isOrdered: false), among)
    case .prefix: return try matching(query, among)
    }
  }

  private func all() throws(ArchiveError) -> ArticleSet {
    try indexed { () throws(IndexError) in try reader.allArticles() }
  }

  private func none() throws(ArchiveError) -> ArticleSet {
    try indexed { () throws(IndexError) in try reader.articles(withAnyOf: []) }
  }

  /// The articles with a passage that matches by itself.
  private func matching(_ query: IndexQuery, _ among: ArticleSet?) throws(ArchiveError) -> ArticleSet {
    var found = try indexed { () throws(IndexError) in try reader.articles(withPassageMatching: query) }
    if let among { found.formIntersection(among) }
    return found
  }

  // MARK: Combinations

  private func union(of parts: [IndexQuery], _ among: ArticleSet?) throws(ArchiveError) -> ArticleSet {
    var terms: [IndexTerm] = []
    var others: [IndexQuery] = []
    for part in parts.map(\.unscaled) {
      if case .term(let term) = part { terms.append(term) } else { others.append(part) }
    }
    return try union(terms, others, among)
  }

  private func union(
    _ terms: [IndexTerm], _ others: [IndexQuery], _ among: ArticleSet?
  ) throws(ArchiveError) -> ArticleSet {
    var found = try indexed { () throws(IndexError) in try reader.articles(withAnyOf: terms) }
    if let among { found.formIntersection(among) }
    for other in others { found.formUnion(try answers(other, among: among)) }
    return found
  }

  private func intersection(_ parts: [IndexQuery], _ among: ArticleSet?) throws(ArchiveError) -> ArticleSet {
    guard !parts.isEmpty else { return try none() }
    var found = among
    for part in parts.enumerated().sorted(by: {
      ($0.element.effort, $0.offset) < ($1.element.effort, $1.offset)
    }) {
      found = try answers(part.element, among: found)
    }
    if let found { return found }
    return try none()
  }

  // MARK: Dates and places

  /// The share of all articles from which on a range of dates is looked up as a whole, not date by date.
  private static let mostDates = 0.1

  private func published(
    _ query: IndexQuery, _ from: ArticleDate?, _ to: ArticleDate?, _ among: ArticleSet?
  ) throws(ArchiveError) -> ArticleSet {
    let few = Self.mostDates * Double(try archive.collection().articles)
    guard let among, Double(among.count) < few else { return try matching(query, among) }
    return try indexed { () throws(IndexError) in
      try reader.articles(among, publishedFrom: from, to: to)
    }
  }

  private func standing(_ group: WordGroup, _ among: ArticleSet?) throws(ArchiveError) -> ArticleSet {
    let found = try indexed { () throws(IndexError) in try reader.articles(with: group, among: among) }
    var articles = found.articles
    for border in found.borders where !articles.contains(border.passage.article) {
      let length = try wordCount(of: border.passage)
      if group.holds(across: border.first, border.second, length: length) {
        articles.insert(border.passage.article)
      }
    }
    return articles
  }

  /// The positions that the words of a passage take, by the rules by which it was indexed.
  private func wordCount(of passage: PassageHandle) throws(ArchiveError) -> Int {
    let article = try archive.record(at: passage.article).article
    let bytes = try indexed { () throws(IndexError) in try reader.bytes(of: [passage])[0] }
    guard bytes.upperBound <= article.text.utf8.count else { throw .damagedRecord(path: archive.path) }
    let text = String(decoding: Array(article.text.utf8)[bytes], as: UTF8.self)
    // A word takes one position whatever its stem is.
    let terms = TermGenerator().terms(of: AnalysedText(text), language: TermGenerator.noStemming)
    return terms.last?.position ?? 0
  }
}

extension IndexQuery {
  /// What is scaled, without the factor, which says nothing of what matches.
  fileprivate var unscaled: IndexQuery {
    if case .scaled(let part, _) = self { part.unscaled } else { self }
  }

  /// How much work it is to evaluate, relative to other parts of a query.
  fileprivate var effort: Int {
    switch self {
    case .all, .nothing, .term: 0
    case .published: 1
    case .phrase, .near, .prefix: 2
    case .scaled(let part, _): part.effort
    case .and(let parts), .or(let parts), .synonym(let parts): parts.map(\.effort).max() ?? 0
    case .prefer(let first, _): first.effort
    case .except(let first, let others), .filter(let first, let others):
      ([first] + others).map(\.effort).max() ?? 0
    }
  }
}
