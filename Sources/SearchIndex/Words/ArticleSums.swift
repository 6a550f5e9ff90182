/// Adds up what an article has of all words of a pass, by looking it up in their lists.
struct ArticleSums {
  private let words: UnsafeBufferPointer<PassWord>
  private let lengths: UnsafeBufferPointer<UInt16>
  private let measure: WordMeasure
  private let passageShare: Double
  private let memory: PassMemory
  private var capacity = 0
  private var first: UnsafeMutablePointer<RankedArticles.Passage>
  private var count = 0
  /// The score of the whole text and the headline, as far as they count.
  private(set) var base = 0.0
  /// The sum of ``base`` and what the best passage counts.
  private(set) var score = 0.0

  /// - Parameter words: In the order in which scores are added up: sums depend on it in their last digits.
  init(
    _ words: UnsafeBufferPointer<PassWord>, lengths: UnsafeBufferPointer<UInt16>, measure: WordMeasure,
    passageShare: Double, memory: PassMemory
  ) {
    self.words = words
    self.lengths = lengths
    self.measure = measure
    self.passageShare = passageShare
    self.memory = memory
    first = memory.allocate(RankedArticles.Passage.self, 0)
  }

  /// The passages of the article in hand.
  var passages: UnsafeBufferPointer<RankedArticles.Passage> {
    UnsafeBufferPointer(start: first, count: count)
  }

  /// Takes an article, whose passages are all in the table.
  mutating func take(_ article: TabledArticle, number: UInt32) {
    clear(Int(article.passages))
    base = 0
    for index in words.indices where words[index].passages.has(article) {
      base += add(index, article, number)
    }
    var best = 0.0
    for passage in passages { best = passage.score > best ? passage.score : best }
    score = base + passageShare * best
  }

  private mutating func clear(_ count: Int) {
    self.count = count
    if count > capacity {
      capacity = 2 * count
      first = memory.allocate(RankedArticles.Passage.self, capacity)
    }
    for passage in 0..<count { first[passage] = RankedArticles.Passage(score: 0, words: 0) }
  }

  /// Adds what a word gives to the passages of an article that has it, and returns what it gives to the article.
  @inline(__always)
  private func add(_ index: Int, _ article: TabledArticle, _ number: UInt32) -> Double {
    let (weight, bit, end) = (words[index].weight, words[index].bit, article.first + article.passages)
    let (numbers, frequencies) = (words[index].postings.numbers, words[index].postings.frequencies)
    var place = words[index].place(in: article)
    // A headline's words are in all passages, and those that stand for one in the first.
    let inTitle = numbers[place] == article.first ? words[index].frequency(inTitleOf: number) : 0
    var total: UInt32 = 0
    while numbers[place] < end {
      let (docid, frequency) = (numbers[place], frequencies[place])
      place += 1
      // A list that is damaged can have numbers before the article.
      let passage = Int(docid &- article.first)
      guard passage < count else { continue }
      total &+= frequency
      first[passage].score += weight * measure.inPassage(frequency, length: Double(lengths[Int(docid)]))
      first[passage].words |= bit
    }
    if article.titleLength > 0 { total -= min(total, (article.passages &- 1) &* inTitle) }
    return weight * measure.inArticle(total, title: inTitle, length: Double(article.length))
  }
}
