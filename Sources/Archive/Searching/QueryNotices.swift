internal import Articles
internal import Query
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// What a reader should know about a query and its archive: which of its words no article has, and what may have
/// been meant.
struct QueryNotices {
  /// The stems that a misspelt word is compared with.
  private static let mostStems = 20_000

  let archive: Archive
  let query: PreparedQuery

  /// One sentence each, in the order of the query.
  func all() throws(ArchiveError) -> [String] {
    var notices: [String] = []
    for (index, term) in query.terms.terms.enumerated() {
      let passages = query.statistics[index].occurrences
      let meant = try suggestion(for: String(decoding: query.stems[index][0], as: UTF8.self), passages)
      let word = term.token.lowercased
      if passages == 0 {
        notices.append(
          "no article has the word \"\(word)\"" + (meant.map { "; did you mean \"\($0)\"?" } ?? ""))
      } else if let meant {
        notices.append("hardly any article has the word \"\(word)\"; did you mean \"\(meant)\"?")
      }
    }
    return notices
  }

  /// A frequent word of the archive that is spelt nearly like a rare one; nil where none is likely enough.
  private func suggestion(for stem: String, _ frequency: Int) throws(ArchiveError) -> String? {
    let suggester = SpellingSuggester()
    guard suggester.isSuspect(stem, frequency: frequency) else { return nil }
    let stems = try indexed { () throws(IndexError) in
      try archive.reader.words(beginningWith: String(stem.prefix(1)), limit: Self.mostStems)
    }
    let candidates = stems.map { SpellingSuggester.Candidate(word: $0.name, frequency: $0.passages) }
    guard let meant = suggester.suggestion(for: stem, frequency: frequency, among: candidates) else {
      return nil
    }
    return try writtenForm(of: meant)
  }

  /// A word of the archive, as it is written, that has a stem.
  private func writtenForm(of stem: String) throws(ArchiveError) -> String? {
    let request = SearchRequest(.term(.word(Array(stem.utf8))), limit: 1)
    let page = try indexed { () throws(IndexError) in try archive.reader.search(request) }
    guard let hit = page.hits.first else { return nil }
    let text = AnalysedText(try archive.record(at: hit.article).article.text)
    let generator = TermGenerator()
    let found = generator.terms(of: text).first { $0.origin == .word && $0.stem == Array(stem.utf8) }
    return found.map { String(decoding: text.lowercased(text.tokens[$0.tokens.lowerBound]), as: UTF8.self) }
  }
}
