internal import Articles
internal import Reprints
public import Translations

/// Two articles in different languages of which one is the translation of the other, or of a part of it.
public struct TranslatedPair: Sendable {
  /// The article in another language than English.
  public var foreign: ArticleSummary
  /// The article in English.
  public var english: ArticleSummary
  /// What they have in common; the foreign article is "a".
  public var report: TranslationReport
  /// The two as every relation is told; "a" is the one whose id comes first in byte order.
  public var pair: ArticlePair
  /// The id of the one that was published on an earlier day; nil where the days are the same or not known.
  ///
  /// It does not prove which is the original: an agency may have had both from elsewhere.
  public var publishedFirst: String?

  /// - Parameter found: What the two have in common, the foreign article being "a".
  init(foreign: TranslationSearch.Candidate, english: TranslationSearch.Candidate, found: TranslationReport) {
    (self.foreign, self.english) = (foreign.summary, english.summary)
    report = found
    let isForeignFirst = foreign.summary.id.utf8.lexicographicallyPrecedes(english.summary.id.utf8)
    let (a, b) = isForeignFirst ? (foreign, english) : (english, foreign)
    let told = TranslatedReport(
      PreparedArticle(a.article).comparable(boilerplate: []),
      PreparedArticle(b.article).comparable(boilerplate: []),
      languages: (a.text.language, b.text.language), found: isForeignFirst ? found : found.turned)
    pair = ArticlePair(a: a.summary, b: b.summary, report: told.report)
    let (foreign, english) = (foreign.summary, english.summary)
    let days = (foreign.published?.epochDay, english.published?.epochDay)
    if let own = days.0, let other = days.1, own != other {
      publishedFirst = own < other ? foreign.id : english.id
    }
  }
}

/// How translations are looked for.
public struct TranslationOptions: Sendable {
  /// The most days between two articles that are compared; articles without a day are compared with all.
  public var maxDays = 14
  /// The English articles that are compared with each article in another language, those with most of its words first.
  public var maxCandidates = 8
  /// The number of threads.
  public var jobs = 2

  /// Makes options as they suit news.
  public init() {}
}
