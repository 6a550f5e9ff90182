internal import Lexicons
public import TextAnalysis

/// Words that a query is ranked without, because nearly every article has them.
///
/// The lists hold words that only bind others: articles, pronouns, prepositions, conjunctions, forms of "to
/// be" and "to have", and question words. They leave out those that are also names or matters of news:
/// "us" (U.S.), "may" (a month, a prime minister), "mine", "second".
public struct StopList: Sendable {
  private let hashes: Set<UInt64>

  /// Makes a list from words in lower case.
  private init(_ words: [String]) {
    hashes = Set(
      words.map { word in
        TokenHash.hash(AccentFolding.folded(word.utf8).filter { $0 != UInt8(ascii: "'") })
      })
  }

  /// Whether a word is on the list; initials such as `e.g.` are looked up without their dots.
  public func contains(_ word: QueryWord) -> Bool {
    switch word.form {
    case .single: contains(word.tokens[0])
    case .joined: word.tokens.allSatisfy { $0.lowercased.utf8.count == 1 } && contains(word.tokens)
    case .hyphenated, .ideographs: false
    }
  }

  private func contains(_ initials: [QueryToken]) -> Bool {
    hashes.contains(TokenHash.hash(initials.flatMap { Array($0.lowercased.utf8) }))
  }

  /// Whether a token is on the list, by its normal form.
  public func contains(_ token: QueryToken) -> Bool { hashes.contains(token.hash) }

  /// Whether a token of a text is on the list, by its normal form.
  public func contains(_ token: Token) -> Bool { hashes.contains(token.hash) }

  /// A list without words.
  public static let none = StopList([])

  /// The list of a language, by its two-letter code; nil where there is none.
  public static func list(for language: String) -> StopList? { byLanguage[language] }

  /// The list that fits a query: that of its language filter, else of the language whose words it holds most.
  ///
  /// It is English unless the list of another language holds at least two of the words and more than the
  /// English list, one of them at least a word that is not also an English one, as German "die" and "war" are.
  public static func list(for query: Query) -> StopList {
    if let language = query.language, let list = byLanguage[language] { return list }
    let tokens = query.leaves.flatMap(\.tokens).filter { $0.lowercased.utf8.count > 1 }
    func count(_ list: StopList) -> Int { tokens.count { list.contains($0) } }
    var best = (list: english, count: max(1, count(english)))
    for language in byLanguage.keys.sorted() {
      guard let list = byLanguage[language] else { continue }
      let count = count(list)
      let isSure = tokens.contains { list.contains($0) && !alsoEnglish.contains($0) }
      if count > best.count, isSure { best = (list, count) }
    }
    return best.list
  }

  /// The English list.
  public static let english = byLanguage["en"] ?? .none

  private static let alsoEnglish = StopList(Lexicon.entries(.sharedStopWords))

  private static let byLanguage: [String: StopList] = Dictionary(
    uniqueKeysWithValues: Lexicon.all(.stopWords).map { ($0.language, StopList($0.entries)) })
}

extension Query {
  /// The language that the query's filter asks for, if it asks for just one.
  var language: String? {
    let languages = leaves.compactMap { leaf in
      if case .field(.language, let value) = leaf.form { value } else { nil }
    }
    return languages.count == 1 ? languages[0] : nil
  }

  /// The query without the stop words among its alternatives.
  ///
  /// Words that stand alone, in phrases, or beside AND, NEAR or `-` stay. So do alternatives that are all stop
  /// words, and words in capitals where the rest is not: `WHO`, `IT`.
  public func withoutStopWords(_ list: StopList) -> Query {
    let capitalsCount = !text.unicodeScalars.contains { $0.properties.isLowercase }
    return Query(
      text: text,
      root: root.withoutStopWords { word in
        list.contains(word) && (capitalsCount || !word.tokens[0].isAllCapitals)
      })
  }
}

extension QueryNode {
  /// The tokens of a word, phrase, prefix or headline; none for other parts.
  package var tokens: [QueryToken] {
    switch form {
    case .word(let word): word.tokens
    case .phrase(let phrase): phrase.tokens
    case .prefix(let prefix): [prefix.token]
    case .near(let words, _): words.flatMap(\.tokens)
    case .title(let node): node.tokens
    case .everything, .any, .all, .restricted, .field, .published: []
    }
  }

  fileprivate func withoutStopWords(_ isStopWord: (QueryWord) -> Bool) -> QueryNode {
    switch form {
    case .any(let parts):
      let kept = parts.filter { part in
        guard case .word(let word) = part.form else { return true }
        return !isStopWord(word)
      }
      let inner = (kept.isEmpty ? parts : kept).map { $0.withoutStopWords(isStopWord) }
      return inner.count == 1 ? inner[0] : QueryNode(.any(inner), range: range)
    case .all(let parts):
      return QueryNode(.all(parts.map { $0.withoutStopWords(isStopWord) }), range: range)
    case .restricted(let base, let filters, let exclusions):
      let base = base.withoutStopWords(isStopWord)
      return QueryNode(.restricted(base, filters: filters, exclusions: exclusions), range: range)
    case .everything, .word, .phrase, .prefix, .near, .title, .field, .published: return self
    }
  }
}
