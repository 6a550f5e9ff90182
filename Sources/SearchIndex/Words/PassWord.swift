/// A word of a pass, with what one segment has of it.
struct PassWord: BitwiseCopyable {
  /// Its bit in ``RankedArticles/Passage/words``.
  let bit: UInt64
  let weight: Double
  let postings: PostingArray
  private let titles: PostingArray
  /// The passages that have it.
  let passages: PassageBits
  /// For each word of memory of ``passages`` that has a bit, the place of the first posting that it stands for.
  private let places: UnsafeMutablePointer<UInt32>
  /// The most that its headlines add to the score of an article.
  let titleBound: Double
  /// The most that it adds to the score of an article.
  let bound: Double

  init(
    index: Int, weight: Double, list: WordList, table: WordTable, measure: WordMeasure, memory: PassMemory
  ) {
    bit = 1 << UInt64(min(index, 63))
    self.weight = weight
    let limit = table.owners.count
    postings = PostingArray(list.postings, below: limit, in: memory)
    titles = PostingArray(list.titles, below: table.articles.count, in: memory)
    passages = PassageBits(below: limit, in: memory)
    places = memory.allocate(UInt32.self, limit / 64 + 1)
    for place in (0..<postings.count).reversed() {
      passages.insert(postings.numbers[place])
      places[Int(postings.numbers[place] / 64)] = UInt32(truncatingIfNeeded: place)
    }
    let title = titles.greatestFrequency
    let isBounded = measure.isMonotone && weight >= 0
    titleBound = isBounded && title > 0 ? weight * measure.inTitle(title) : 0
    bound =
      isBounded ? weight * measure.most(inPassages: postings.greatestFrequency, inTitles: title) : .infinity
  }

  /// The place of the first posting in an article that has the word.
  @inline(__always)
  func place(in article: TabledArticle) -> Int {
    var index = Int(article.first / 64)
    let before = (1 &<< UInt64(article.first % 64)) &- 1
    if passages[index] & ~before != 0 {
      return Int(places[index]) + (passages[index] & before).nonzeroBitCount
    }
    repeat { index += 1 } while passages[index] == 0
    return Int(places[index])
  }

  /// The places of the postings in an article that has the word.
  @inline(__always)
  func postings(in article: TabledArticle) -> Range<Int> {
    let start = place(in: article)
    var end = start
    while postings.numbers[end] < article.first &+ article.passages { end += 1 }
    return start..<end
  }

  /// The most that it adds to the score of an article, by its postings there.
  @inline(__always)
  func bound(
    in article: TabledArticle, postings range: Range<Int>, lengths: UnsafeBufferPointer<UInt16>,
    _ measure: WordMeasure
  ) -> Double {
    var (best, total): (Double, UInt32) = (0, 0)
    for place in range {
      let length = lengths[Int(postings.numbers[place])]
      best = max(best, measure.inPassage(postings.frequencies[place], length: Double(length)))
      total &+= postings.frequencies[place]
    }
    return weight * measure.most(total, length: Double(article.length), bestPassage: best) + titleBound
  }

  /// How often the word is in the headline of an article.
  func frequency(inTitleOf article: UInt32) -> UInt32 {
    let place = titles.place(of: article)
    return titles.numbers[place] == article ? titles.frequencies[place] : 0
  }
}
