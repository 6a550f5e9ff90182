/// Which articles hold each fingerprint that two or more hold, and which of these each article holds.
struct PostingLists {
  private var holderStarts: [UInt32] = [0]
  private var holders: [UInt32] = []
  private var listStarts: [UInt32]
  private var listsOfArticles: [UInt32]
  private var fingerprintCounts: [UInt16]

  /// Makes lists from packed postings (fingerprint above 24 bits of article) in ascending order of fingerprints.
  init(sorted postings: [UInt64], articleCount: Int) {
    fingerprintCounts = [UInt16](repeating: 0, count: articleCount)
    var start = 0
    while start < postings.count {
      let fingerprint = postings[start] >> 24
      let firstHolder = holders.count
      var end = start
      while end < postings.count, postings[end] >> 24 == fingerprint {
        let article = UInt32(truncatingIfNeeded: postings[end] & 0xff_ffff)
        if end == start || holders.last != article {
          holders.append(article)
          fingerprintCounts[Int(article)] &+= fingerprintCounts[Int(article)] == .max ? 0 : 1
        }
        end += 1
      }
      if holders.count - firstHolder >= 2 {
        holders[firstHolder...].sort()
        holderStarts.append(UInt32(holders.count))
      } else {
        holders.removeLast(holders.count - firstHolder)
      }
      start = end
    }
    listStarts = [UInt32](repeating: 0, count: articleCount + 1)
    listsOfArticles = [UInt32](repeating: 0, count: holders.count)
    fillListsOfArticles()
  }

  /// The fingerprints of an article that others hold too, as numbers of lists.
  func lists(of article: Int) -> ArraySlice<UInt32> {
    listsOfArticles[Int(listStarts[article])..<Int(listStarts[article + 1])]
  }

  /// The articles of a list, the oldest first.
  func holders(of list: Int) -> ArraySlice<UInt32> {
    holders[Int(holderStarts[list])..<Int(holderStarts[list + 1])]
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
        listsOfArticles[Int(next[Int(holder)])] = UInt32(list)
        next[Int(holder)] += 1
      }
    }
  }
}
