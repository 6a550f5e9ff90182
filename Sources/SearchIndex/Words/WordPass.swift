/// Scores the articles of one segment that have any of some words, in one pass over the words' lists.
///
/// It goes through the segment in windows of whole articles that fit a processor's nearest memory. Within a window it
/// takes the postings of all words, which tells the passages that match, and chooses the articles to be scored: those
/// that could still come among the best. A word adds to an article at most so much that articles which have only the
/// words of least weight cannot reach what the best have by then (MaxScore: Turtle and Flood, «Query evaluation:
/// strategies and optimizations», 1995). Of the chosen articles it adds up each posting's score in its passage and in the
/// article, word by word, and gives them to the selection. Nothing that is left out could have been selected.
final class WordPass {
  private let table: WordTable
  private let deletions: DeletionSet
  private let segment: UInt32
  private let ranking: WordRanking
  private let measure: WordMeasure
  /// The words with their lists.
  private let words: UnsafeMutableBufferPointer<Word>
  /// The words from the one that can add least to the one that can add most.
  private let ascending: [Int]
  /// For each article whether it may be ranked; nil where all may.
  private let isCandidate: [Bool]?
  private let window = PassWindow()
  /// The deleted articles that no window has come to yet.
  private var deletedAhead: ArraySlice<DocumentRun>
  private(set) var matchingPassages = 0

  /// A list in hand.
  private struct Word {
    let bit: UInt64
    let weight: Double
    /// The most that it can add to the score of an article.
    let bound: Double
    var list: PostingCursor
    var titles: PostingCursor
    var postings = WindowPostings(capacity: PassWindow.usualPassages)
  }

  /// - Parameters:
  ///   - lists: The list of each word of the ranking; nil where the segment has none.
  ///   - segment: The place of the segment in its set.
  init(
    _ ranking: WordRanking, lists: [WordList?], table: WordTable, deletions: DeletionSet, segment: UInt32
  ) {
    self.ranking = ranking
    self.table = table
    self.deletions = deletions
    self.segment = segment
    let measure = WordMeasure(ranking)
    self.measure = measure
    deletedAhead = deletions.runs[...]
    let found = zip(ranking.words, lists).enumerated().compactMap { index, pair -> Word? in
      guard let list = pair.1 else { return nil }
      return Word(
        bit: 1 << UInt64(min(index, 63)), weight: pair.0.weight, bound: pair.0.weight * measure.bound,
        list: list.postings, titles: list.titles)
    }
    words = .allocate(capacity: found.count)
    _ = words.initialize(from: found)
    ascending = found.indices.sorted { found[$0].bound < found[$1].bound }
    isCandidate = ranking.candidates.map { candidates in
      var isCandidate = [Bool](repeating: false, count: table.articles.count)
      for candidate in candidates where candidate.segment == segment {
        guard Int(candidate.head) < table.owners.count else { continue }
        let owner = Int(table.owners[Int(candidate.head)])
        if owner < isCandidate.count { isCandidate[owner] = true }
      }
      return isCandidate
    }
  }

  deinit {
    for word in words { word.postings.deallocate() }
    words.deinitialize()
    words.deallocate()
  }

  /// Goes through the segment, and gives what is good enough to a selection.
  func run(into selection: inout ArticleSelection) {
    while let first = words.lazy.map(\.list.number).min(), Int(first) < table.owners.count {
      guard window.begin(atPassage: first, of: table) else { return }
      for index in words.indices { words[index].postings.take(from: &words[index].list, window) }
      forgetDeleted()
      for word in wordsToChooseBy(threshold: selection.threshold) { choose(by: words[word].postings) }
      matchingPassages += window.matchingCount(ofWanted: isCandidate != nil)
      for index in words.indices { score(&words[index]) }
      collect(into: &selection)
    }
  }

  // MARK: Choosing

  /// The words of which an article must have one to come among the best, given the score that this takes.
  private func wordsToChooseBy(threshold: Double) -> ArraySlice<Int> {
    guard isCandidate == nil else { return ascending[...] }
    var sum = 0.0
    for (place, word) in ascending.enumerated() {
      sum += words[word].bound
      // Sums in another order differ in their last bits.
      if sum * (1 + 1e-9) >= threshold { return ascending[place...] }
    }
    return []
  }

  /// Has the articles scored that have a word.
  private func choose(by postings: WindowPostings) {
    let (window, owners, articles) = (window, table.owners, table.articles)
    let (start, end) = (window.start, window.end)
    for next in 0..<postings.count {
      let passage = postings.passages[next]
      if window.isWanted(passage) { continue }
      let owner = owners[Int(start &+ passage)]
      guard window.place(ofArticle: owner) != nil, isCandidate?[Int(owner)] ?? true else { continue }
      let article = articles[Int(owner)]
      let first = article.first &- start
      guard first <= passage, article.passages <= end &- article.first else { continue }
      if deletions.isEmpty || !deletions.contains(article.first) {
        window.want(first..<first + article.passages)
      }
    }
  }

  /// Leaves the passages of deleted articles out of those that match.
  private func forgetDeleted() {
    while let run = deletedAhead.first, run.first < window.end {
      if run.first >= window.start {
        window.forget(run.first - window.start..<min(run.end, window.end) - window.start)
      }
      deletedAhead.removeFirst()
    }
  }

  // MARK: Scoring

  /// Adds what a word gives to the passages and articles that are to be scored.
  private func score(_ word: inout Word) {
    let (window, measure, postings) = (window, measure, word.postings)
    let (owners, articles, lengths) = (table.owners, table.articles, table.lengths)
    let (start, passages, weight, bit) = (window.start, window.passages, word.weight, word.bit)
    var titles = word.titles
    var next = 0
    while next < postings.count {
      guard window.isWanted(postings.passages[next]) else {
        next &+= 1
        continue
      }
      let owner = owners[Int(start &+ postings.passages[next])]
      let article = articles[Int(owner)]
      let end = article.first &- start &+ article.passages
      var count: UInt32 = 0
      repeat {
        let passage = Int(postings.passages[next])
        let frequency = postings.frequencies[next]
        count &+= frequency
        passages[passage].score +=
          weight * measure.inPassage(frequency, length: Double(lengths[Int(start) + passage]))
        passages[passage].words |= bit
        next &+= 1
      } while next < postings.count && postings.passages[next] < end
      titles.skip(to: owner)
      let inTitle = titles.number == owner ? titles.frequency : 0
      if article.titleLength > 0 { count -= min(count, (article.passages &- 1) &* inTitle) }
      let score = measure.inArticle(count, title: inTitle, length: Double(article.length))
      window.add(weight * score, toArticleAt: Int(owner &- window.firstArticle))
    }
    word.titles = titles
  }

  // MARK: Collecting

  private func collect(into selection: inout ArticleSelection) {
    let passageShare = 1 - ranking.articleShare
    window.drain(table) { article, base, passages in
      var best = 0.0
      for passage in passages { best = passage.score > best ? passage.score : best }
      let score = base + passageShare * best
      guard score >= selection.threshold else { return }
      let handle = ArticleHandle(segment: segment, head: article.first)
      let extent = ArticleExtent(
        article: handle, passageCount: Int(article.passages), titleLength: Int(article.titleLength))
      selection.add(extent, base: base, score: score, passages: passages)
    }
  }
}
