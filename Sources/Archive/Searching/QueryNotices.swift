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

  /// What is to be said.
  struct Told {
    /// One sentence each, in the order of the query.
    var sentences: [String] = []
    /// What may have been meant.
    var suggestions: [QuerySuggestion] = []

    fileprivate mutating func suggest(_ meant: [String], for written: String) {
      if !meant.isEmpty { suggestions.append(QuerySuggestion(written: written, meant: meant)) }
    }
  }

  /// All that there is to say.
  func all() throws(ArchiveError) -> Told {
    var told = Told()
    try tellWords(&told)
    for leaf in query.query.leaves {
      guard case .field(let field, let value) = leaf.form else { continue }
      let written = query.query.text(of: leaf)
      switch field {
      case .outlet: try tellOutlet(value, written, &told)
      case .person: try tellName(value, .person, leaf, &told)
      case .organisation: try tellName(value, .organisation, leaf, &told)
      case .place: try tellName(value, .place, leaf, &told)
      default: break
      }
    }
    return told
  }

  private func tellWords(_ told: inout Told) throws(ArchiveError) {
    for (index, term) in query.terms.terms.enumerated() where term.isWritten {
      let passages = query.statistics[index].occurrences
      let meant = try suggestion(for: String(decoding: query.stems[index][0], as: UTF8.self), passages)
      let word = term.token.lowercased
      if passages == 0 {
        told.sentences.append(
          "no article has the word \"\(word)\"" + (meant.map { "; did you mean \"\($0)\"?" } ?? ""))
      } else if let meant {
        told.sentences.append("hardly any article has the word \"\(word)\"; did you mean \"\(meant)\"?")
      }
      told.suggest(meant.map { [$0] } ?? [], for: word)
    }
  }

  // MARK: Fields

  /// The most outlets that are named in a sentence.
  private static let mostNamed = 5

  private func tellOutlet(_ value: String, _ written: String, _ told: inout Told) throws(ArchiveError) {
    let meant = try archive.outlets(named: value)
    if meant.isEmpty {
      let near = try archive.outlets(near: value, limit: Self.mostNamed)
      told.sentences.append(
        "no outlet is named \"\(value)\""
          + (near.isEmpty ? "" : "; names like it: " + near.map { "\"\($0)\"" }.joined(separator: ", ")))
      told.suggest(near.map { "outlet:\"\($0)\"" }, for: written)
    } else if meant != [value] {
      let rest = meant.count - Self.mostNamed
      told.sentences.append(
        "\(written) is read as " + meant.prefix(Self.mostNamed).map { "\"\($0)\"" }.joined(separator: ", ")
          + (rest > 0 ? " and \(rest) more" : ""))
    }
  }

  private func tellName(
    _ value: String, _ entityClass: EntityClass, _ leaf: QueryNode, _ told: inout Told
  ) throws(ArchiveError) {
    let count = try ArticleMatcher(archive: archive).answers(query.compiled(leaf)).count
    guard count <= Self.fewArticles else { return }
    let near = try archive.names(near: value, entityClass, timesAsFrequentAs: count)
    let field = leaf.fieldName ?? entityClass.rawValue
    let others = try otherClasses(value, entityClass, moreThan: count)
    told.suggest(near.map { "\(field):\"\($0)\"" } + others.map(\.written), for: query.query.text(of: leaf))
    if count == 0 {
      let meant = near.map { "\"\($0)\"" }.joined(separator: " or ")
      told.sentences.append(
        "no article names the \(Self.kind(entityClass)) \"\(value)\""
          + (near.isEmpty ? "" : "; did you mean \(meant)?"))
    } else if let meant = near.first {
      told.sentences.append(
        "hardly any article names the \(Self.kind(entityClass)) \"\(value)\"; did you mean \"\(meant)\"?")
    }
    for other in others {
      told.sentences.append(
        "more articles name \"\(value)\" as \(Self.article(other.entityClass)): \(other.written)")
    }
  }

  /// What few articles name may be misspelt, or filed under another class.
  private static let fewArticles = 20

  private static func kind(_ entityClass: EntityClass) -> String {
    switch entityClass {
    case .person: "person"
    case .organisation: "organisation"
    case .place: "place"
    }
  }

  private static func article(_ entityClass: EntityClass) -> String {
    (entityClass == .organisation ? "an " : "a ") + kind(entityClass)
  }

  /// The classes under which more articles name a name than under one.
  private func otherClasses(
    _ value: String, _ entityClass: EntityClass, moreThan count: Int
  ) throws(ArchiveError) -> [(entityClass: EntityClass, written: String)] {
    var found: [(entityClass: EntityClass, written: String, count: Int)] = []
    for other in EntityClass.allCases where other != entityClass {
      let keys = try archive.names.keys(of: value, other)
      let terms = keys.map { IndexTerm.entity(other, key: $0) }
      let articles = try indexed { () throws(IndexError) in
        try archive.reader.articles(withAnyOf: terms).count
      }
      let field = other == .organisation ? "org" : other.rawValue
      if articles > count { found.append((other, "\(field):\"\(value)\"", articles)) }
    }
    return found.sorted { $0.count > $1.count }.map { ($0.entityClass, $0.written) }
  }

  // MARK: Spelling

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

extension QueryNode {
  /// The name of the field that the part asks for; nil for other parts.
  fileprivate var fieldName: String? { if case .field(let field, _) = form { field.rawValue } else { nil } }
}
