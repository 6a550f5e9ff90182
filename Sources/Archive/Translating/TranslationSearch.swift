internal import Articles
internal import Ranking
internal import Reprints
internal import SearchIndex
internal import TextAnalysis
internal import Translations

/// Looks for the articles in another language that some articles translate, each candidate taken apart once.
struct TranslationSearch {
  /// The articles that are looked up one after the other, so that what was taken apart serves several.
  static let batch = 64
  /// The articles that are ranked for each one, before their days and language are asked.
  private static let maxRanked = 60

  /// An article that may be the other half of a pair.
  struct Candidate {
    var article: Article
    var summary: ArticleSummary
    var text: TranslatableText
  }

  /// An article that translates a text, or that it translates.
  struct Match {
    var article: Candidate
    /// What the two have in common; the text is "a".
    var report: TranslationReport
  }

  private let archive: Archive
  /// The articles that may be found.
  private let others: Set<ArticleHandle>
  private let options: TranslationOptions
  private var known: [ArticleHandle: Candidate] = [:]
  private let finder = TranslationFinder()

  /// - Parameter others: The articles that may be found; others are not looked at.
  init(archive: Archive, among others: Set<ArticleHandle>, options: TranslationOptions) {
    self.archive = archive
    self.others = others
    self.options = options
  }

  /// The pairs of an article in another language than English.
  mutating func pairs(of handle: ArticleHandle, language: String) throws(ArchiveError) -> [TranslatedPair] {
    let record = try archive.record(at: handle)
    guard let text = TranslatableText(AnalysedText(record.article.text), language: language) else {
      return []
    }
    let own = Candidate(article: record.article, summary: ArticleSummary(record), text: text)
    let words = TranslationQuery(text).words
    return try translations(of: text, words, day: own.summary.published?.epochDay).map { match in
      TranslatedPair(foreign: own, english: match.article, found: match.report)
    }
  }

  /// The articles that translate a text, or that it translates.
  ///
  /// - Parameters:
  ///   - words: The words by which they are looked up.
  ///   - day: The day of the text, as the number of days since 1970; nil for any.
  mutating func translations(
    of text: TranslatableText, _ words: [TranslationQuery.Word], day: Int?
  ) throws(ArchiveError) -> [Match] {
    var found: [Match] = []
    for handle in try candidates(words, day: day) {
      guard let other = try takenApart(handle), let report = finder.report(text, other.text),
        report.isTranslation
      else { continue }
      found.append(Match(article: other, report: report))
    }
    return found
  }

  /// The articles of the same days that have most of some words, the best first.
  private func candidates(_ words: [TranslationQuery.Word], day: Int?) throws(ArchiveError) -> [ArticleHandle]
  {
    guard !words.isEmpty else { return [] }
    var ranking = WordRanking(
      words.map { WeighedWord(stems: $0.stems, weight: $0.weight) }, limit: Self.maxRanked)
    let collection = try archive.collection()
    ranking.averageArticleLength = collection.averageArticleLength
    ranking.averagePassageLength = collection.averagePassageLength
    let ranked = try indexed { () throws(IndexError) in try archive.reader.ranked(ranking) }
    let articles = ranked.articles.map(\.extent.article).filter(others.contains)
    let dates = try indexed { () throws(IndexError) in try archive.reader.publicationDates(of: articles) }
    return zip(articles, dates).filter { _, date in
      guard let day, let other = date?.epochDay else { return true }
      return abs(day - other) <= options.maxDays
    }.prefix(options.maxCandidates).map(\.0)
  }

  private mutating func takenApart(_ handle: ArticleHandle) throws(ArchiveError) -> Candidate? {
    if let known = known[handle] { return known }
    let record = try archive.record(at: handle)
    guard let language = record.language,
      let text = TranslatableText(AnalysedText(record.article.text), language: language)
    else { return nil }
    known[handle] = Candidate(article: record.article, summary: ArticleSummary(record), text: text)
    return known[handle]
  }
}
