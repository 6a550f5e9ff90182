import Glass
public import Storage

/// Words that must stand near each other.
public struct WordGroup: Sendable, Equatable {
  /// The words.
  public let terms: [IndexTerm]
  /// How many positions they may take together, from the first word to the last.
  public let window: Int
  /// Whether they must stand in this order, one right after the other.
  public let isOrdered: Bool

  /// Makes a group.
  public init(_ terms: [IndexTerm], window: Int, isOrdered: Bool) {
    self.terms = terms
    self.window = window
    self.isOrdered = isOrdered
  }

  /// Whether the words stand so at some positions, which ascend for each term.
  public func holds(_ positions: [[UInt32]]) -> Bool {
    guard !positions.contains(where: \.isEmpty) else { return false }
    return isOrdered ? holdsInOrder(positions) : holdsInAnyOrder(positions)
  }

  private func holdsInOrder(_ positions: [[UInt32]]) -> Bool {
    let others = positions.map(Set.init)
    return positions[0].contains { start in
      others.enumerated().allSatisfy { $1.contains(start + UInt32($0)) }
    }
  }

  private func holdsInAnyOrder(_ positions: [[UInt32]]) -> Bool {
    // A term that the group has twice needs two places.
    let needed = Dictionary(terms.map { ($0, 1) }, uniquingKeysWith: +)
    let all = Dictionary(zip(terms, positions), uniquingKeysWith: { first, _ in first })
      .flatMap { term, positions in positions.map { (position: $0, term: term) } }
      .sorted { $0.position < $1.position }
    for (index, first) in all.enumerated() {
      var missing = needed
      for place in all[index...] where Int(place.position - first.position) < window {
        if let count = missing[place.term] { missing[place.term] = count > 1 ? count - 1 : nil }
        if missing.isEmpty { return true }
      }
    }
    return false
  }

  /// Whether the words stand so across the border of two passages.
  ///
  /// - Parameters:
  ///   - first: For each term its positions in the first passage; those behind its last word are the headline's.
  ///   - second: For each term its positions in the second.
  ///   - length: The positions of the first passage's own words.
  public func holds(across first: [[UInt32]], _ second: [[UInt32]], length: Int) -> Bool {
    holds(
      zip(first, second).map { first, second in
        first.filter { $0 <= length } + second.map { $0 + UInt32(length) }
      })
  }
}

/// Two neighbouring passages of an article, in which a group of words may stand across the border.
public struct BorderCandidate: Sendable {
  /// The first of the two passages.
  public let passage: PassageHandle
  /// For each term of the group its positions in the first passage.
  public let first: [[UInt32]]
  /// For each term of the group its positions in the second.
  public let second: [[UInt32]]
}

extension IndexReader {
  /// The articles with a group of words in one passage, and where it may stand across a border in others.
  ///
  /// - Parameter among: The articles to look at; nil for all.
  public func articles(
    with group: WordGroup, among: ArticleSet?
  ) throws(IndexError) -> (articles: ArticleSet, borders: [BorderCandidate]) {
    try withSet { set throws(IndexError) in try set.articles(with: group, among: among) }
  }
}

extension SegmentSet {
  /// Of more passages than these, Xapian's own matcher reads the positions: it keeps its place in the table.
  private static let mostRead = 300

  func articles(
    with group: WordGroup, among: ArticleSet?
  ) throws(IndexError) -> (articles: ArticleSet, borders: [BorderCandidate]) {
    let bits = try group.terms.map { term throws(IndexError) in try passages(with: term) }
    guard let first = bits.first else { return (noArticles(), []) }
    let together = bits.dropFirst().reduce(first) { intersection($0, $1) }
    var candidates = try passages(together, of: among)
    var found = noArticles()
    if candidates.count > Self.mostRead {
      let query: IndexQuery =
        group.isOrdered
        ? .phrase(group.terms, window: group.window) : .near(group.terms, window: group.window)
      for document in try matching(query) { insertArticle(of: document, into: &found) }
      if let among { found.formIntersection(among) }
      candidates = []
    }
    for (passage, positions) in zip(candidates, try positions(of: group.terms, in: candidates))
    where group.holds(positions) { found.insert(passage.article) }
    return (found, try borders(of: group, bits, among: among, without: found))
  }

  private func intersection(_ left: [DocumentBits], _ right: [DocumentBits]) -> [DocumentBits] {
    zip(left, right).map { left, right in
      var both = left
      both.formIntersection(right)
      return both
    }
  }

  /// For each segment the passages with a word.
  private func passages(with term: IndexTerm) throws(IndexError) -> [DocumentBits] {
    guard WordTableLayout.isWord(term.bytes) else {
      var bits = tables.map { DocumentBits(below: $0.owners.count) }
      for document in try postings([term.bytes])[0] { bits[Int(document.segment)].insert(document.docid) }
      return bits
    }
    return try tables.map { table throws(IndexError) in
      var bits = DocumentBits(below: table.owners.count)
      guard var postings = try table.list(of: term.bytes)?.postings else { return bits }
      while Int(postings.number) < table.owners.count {
        bits.insert(postings.number)
        postings.advance()
      }
      return bits
    }
  }

  /// The passages of some bits that belong to articles of a set, and to none that is deleted.
  private func passages(_ bits: [DocumentBits], of among: ArticleSet?) throws(IndexError) -> [PassageHandle] {
    var passages: [PassageHandle] = []
    for (segment, table) in tables.enumerated() {
      for document in bits[segment].documents {
        guard let number = table.article(ofDocument: document) else { continue }
        let head = table.articles[number].first
        let article = ArticleHandle(segment: UInt32(segment), head: head)
        guard among?.contains(article) ?? true, !deletions[segment].contains(head) else { continue }
        passages.append(PassageHandle(article: article, ordinal: Int(document - head)))
      }
    }
    return passages
  }

  /// For each passage and term the positions of the term there.
  private func positions(
    of terms: [IndexTerm], in passages: [PassageHandle]
  ) throws(IndexError) -> [[[UInt32]]] {
    guard !passages.isEmpty else { return [] }
    let places = passages.flatMap { passage in terms.indices.map { (passage: passage, term: $0) } }
    let lists = try positions(of: terms, at: places)
    return passages.indices.map { passage in
      terms.indices.map { Array(lists[passage * terms.count + $0]) }
    }
  }

  /// Where a group may stand across the border of two passages, in articles that do not have it otherwise.
  private func borders(
    of group: WordGroup, _ bits: [[DocumentBits]], among: ArticleSet?, without found: ArticleSet
  ) throws(IndexError) -> [BorderCandidate] {
    guard group.terms.count > 1 else { return [] }
    // In the first passage, the second, or both; and not all in one of them.
    let pairs = tables.indices.map { segment in
      let all = bits.map { $0[segment] }
      return all.dropFirst().reduce(Self.either(all[0])) { pairs, term in
        var both = pairs
        both.formIntersection(Self.either(term))
        return both
      }
    }
    let firsts = try passages(pairs, of: among).filter { passage in
      let table = tables[Int(passage.article.segment)]
      guard !found.contains(passage.article), let number = table.article(ofDocument: passage.docid) else {
        return false
      }
      return passage.ordinal + 1 < Int(table.articles[number].passages)
    }
    var candidates: [BorderCandidate] = []
    // The second passage must begin with some of the words: that is read first, and rules most out.
    let seconds = firsts.map { PassageHandle(article: $0.article, ordinal: $0.ordinal + 1) }
    let after = try positions(of: group.terms, in: seconds)
    let near = firsts.indices.filter { index in
      after[index].contains { ($0.first ?? .max) < group.window }
    }
    let before = try positions(of: group.terms, in: near.map { firsts[$0] })
    for (place, first) in zip(near, before) {
      let second = after[place].map { $0.filter { $0 < group.window } }
      // How many words the passage has is not known here, but they end where one of these stands or later.
      let mayHold = Set(first.joined()).contains { group.holds(across: first, second, length: Int($0)) }
      if mayHold { candidates.append(.init(passage: firsts[place], first: first, second: second)) }
    }
    return candidates
  }

  /// The passages that have a term or are followed by one that has it.
  private static func either(_ bits: DocumentBits) -> DocumentBits {
    var either = bits
    either.formUnion(bits.predecessors)
    return either
  }
}
