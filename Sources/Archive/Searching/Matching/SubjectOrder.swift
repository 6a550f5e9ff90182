internal import Query
internal import Ranking
internal import SearchIndex

/// Orders the articles of a query of names alone: those that are about whom they name come first.
///
/// An article counts by how many of its passages have the name, as BM25 counts the occurrences of a word, and as much
/// again for a headline that has it; those alike are ordered by date.
struct SubjectOrder {
  /// A name that the query asks for.
  struct Subject {
    /// Finds passages that name it.
    let passages: IndexQuery
    /// Finds articles with it in the headline.
    let headlines: IndexQuery
  }

  private let archive: Archive
  private let query: PreparedQuery
  private let subjects: [Subject]

  /// Nil for a query that asks for no name.
  init?(archive: Archive, query: PreparedQuery) throws(ArchiveError) {
    self.archive = archive
    self.query = query
    subjects = try query.subjects()
    guard !subjects.isEmpty else { return nil }
  }

  /// The score of each of some articles.
  func scores(of articles: ArticleSet) throws(ArchiveError) -> [ArticleHandle: Double] {
    var scores: [ArticleHandle: Double] = [:]
    let parameters = query.parameters
    let usual = try archive.meanPassages()
    let extents = try indexed { () throws(IndexError) in try archive.reader.passages(of: articles) }
    let lengths = Dictionary(
      extents.map { ($0.article, Double($0.passages.count)) }, uniquingKeysWith: { first, _ in first })
    for subject in subjects {
      let headlines = try ArticleMatcher(archive: archive).answers(subject.headlines, among: articles)
      let naming = try indexed { () throws(IndexError) in try archive.reader.matching(subject.passages) }
      for match in naming {
        guard let length = lengths[match.article] else { continue }
        let count = Double(match.passages.count)
        let norm = 1 - parameters.lengthShare + parameters.lengthShare * length / usual
        scores[match.article, default: 0] +=
          count / (count + parameters.saturation * norm) + (headlines.contains(match.article) ? 1 : 0)
      }
    }
    return scores
  }
}

extension PreparedQuery {
  /// The names that every article must have.
  func subjects() throws(ArchiveError) -> [SubjectOrder.Subject] {
    try namesAskedFor.map { node, words throws(ArchiveError) in
      .init(passages: try compiled(node), headlines: .and(try words.map(compiled)))
    }
  }

  private var namesAskedFor: [(node: QueryNode, words: [QueryNode])] {
    query.root.conditions.compactMap { node in
      guard case .field(let field, let value) = node.form, field.isEntity else { return nil }
      // Headlines have family names alone.
      let written = field == .person ? value.split(separator: " ").last.map(String.init) ?? value : value
      guard let words = try? QueryParser.parse(plainText: written) else { return nil }
      return (node, words.leaves.map { QueryNode(.title($0), range: node.range) })
    }
  }
}
