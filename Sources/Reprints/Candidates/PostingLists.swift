/// Which articles hold each fingerprint that two or more hold, and which of these each article holds.
struct PostingLists {
  private var holderStarts: [Int] = [0]
  private var holders: [UInt32] = []
  private var listStarts: [Int]
  private var listsOfArticles: [UInt32]
  private var fingerprintCounts: [UInt16]

  /// Makes lists from packed postings in ascending order of fingerprints.
  init(sorted postings: [UInt64], _ layout: PostingLayout, articleCount: Int) {
    fingerprintCounts = [UInt16](repeating: 0, count: articleCount)
    var start = 0
    while start < postings.count {
      let fingerprint = layout.key(of: postings[start])
      let firstHolder = holders.count
      var end = start
      while end < postings.count, layout.key(of: postings[end]) == fingerprint {
        let article = UInt32(truncatingIfNeeded: layout.article(of: postings[end]))
        if end == start || holders.last != article {
          holders.append(article)
          fingerprintCounts[Int(article)] &+= fingerprintCounts[Int(article)] == .max ? 0 : 1
        }
        end += 1
      }
      if holders.count - firstHolder >= 2 {
        holders[firstHolder...].sort()
        holderStarts.append(holders.count)
      } else {
        holders.removeLast(holders.count - firstHolder)
      }
      start = end
    }
    listStarts = [Int](repeating: 0, count: articleCount + 1)
    listsOfArticles = [UInt32](repeating: 0, count: holders.count)
    fillListsOfArticles()
  }

  /// The fingerprints of an article that others hold too, as numbers of lists.
  func lists(of article: Int) -> ArraySlice<UInt32> {
    listsOfArticles[listStarts[article]..<listStarts[article + 1]]
  }

  /// The articles of a list, the oldest first.
  func holders(of list: Int) -> ArraySlice<UInt32> {
    holders[holderStarts[list]..<holderStarts[list + 1]]
  }

  /// The number of different fingerprints of an article, at most 65,535.
  func fingerprints(of article: Int) -> Int { Int(fingerprintCounts[article]) }

  /// Turns the lists of holders around.
  private mutating func fillListsOfArticles() {
    for holder in holders { listStarts[Int(holder) + 1] += 1 }
    for article in 1..<max(1, listStarts.count) { listStarts[article] += listStarts[article - 1] }
    var next = listStarts
    for list in 0..<holderStarts.count - 1 {
      for holder in holders(of: list) {
        listsOfArticles[next[Int(holder)]] = UInt32(truncatingIfNeeded: list)
        next[Int(holder)] += 1
      }
    }
  }
}
