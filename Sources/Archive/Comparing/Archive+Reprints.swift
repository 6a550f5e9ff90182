internal import Articles
public import Reprints

/// What a report on reprints covers.
public struct ReprintOptions: Sendable {
  /// The relations that pairs are reported of.
  public var relations: Set<Relation>
  /// Whether articles in different languages are compared too (``Archive/translations(options:)``).
  public var includesTranslations = true
  /// The number of threads.
  public var jobs: Int

  /// Makes options; without any, every relation but `none` is reported.
  public init(relations: Set<Relation> = Set(Relation.allCases).subtracting([.none]), jobs: Int = 2) {
    self.relations = relations
    self.jobs = jobs
  }
}

extension Archive {
  /// All pairs of articles that have text in common, and the families that they make.
  ///
  /// The report depends on the articles alone, not on the order in which they came in or on how they lie in the
  /// index. Which pairs are compared is said in `PairPlanner` and `RewritePlanner`.
  public func reprints(options: ReprintOptions = ReprintOptions()) throws(ArchiveError) -> ReprintReport {
    let findings = try ReprintFinder(ArchiveArticles(archive: self, jobs: options.jobs)).findings()
    let translations = try includedTranslations(options)
    var pairs = findings.pairs.filter { options.relations.contains($0.report.relation) }.map { pair in
      ArticlePair(a: ArticleSummary(pair.records.a), b: ArticleSummary(pair.records.b), report: pair.report)
    }
    if options.relations.contains(.translation) { pairs += translations }
    let families = findings.families.compactMap { ArticleFamily($0, articles: findings.records) }
    return ReprintReport(
      pairs: Self.ordered(pairs), families: TranslatedFamilies(families).joined(by: translations),
      standingFingerprints: findings.standingFingerprints)
  }
}

extension Archive {
  private func includedTranslations(_ options: ReprintOptions) throws(ArchiveError) -> [ArticlePair] {
    guard options.includesTranslations else { return [] }
    var search = TranslationOptions()
    search.jobs = options.jobs
    return try translations(options: search).map(\.pair)
  }

  /// Pairs by what they tell: those of different outlets first, then by relation, then the most words in common, then by id.
  private static func ordered(_ pairs: [ArticlePair]) -> [ArticlePair] {
    pairs.map { pair in
      (pair, key: (pair.report.isWithinOutlet ? 1 : 0, pair.report.relation.rank, -pair.weight))
    }.sorted { one, other in
      one.key != other.key ? one.key < other.key : (one.0.a.id, one.0.b.id) < (other.0.a.id, other.0.b.id)
    }.map(\.0)
  }
}

extension ArticleFamily {
  /// A family of numbered articles, told in ids; nil where one of them is not known.
  fileprivate init?(_ family: Family, articles all: [Int: Article]) {
    func id(_ number: Int) -> String { all[number]?.id ?? "" }
    articles = family.articles.compactMap { all[$0].map(ArticleSummary.init) }
    guard articles.count == family.articles.count else { return nil }
    origin = Origin(
      article: family.origin.article.map(id), source: family.origin.source, basis: family.origin.basis,
      confidence: family.origin.confidence, isCredited: family.origin.isCredited)
    tree = family.tree.map { branch in
      Branch(
        article: id(branch.article), parent: branch.parent.map(id), share: branch.share, kept: branch.kept)
    }
    outlets = family.outlets
    texts = family.independentTexts
  }
}
