internal import Articles
internal import Query
internal import SearchIndex
internal import TextAnalysis

/// The terms of an article that can say what it is about: its stems without stop words and numbers.
struct FeedbackTerms {
  /// How often each stem occurs, in the text and the headline.
  private(set) var frequencies: [String: Int] = [:]
  /// A word as written that each stem stands for.
  private(set) var words: [String: String] = [:]

  /// - Parameters:
  ///   - record: The article.
  ///   - generator: Stems words; given so that stems are remembered from one article to the next.
  init(_ record: ArticleRecord, _ generator: TermGenerator) {
    let stopList = StopList.list(for: record.language ?? TermGenerator.defaultLanguage) ?? .none
    for text in [record.article.title ?? "", record.article.text] {
      let analysed = AnalysedText(text)
      for term in generator.terms(of: analysed, language: record.language) {
        let token = analysed.tokens[term.tokens.lowerBound]
        guard Self.counts(term, token), !stopList.contains(token) else { continue }
        let stem = String(decoding: term.stem, as: UTF8.self)
        frequencies[stem, default: 0] += 1
        if words[stem] == nil {
          let last = analysed.tokens[term.tokens.upperBound - 1]
          let bytes = token.range.lowerBound..<last.range.upperBound
          words[stem] = String(decoding: Array(text.utf8)[bytes], as: UTF8.self)
        }
      }
    }
  }

  /// Whether a term is a word of two letters or more, or two ideographs.
  private static func counts(_ term: GeneratedTerm, _ token: Token) -> Bool {
    switch term.origin {
    case .word: token.kind == .word && term.stem.count > 1
    case .pair: true
    case .joined: false
    }
  }
}
