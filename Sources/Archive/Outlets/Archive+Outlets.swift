internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

extension Archive {
  private static let articlesCountedAtOnce = 256

  /// Counts who takes text from whom.
  ///
  /// The answer depends on the articles alone: not on the number of threads, nor on how the index was made.
  ///
  /// - Throws: ``ArchiveError/query(_:)`` where the query of the options cannot be read.
  public func outlets(options: OutletOptions = OutletOptions()) throws(ArchiveError) -> OutletReport {
    let handles = try handles(answering: options.query)
    let looked = try counted(handles, jobs: options.jobs)
    var covered = ReprintOptions(relations: [.reprint, .partial], jobs: options.jobs)
    covered.includesTranslations = false
    let report = try reprints(options: covered)
    let finder = TakingFinder(report, relations: options.relations)
    var tally = OutletTally(names: try outletNames(), looked: looked, isByMonth: options.isByMonth)
    let ids = options.query == nil ? nil : Set(looked.map { ByteKey($0.id) })
    var takings = finder.takings.filter { ids?.contains(ByteKey($0.taker.id)) ?? true }
    var undated = 0
    if let hours = options.withinHours {
      undated = takings.count { $0.delay == nil }
      takings = takings.filter { taking in
        taking.delay.map { Double(abs($0.seconds)) <= hours * 3600 } ?? false
      }
    }
    tally.add(takings)
    return OutletReport(
      rules: ReprintRules.version, articles: looked.count, withoutOutlet: looked.count { $0.outlet == nil },
      undirectedPairs: finder.undirectedPairs, undated: undated, reciprocity: tally.reciprocity,
      outlets: tally.outlets, flows: tally.flows)
  }

  /// The articles with the number of their words, in the order of their ids.
  private func counted(_ handles: [ArticleHandle], jobs: Int) throws(ArchiveError) -> [OutletTally.Looked] {
    let batches = stride(from: 0, to: handles.count, by: Self.articlesCountedAtOnce).map {
      Array(handles[$0..<min($0 + Self.articlesCountedAtOnce, handles.count)])
    }
    return try inParallel(batches, jobs: jobs) { batch throws(ArchiveError) in
      try articles(at: batch).map { article in
        OutletTally.Looked(
          id: article.id, outlet: article.outlet, published: article.published,
          words: WordList(AnalysedText(article.text)).count)
      }
    }.flatMap { $0 }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The outlet of each article that names one, in the order of the articles' ids.
  private func outletNames() throws(ArchiveError) -> [String] {
    let handles = try indexed { () throws(IndexError) in try reader.articles() }
    return try outlines(at: handles)
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.compactMap(\.outlet)
  }
}
