internal import Articles
public import Translations

/// Two articles in different languages of which one is the translation of the other, or of a part of it.
public struct TranslatedPair: Sendable {
  /// The article in another language than English.
  public var foreign: ArticleSummary
  /// The article in English.
  public var english: ArticleSummary
  /// What they have in common; the foreign article is "a".
  public var report: TranslationReport
  /// The id of the one that was published on an earlier day; nil where the days are the same or not known.
  ///
  /// It does not prove which is the original: an agency may have had both from elsewhere.
  public var publishedFirst: String?

  init(foreign: ArticleSummary, english: ArticleSummary, report: TranslationReport) {
    self.foreign = foreign
    self.english = english
    self.report = report
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
