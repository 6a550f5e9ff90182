internal import Articles
internal import Reprints
internal import SearchIndex
internal import TextAnalysis
internal import Translations

extension Archive {
  /// The articles in other languages that a text from outside translates, or that translate it.
  ///
  /// A text in a language with a dictionary is sought among the English articles, an English one among those in such
  /// languages. Its language is detected; where that cannot be told, none are found.
  func translations(of draft: PreparedArticle, _ comparable: ComparableText) throws(ArchiveError)
    -> [TextMatch]
  {
    let foreign = try foreignLanguages()
    guard !foreign.isEmpty, let language = LanguageDetector().language(of: draft.article.text),
      let text = TranslatableText(draft.text, language: language)
    else { return [] }
    var found: [TranslationSearch.Match] = []
    if text.language == "en" {
      for other in foreign {
        let words = try foreignWords(of: other).query(text).words
        var search = TranslationSearch(
          archive: self, among: Set(try articles(in: other)), options: TranslationOptions())
        found += try search.translations(of: text, words, day: nil)
      }
    } else if foreign.contains(text.language) {
      var search = TranslationSearch(
        archive: self, among: Set(try articles(in: "en")), options: TranslationOptions())
      found = try search.translations(of: text, TranslationQuery(text).words, day: nil)
    }
    return found.map { match in
      let other = match.article
      let report = TranslatedReport(
        comparable, PreparedArticle(other.article).comparable(boilerplate: []),
        languages: (text.language, other.text.language), found: match.report
      ).report
      return TextMatch(
        article: other.summary, share: report.containmentA, report: report, evidence: .translation)
    }
  }

  /// The words of the archive that a dictionary of a language knows, turned round.
  private func foreignWords(of language: String) throws(ArchiveError) -> ForeignWords {
    if let known = knownForeignWords(of: language) { return known }
    var words = ForeignWords(language: language)
    try indexed { () throws(IndexError) in try reader.forEachStem { words.insert($0) } }
    keepForeignWords(words, of: language)
    return words
  }
}
