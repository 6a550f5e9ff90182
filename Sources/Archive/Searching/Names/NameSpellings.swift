internal import Articles
internal import Entities
internal import Query
internal import Ranking
internal import SearchIndex
internal import TextAnalysis

/// Finds the other spellings of names among the words of a query, as the people of the archive are spelt.
struct NameSpellings {
  /// The most people whose names begin alike that are looked through.
  private static let mostCandidates = 2_000
  /// The most other spellings of a word.
  private static let most = 4
  /// How much another spelling counts beside the one that was typed: an article with that one comes first.
  private static let share = 0.5

  private let archive: Archive

  init(archive: Archive) { self.archive = archive }

  /// A query whose words may be other spellings of names too, where any of its words will do.
  func withSpellings(_ query: PreparedQuery) throws(ArchiveError) -> PreparedQuery {
    guard query.isAnyOfWords else { return query }
    let additions = try additions(to: query)
    return additions.isEmpty ? query : try query.adding(additions, in: archive)
  }

  /// What to add to the words of a query: none of it weighs more than a share of the word that was typed.
  private func additions(to query: PreparedQuery) throws(ArchiveError) -> [PreparedQuery.Addition] {
    var additions: [PreparedQuery.Addition] = []
    let known = Set(query.stems.joined())
    for (term, weight) in zip(query.terms.terms, query.weights.weights)
    where term.isWritten && term.token.kind == .word {
      let word = term.token.lowercased
      if weight > 0, try !isFamilyName(word) { continue }
      for spelling in try spellings(of: word).prefix(Self.most) {
        guard let stems = query.stems(of: spelling), stems.allSatisfy({ !known.contains($0) }) else {
          continue
        }
        let frequency = Self.share * term.queryFrequency
        let alone = try query.weight(of: .init(stems: stems, frequency: frequency), in: archive)
        let most = Self.share * weight
        let excess = weight > 0 && alone > most ? alone / most : 1
        additions.append(.init(stems: stems, frequency: frequency / excess))
      }
    }
    return additions
  }

  /// Whether a word is the family name of somebody whom the archive names: of most words that is soon told.
  private func isFamilyName(_ word: String) throws(ArchiveError) -> Bool {
    guard word.utf8.count >= NameVariants.leastLetters else { return false }
    let folded = String(decoding: AccentFolding.folded(word.utf8), as: UTF8.self)
    let first = try indexed { () throws(IndexError) in
      try archive.reader.entities(.person, beginningWith: folded, limit: 1).first
    }
    guard let first else { return false }
    return first.name == folded || first.name.hasPrefix(folded + " ")
  }

  private func spellings(of word: String) throws(ArchiveError) -> [String] {
    guard let key = EntityKey(name: word, entityClass: .person), key.familyName == key.text else { return [] }
    let rules = NameVariants()
    var candidates: [NameCandidate] = []
    for prefix in rules.prefixes(of: key) {
      let counts = try indexed { () throws(IndexError) in
        try archive.reader.entities(.person, beginningWith: prefix, limit: Self.mostCandidates)
      }
      candidates += counts.map {
        NameCandidate(key: EntityKey(entityClass: .person, text: $0.name), articles: $0.passages)
      }
    }
    return rules.spellings(ofFamily: key.text, among: candidates)
  }
}
