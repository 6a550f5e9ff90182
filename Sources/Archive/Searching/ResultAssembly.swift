internal import Articles
internal import Entities
internal import Ranking
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// Puts a page of results together from candidates in order, and folds those that repeat an earlier one into it.
struct ResultAssembly {
  /// The share of a passage from which on two results are one text.
  private static let sameText = 0.5
  /// The share of its fingerprints from which on a candidate is an earlier result's text, once the search has compared
  /// as much as it may: versions of one text that were edited share fewer fingerprints than words.
  private static let sameTextByFingerprints = 0.25

  private let archive: Archive
  private let query: PreparedQuery
  private let options: SearchOptions
  /// By language.
  private var terms: [String: ExtractTerms] = [:]
  private var finder: RepeatFinder
  private var seen = SeenTexts()
  /// What the query asks of an article; nil where each passage must have it all.
  private let conditions: QueryConditions?
  private let extracts = ExtractMaker()
  private var results: [SearchResult] = []
  /// Which result an article is, or is told of in.
  private var resultOfArticle: [ArticleHandle: Int] = [:]

  init(archive: Archive, query: PreparedQuery, options: SearchOptions) throws(ArchiveError) {
    self.archive = archive
    finder = RepeatFinder(archive: archive)
    self.query = query
    self.options = options
    let areOfArticles = !options.matchesPassages && options.grouping != .none
    conditions = areOfArticles ? try QueryConditions(archive: archive, query: query) : nil
  }

  /// What extracts of articles in a language look for.
  private mutating func terms(for language: String?) -> ExtractTerms {
    let language = language ?? TermGenerator.defaultLanguage
    if let known = terms[language] { return known }
    let stemmer = archive.wordStems(language: language)
    let rarity = Dictionary(
      zip(query.terms.terms.map { stemmer.key(of: $0.token) }, query.weights.weights),
      uniquingKeysWith: max)
    let made = ExtractTerms(
      query.shown, weight: { rarity[$0] ?? 1 },
      key: { word, hash in stemmer.key(of: word, hash: hash) })
    terms[language] = made
    return made
  }

  /// The number of results so far, those before the page included.
  var count: Int { results.count }

  /// The results of the page.
  var page: [SearchResult] { Array(results.dropFirst(options.offset).prefix(options.limit)) }

  /// Puts the results into an order in which those of an outlet go down for each that stands above them.
  mutating func spreadOutlets() {
    let order = OutletDiversity().indices(
      scores: results.map { max(0, $0.score) }, outlets: results.map(\.article.outlet))
    results = order.enumerated().map { place, index in
      var result = results[index]
      result.rank = place + 1
      return result
    }
  }

  /// Takes in the next candidate.
  ///
  /// - Parameter isOrigin: Whether it stands for one that credits it for its text.
  mutating func add(
    _ candidate: CandidateRanking.Candidate, isOrigin: Bool = false, watch: inout StopWatch
  ) throws(ArchiveError) {
    // What an earlier result tells of, and what has most of its fingerprints, is folded without being read.
    var related: [SeenTexts.Match] = []
    if options.grouping == .text, !isOrigin {
      if resultOfArticle[candidate.article] != nil { return }
      related = try seen.matches(with: candidate.passage, in: archive)
      let share = finder.isSpent ? Self.sameTextByFingerprints : Self.sameText
      if let earlier = related.first(where: { $0.share >= share }) {
        resultOfArticle[candidate.article] = earlier.result
        return watch.lap(\.repeats)
      }
      watch.lap(\.repeats)
    }
    let record = try archive.record(at: candidate.article)
    let met =
      isOrigin
      ? nil
      : try conditions?.met(
        by: candidate.article, shown: candidate.ordinal, scores: candidate.passageScores)
    let passage = try bytes(of: met?.ordinal ?? candidate.ordinal, candidate.article)
    guard passage.upperBound <= record.article.text.utf8.count else {
      throw .damagedRecord(path: archive.path)
    }
    watch.lap(\.extracts)
    let article = PreparedArticle(record.article)
    let known = resultOfArticle
    let (repeats, notListed) = try finder.repeats(
      of: passage, in: article, at: candidate.article, related: related
    ) { Self.earlierResult(having: $0, known) != nil }
    watch.lap(\.repeats)
    if options.grouping == .text, !isOrigin, let earlier = Self.earlierResult(having: repeats, known) {
      resultOfArticle[candidate.article] = earlier
      return
    }
    if options.grouping == .text, options.order == .relevance, !isOrigin,
      let origin = try CreditedOrigin(archive: archive).candidate(
        creditedBy: article, among: repeats, share: Self.sameText)
    {
      resultOfArticle[candidate.article] = results.count
      return try add(
        .init(article: origin.article, ordinal: origin.ordinal, score: candidate.score), isOrigin: true,
        watch: &watch)
    }
    let number = results.count
    results.append(
      SearchResult(
        rank: number + 1, score: candidate.score, article: ArticleSummary(record),
        passage: passage, extract: extract(of: passage, in: record),
        entities: entities(of: record, in: passage), repeats: repeats.map(\.repeated),
        repeatsNotListed: notListed, isOrigin: isOrigin))
    results[number].elsewhere = try (met?.elsewhere ?? []).map { other throws(ArchiveError) in
      ConditionElsewhere(
        condition: other.text, passage: try bytes(of: other.ordinal, candidate.article))
    }
    watch.lap(\.extracts)
    if options.grouping == .text {
      try seen.add(candidate.article, result: number, in: archive)
      resultOfArticle[candidate.article] = number
      for found in repeats where found.repeated.share >= Self.sameText && resultOfArticle[found.handle] == nil
      {
        resultOfArticle[found.handle] = number
      }
    }
    watch.lap(\.repeats)
  }

  /// The bytes of an article's passage.
  private func bytes(of ordinal: Int, _ article: ArticleHandle) throws(ArchiveError) -> Range<Int> {
    let passage = PassageHandle(article: article, ordinal: ordinal)
    return try indexed { () throws(IndexError) in try archive.reader.bytes(of: [passage])[0] }
  }

  /// The earliest result that tells of an article with the same passage.
  private static func earlierResult(
    having repeats: [RepeatFinder.Found], _ resultOfArticle: [ArticleHandle: Int]
  ) -> Int? {
    repeats.filter { $0.repeated.share >= sameText }.compactMap { resultOfArticle[$0.handle] }.min()
  }

  private mutating func extract(of passage: Range<Int>, in record: ArticleRecord) -> PassageExtract {
    let text = record.article.text
    let extract = extracts.extract(of: text, passage: passage, terms: terms(for: record.language))
    return PassageExtract(pieces: extract.pieces(in: text), marks: extract.marks)
  }

  /// The entities that a passage names, then those that the record brings and the passage does not name.
  private func entities(of record: ArticleRecord, in bytes: Range<Int>) -> [NamedEntity] {
    let given = record.article.entities.compactMap { entity in
      EntityKey(name: entity.name, entityClass: entity.entityClass).map {
        NamedEntity(entityClass: entity.entityClass, name: entity.name, key: $0.text, isGiven: true)
      }
    }
    let keys = Set(given.map { EntityTag($0.entityClass, key: $0.key) })
    let named = record.mentions.filter { bytes.contains($0.bytes.lowerBound) }.map {
      NamedEntity(
        entityClass: $0.entityClass, name: $0.name, key: $0.key,
        isGiven: keys.contains(EntityTag($0.entityClass, key: $0.key)))
    }
    let others = given.filter { given in
      !named.contains { $0.entityClass == given.entityClass && $0.key == given.key }
    }
    var seen: Set<NamedEntity> = []
    return (named + others).filter { seen.insert($0).inserted }
  }
}
