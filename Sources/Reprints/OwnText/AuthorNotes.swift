internal import Lexicons
internal import TextAnalysis

/// Finds paragraphs that say who an author is: somebody whom the article does not mention besides.
struct AuthorNotes {
  private static let longest = 120
  /// A name has at most this many words, and what somebody is stands as many after it, at most.
  private static let longestName = 5
  private static let roleWithin = 12
  /// A paragraph of so few words may be a headline or the author's line.
  private static let byline = 12
  private static let verbs = WordSet(.authorVerbs)
  private static let roles = WordSet(.authorRoles)

  private let words: WordList
  private let paragraphs: [Range<Int>]

  init(_ words: WordList, paragraphs: [Range<Int>]) {
    self.words = words
    self.paragraphs = paragraphs.filter { !$0.isEmpty }
  }

  /// The paragraphs about authors, as words, in order.
  func notes() -> [Range<Int>] {
    let candidates = paragraphs.compactMap { paragraph -> (paragraph: Range<Int>, name: UInt64)? in
      guard paragraph.count <= Self.longest, let name = name(at: paragraph),
        isRole(after: name, in: paragraph)
      else { return nil }
      return (paragraph, words.hashes[name.upperBound - 1])
    }
    guard !candidates.isEmpty else { return [] }
    let mentions = mentions(of: Set(candidates.map(\.name)))
    return candidates.filter { paragraph, name in
      // One of the paragraphs with the name may be the note itself.
      mentions[name, default: 0] == (paragraph.count > Self.byline ? 1 : 0)
    }.map(\.paragraph)
  }

  /// The name that a paragraph begins with: two words or more with capitals.
  private func name(at paragraph: Range<Int>) -> Range<Int>? {
    let name = paragraph.prefix(Self.longestName).prefix { words.words[$0].isCapitalised }
    return name.count >= 2 ? name.startIndex..<name.endIndex : nil
  }

  private func isRole(after name: Range<Int>, in paragraph: Range<Int>) -> Bool {
    let rest = name.upperBound..<min(paragraph.upperBound, name.upperBound + Self.roleWithin)
    return rest.contains { Self.verbs.contains(words.hashes[$0]) }
      && rest.contains { Self.roles.contains(words.hashes[$0]) }
  }

  /// In how many paragraphs that are no byline each of some names stands.
  private func mentions(of names: Set<UInt64>) -> [UInt64: Int] {
    var mentions: [UInt64: Int] = [:]
    for paragraph in paragraphs where paragraph.count > Self.byline {
      for name in Set(words.hashes[paragraph]).intersection(names) { mentions[name, default: 0] += 1 }
    }
    return mentions
  }
}
