import Glass

/// Scores all articles of one segment that have any of some words, in one pass over the words' lists.
///
/// That is what costs least where few can be ruled out: see ``BoundedPass``, which finds the same.
///
/// It goes through the segment in windows of whole articles that fit a processor's nearest memory. Within a window
/// it takes the lists word by word, adds each posting's score to its passage and each article's to the article,
/// and then collects the articles that were touched.
struct WindowPass {
  private let table: WordTable
  private let deletions: DeletionSet
  private let segment: UInt32
  private let ranking: WordRanking
  /// The words with their lists from the beginning.
  private let words: [Word]
  private let window = PassWindow()
  private(set) var matchingPassages = 0

  /// A list in hand.
  private struct Word {
    let bit: UInt64
    let weight: Double
    var postings: PostingCursor
    var titles: PostingCursor
  }

  /// - Parameter pass: What is to be scored.
  init(_ pass: WordPass) {
    (ranking, table, deletions, segment) = (pass.ranking, pass.table, pass.deletions, pass.segment)
    words = zip(ranking.words, pass.lists).enumerated().compactMap { index, pair in
      guard let list = pair.1 else { return nil }
      return Word(
        bit: 1 << UInt64(min(index, 63)), weight: pair.0.weight, postings: list.postings,
        titles: list.titles)
    }
  }

  /// Goes through the segment, and gives what is good enough to a selection.
  mutating func run(into selection: inout ArticleSelection) {
    var words = words
    while let first = words.lazy.map(\.postings.number).min(), Int(first) < table.owners.count {
      guard window.begin(atPassage: first, of: table) else { return }
      for index in words.indices { score(&words[index]) }
      collect(into: &selection)
    }
  }

  // MARK: Scoring

  /// Adds what a word gives to the passages and articles of the window.
  private func score(_ word: inout Word) {
    let measure = WordMeasure(ranking)
    let (start, windowEnd) = (window.start, window.end)
    let (passages, lengths) = (window.passages, table.lengths)
    var postings = word.postings
    while postings.number < windowEnd {
      let owner = table.owners[Int(postings.number)]
      guard let place = window.place(ofArticle: owner) else { return word.postings.skip(to: windowEnd) }
      let article = table.articles[Int(owner)]
      let end = min(windowEnd, article.first &+ article.passages)
      var count: UInt32 = 0
      repeat {
        let passage = Int(postings.number &- start)
        let frequency = postings.frequency
        count &+= frequency
        passages[passage].score +=
          word.weight * measure.inPassage(frequency, length: Double(lengths[Int(postings.number)]))
        passages[passage].words |= word.bit
        postings.advance()
      } while postings.number < end
      word.titles.skip(to: owner)
      let inTitle = word.titles.number == owner ? word.titles.frequency : 0
      if article.titleLength > 0 { count -= min(count, (article.passages &- 1) &* inTitle) }
      let score = measure.inArticle(count, title: inTitle, length: Double(article.length))
      window.add(word.weight * score, toArticleAt: place)
    }
    word.postings = postings
  }

  // MARK: Collecting

  private mutating func collect(into selection: inout ArticleSelection) {
    let passageShare = 1 - ranking.articleShare
    let among = ranking.among?.segments[Int(segment)]
    var matching = 0
    window.drain(table) { article, base, passages in
      guard deletions.isEmpty || !deletions.contains(article.first), among?.contains(article.first) ?? true
      else {
        return
      }
      var best = 0.0
      for passage in passages {
        matching &+= passage.words == 0 ? 0 : 1
        best = passage.score > best ? passage.score : best
      }
      let score = base + passageShare * best
      guard score >= selection.threshold else { return }
      let handle = ArticleHandle(segment: segment, head: article.first)
      let extent = ArticleExtent(
        article: handle, passageCount: Int(article.passages), titleLength: Int(article.titleLength))
      selection.add(extent, base: base, score: score, passages: passages)
    }
    matchingPassages += matching
  }
}
