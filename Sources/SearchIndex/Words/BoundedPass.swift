import Glass

/// Scores the articles of one segment that have any of some words, and leaves out those that cannot be good enough.
///
/// The words are taken in turn, the one that can add most first. An article that has the word, and none of those
/// before, is scored by it alone; with the most that the words after it can add which the article has too, that bounds
/// its score. Only where the bound reaches the selection's threshold is it looked up in all lists. Once the words that
/// are left cannot reach the threshold together, the pass ends: most postings are of common words, which are rarely
/// gone through at all (the idea is MaxScore: Turtle and Flood, IP&M 31(6), 1995). What is found is the same as if all
/// were scored, and the passages that match are counted by themselves.
struct BoundedPass {
  private let table: WordTable
  private let deletions: DeletionSet
  private let segment: UInt32
  private let ranking: WordRanking
  private let measure: WordMeasure
  private let memory: PassMemory
  private let words: UnsafeBufferPointer<PassWord>
  private var sums: ArticleSums
  /// How much less than the threshold a bound must be: far more than the rounding of sums makes of it.
  private let slack: Double
  /// The only articles that are scored, by their first passages; nil for all.
  private let among: DocumentBits?
  private let looksUp: Bool
  private(set) var matchingPassages = 0

  /// - Parameters:
  ///   - pass: What is to be scored.
  ///   - looksUp: Whether the articles that are to be scored are so few that each is looked up.
  init(_ pass: WordPass, looksUp: Bool = false) {
    among = pass.ranking.among?.segments[Int(pass.segment)]
    self.looksUp = looksUp
    (ranking, table, deletions, segment) = (pass.ranking, pass.table, pass.deletions, pass.segment)
    let (measure, memory) = (WordMeasure(ranking), PassMemory())
    let made = zip(ranking.words, pass.lists).enumerated().compactMap { index, pair in
      pair.1.map {
        PassWord(
          index: index, weight: pair.0.weight, list: $0, table: pass.table, measure: measure, memory: memory)
      }
    }
    words = memory.copy(made)
    slack = 1e-12 * made.reduce(0) { $0 + $1.bound }
    sums = ArticleSums(
      words, lengths: table.lengths, measure: measure, passageShare: 1 - ranking.articleShare, memory: memory)
    (self.measure, self.memory) = (measure, memory)
  }

  /// Goes through the segment, and gives what is good enough to a selection.
  mutating func run(into selection: inout ArticleSelection) {
    defer { withExtendedLifetime(memory) {} }
    if looksUp, let among {
      score(among.documents, into: &selection)
    } else {
      matchingPassages = countOfMatches()
      scoreAll(into: &selection)
    }
  }

  private func countOfMatches() -> Int {
    guard words.count > 1 || !deletions.isEmpty || among != nil else {
      return words.first?.passages.total ?? 0
    }
    let matching = PassageBits(below: table.owners.count, in: memory)
    for word in words { matching.insert(word.passages) }
    for run in deletions.runs { matching.remove(run) }
    if let among {
      for article in table.articles where !among.contains(article.first) {
        matching.remove(DocumentRun(first: article.first, count: article.passages))
      }
    }
    return matching.total
  }

  // MARK: Articles

  private mutating func score(_ heads: [UInt32], into selection: inout ArticleSelection) {
    for head in heads where Int(head) < table.owners.count {
      let number = table.owners[Int(head)]
      guard let article = article(number), !deletions.contains(article.first) else { continue }
      sums.take(article, number: number)
      let matching = sums.passages.count { $0.words != 0 }
      guard matching > 0 else { continue }
      matchingPassages += matching
      add(article, to: &selection)
    }
  }

  /// An article of the table; nil where there is none, or its passages are not.
  @inline(__always)
  private func article(_ number: UInt32) -> TabledArticle? {
    guard Int(number) < table.articles.count else { return nil }
    let article = table.articles[Int(number)]
    return Int(article.first) + Int(article.passages) <= table.owners.count ? article : nil
  }

  /// Gives a selection the article in hand.
  private func add(_ article: TabledArticle, to selection: inout ArticleSelection) {
    guard sums.score >= selection.threshold else { return }
    let extent = ArticleExtent(
      article: ArticleHandle(segment: segment, head: article.first), passageCount: Int(article.passages),
      titleLength: Int(article.titleLength))
    selection.add(extent, base: sums.base, score: sums.score, passages: sums.passages)
  }

  // MARK: Bounds

  private mutating func scoreAll(into selection: inout ArticleSelection) {
    let ordered = memory.copy(words.sorted { $0.bound > $1.bound })
    for place in ordered.indices {
      let word = WordInTurn(ordered, place)
      if word.boundWithLater < selection.threshold - slack { return }
      score(word, into: &selection)
    }
  }

  /// Scores the articles with a word that can be good enough.
  private mutating func score(_ turn: WordInTurn, into selection: inout ArticleSelection) {
    let (numbers, owners) = (turn.word.postings.numbers, table.owners)
    var limit = selection.threshold - slack
    var place = 0
    while place < turn.word.postings.count {
      let number = owners[Int(numbers[place])]
      guard let article = article(number) else {
        place += 1
        continue
      }
      let start = place
      repeat { place += 1 } while numbers[place] < article.first &+ article.passages
      guard among?.contains(article.first) ?? true, canReach(limit, article, turn, postings: start..<place),
        deletions.isEmpty || !deletions.contains(article.first)
      else { continue }
      sums.take(article, number: number)
      add(article, to: &selection)
      limit = selection.threshold - slack
    }
  }

  /// Whether an article has none of the earlier words, and its score may reach a limit.
  ///
  /// - Parameter postings: The places of the word in turn that are in the article.
  @inline(__always)
  private func canReach(
    _ limit: Double, _ article: TabledArticle, _ turn: WordInTurn, postings: Range<Int>
  ) -> Bool {
    let word = turn.word
    var bound = turn.boundWithLater
    // Of a word that does not reach the limit alone, most articles are ruled out by having no other.
    if word.bound < limit {
      bound = turn.lowered(bound, to: limit, article)
      if bound < limit { return false }
    }
    bound += word.bound(in: article, postings: postings, lengths: table.lengths, measure) - word.bound
    if !(word.bound < limit) { bound = turn.lowered(bound, to: limit, article) }
    if bound < limit || turn.hasEarlier(article) { return false }
    for later in turn.later where later.passages.has(article) {
      let postings = later.postings(in: article)
      bound += later.bound(in: article, postings: postings, lengths: table.lengths, measure) - later.bound
      if bound < limit { return false }
    }
    return true
  }

  /// A word of a pass with those that were taken before it and those that will be.
  private struct WordInTurn {
    let word: PassWord
    private let earlier: Slice<UnsafeBufferPointer<PassWord>>
    let later: Slice<UnsafeBufferPointer<PassWord>>
    /// The most that it and those after it add together.
    let boundWithLater: Double

    init(_ words: UnsafeBufferPointer<PassWord>, _ place: Int) {
      word = words[place]
      earlier = words[..<place]
      later = words[(place + 1)...]
      boundWithLater = later.reduce(word.bound) { $0 + $1.bound }
    }

    /// A bound that counts all later words, less those that an article does not have, until it is below a limit.
    @inline(__always)
    func lowered(_ bound: Double, to limit: Double, _ article: TabledArticle) -> Double {
      var bound = bound
      for word in later {
        if bound < limit { break }
        if !word.passages.has(article) { bound -= word.bound }
      }
      return bound
    }

    func hasEarlier(_ article: TabledArticle) -> Bool { earlier.contains { $0.passages.has(article) } }
  }
}
