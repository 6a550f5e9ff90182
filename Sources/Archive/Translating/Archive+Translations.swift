internal import SearchIndex
internal import Translations

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
    let languages = try foreignLanguages()
    guard !languages.isEmpty else { return [] }
    var foreign: [(handle: ArticleHandle, language: String)] = []
    for language in languages {
      foreign += try articles(in: language).map { ($0, language) }
    }
    let english = Set(try articles(in: "en"))
    guard !english.isEmpty else { return [] }
    let batches = stride(from: 0, to: foreign.count, by: TranslationSearch.batch).map {
      Array(foreign[$0..<min($0 + TranslationSearch.batch, foreign.count)])
    }
    let found = try inParallel(batches, jobs: options.jobs) { batch throws(ArchiveError) in
      var search = TranslationSearch(archive: self, among: english, options: options)
      var pairs: [TranslatedPair] = []
      for each in batch { pairs += try search.pairs(of: each.handle, language: each.language) }
      return pairs
    }
    return found.joined().sorted { left, right in
      (left.foreign.id, left.english.id) < (right.foreign.id, right.english.id)
    }
  }

  /// The languages with a dictionary that the archive has articles in.
  func foreignLanguages() throws(ArchiveError) -> [String] {
    let known = Set(try stemmingLanguages())
    return BilingualDictionary.languages.filter(known.contains)
  }

  func articles(in language: String) throws(ArchiveError) -> [ArticleHandle] {
    try indexed { () throws(IndexError) in
      try reader.matching(.term(.language(language))).map(\.article)
    }
  }
}
