internal import Articles
internal import Ranking
internal import SearchIndex
internal import TextAnalysis
public import Translations

extension Archive {
  /// The pairs of an English article and one in another language that translate each other.
  ///
  /// Of each article in a language with a dictionary the most telling words are looked up in translation, the best English
  /// articles of the same days are aligned with it sentence by sentence, and those that go through without gaps are pairs.
  ///
  /// - Returns: By the foreign article's id, then by the English one's.
  public func translations(
    options: TranslationOptions = TranslationOptions()
  ) throws(ArchiveError) -> [TranslatedPair] {
    var foreign: [(handle: ArticleHandle, language: String)] = []
    for language in BilingualDictionary.languages {
      foreign += try articles(in: language).map { ($0, language) }
    }
    let english = Set(try articles(in: "en"))
    guard !english.isEmpty else { return [] }
    let batches = stride(from: 0, to: foreign.count, by: TranslationSearch.batch).map {
      Array(foreign[$0..<min($0 + TranslationSearch.batch, foreign.count)])
    }
    let found = try inParallel(batches, jobs: options.jobs) { batch throws(ArchiveError) in
      var search = TranslationSearch(archive: self, english: english, options: options)
      var pairs: [TranslatedPair] = []
      for each in batch { pairs += try search.pairs(of: each.handle, language: each.language) }
      return pairs
    }
    return found.joined().sorted { left, right in
      (left.foreign.id, left.english.id) < (right.foreign.id, right.english.id)
    }
  }

  /// What two articles of the archive have in common sentence by sentence, where they are in different languages.
  ///
  /// - Returns: Nil where they are in one language, or in languages without a dictionary.
  /// - Throws: ``ArchiveError/unknownArticle(id:)`` for an id that the archive does not have.
  public func translation(_ a: String, with b: String) throws(ArchiveError) -> TranslationReport? {
    let texts = try [a, b].map { id throws(ArchiveError) in
      let record = try record(ofArticle: id)
      return record.language.flatMap { TranslatableText(AnalysedText(record.article.text), language: $0) }
    }
    guard let first = texts[0], let second = texts[1] else { return nil }
    return TranslationFinder().report(first, second)
  }

  private func articles(in language: String) throws(ArchiveError) -> [ArticleHandle] {
    try indexed { () throws(IndexError) in
      try reader.matching(.term(.language(language))).map(\.article)
    }
  }
}

/// Looks for the English articles that some articles translate, each English one taken apart once.
private struct TranslationSearch {
  /// The foreign articles that are looked up one after the other, so that what was taken apart serves several.
  static let batch = 64
  /// The English articles that are ranked for each foreign one, before their days and language are asked.
  private static let maxRanked = 60

  let archive: Archive
  let english: Set<ArticleHandle>
  let options: TranslationOptions
  private var known: [ArticleHandle: (summary: ArticleSummary, text: TranslatableText)] = [:]
  private let finder = TranslationFinder()

  init(archive: Archive, english: Set<ArticleHandle>, options: TranslationOptions) {
    self.archive = archive
    self.english = english
    self.options = options
  }

  mutating func pairs(of handle: ArticleHandle, language: String) throws(ArchiveError) -> [TranslatedPair] {
    let record = try archive.record(at: handle)
    guard let text = TranslatableText(AnalysedText(record.article.text), language: language) else {
      return []
    }
    let summary = ArticleSummary(record)
    var pairs: [TranslatedPair] = []
    for candidate in try candidates(for: text, day: summary.published?.epochDay) {
      guard let other = try takenApart(candidate), let report = finder.report(text, other.text),
        report.isTranslation
      else { continue }
      pairs.append(TranslatedPair(foreign: summary, english: other.summary, report: report))
    }
    return pairs
  }

  /// The English articles of the same days that have most of a text's words in translation, the best first.
  private func candidates(for text: TranslatableText, day: Int?) throws(ArchiveError) -> [ArticleHandle] {
    let words = TranslationQuery(text).words.map { WeighedWord(stems: $0.stems, weight: $0.weight) }
    guard !words.isEmpty else { return [] }
    var ranking = WordRanking(words, limit: Self.maxRanked)
    let collection = try archive.collection()
    ranking.averageArticleLength = collection.averageArticleLength
    ranking.averagePassageLength = collection.averagePassageLength
    let ranked = try indexed { () throws(IndexError) in try archive.reader.ranked(ranking) }
    let articles = ranked.articles.map(\.extent.article).filter(english.contains)
    let dates = try indexed { () throws(IndexError) in try archive.reader.publicationDates(of: articles) }
    return zip(articles, dates).filter { _, date in
      guard let day, let other = date?.epochDay else { return true }
      return abs(day - other) <= options.maxDays
    }.prefix(options.maxCandidates).map(\.0)
  }

  private mutating func takenApart(
    _ handle: ArticleHandle
  ) throws(ArchiveError) -> (summary: ArticleSummary, text: TranslatableText)? {
    if let known = known[handle] { return known }
    let record = try archive.record(at: handle)
    guard let text = TranslatableText(AnalysedText(record.article.text), language: "en") else { return nil }
    known[handle] = (ArticleSummary(record), text)
    return known[handle]
  }
}
