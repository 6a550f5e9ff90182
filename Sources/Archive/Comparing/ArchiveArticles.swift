internal import Articles
internal import Reprints
internal import SearchIndex

/// The articles of an archive as a collection to report reprints of.
struct ArchiveArticles: ArticleCollection {
  let archive: Archive
  /// The number of threads.
  let jobs: Int

  func handles() throws(ArchiveError) -> [ArticleHandle] {
    try indexed { () throws(IndexError) in try archive.reader.articles() }
  }

  func outlines(of handles: [ArticleHandle]) throws(ArchiveError) -> [SurveyedArticle] {
    let fingerprints = try archive.fingerprints(at: handles)
    return zip(try archive.outlines(at: handles), fingerprints).map { outline, values in
      SurveyedArticle(stamp: ArticleStamp(outline), fingerprints: values, sketch: outline.sketch)
    }
  }

  func articles(at handles: [ArticleHandle]) throws(ArchiveError) -> [Article] {
    try archive.articles(at: handles)
  }

  func map<Part: Sendable, Result: Sendable>(
    _ parts: [Part], _ transform: @Sendable (Part) throws(ArchiveError) -> Result
  ) throws(ArchiveError) -> [Result] {
    try inParallel(parts, jobs: jobs, transform)
  }
}

extension ArticleStamp {
  /// What an outline says of an article.
  init(_ outline: ArticleOutline) {
    self.init(outline.id, outlet: outline.outlet, published: outline.published)
  }

  /// What a summary says of an article.
  init(_ summary: ArticleSummary) {
    self.init(summary.id, outlet: summary.outlet, published: summary.published)
  }
}
