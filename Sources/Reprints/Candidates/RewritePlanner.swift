/// Chooses pairs of articles that may be one story in other words, from what their sketches have in common.
///
/// A sketch is the names, numbers and long words with the smallest hashes (`StorySketch`). Two articles are
/// compared where their sketches share ``leastCommon`` values or more that few articles have. What nearly all
/// articles of a time speak of tells nothing and is left out, so that the cost grows with the articles, not with
/// their square.
struct RewritePlanner {
  /// The values that two sketches share at the least.
  private static let leastCommon = 4
  /// A value in more sketches than this tells nothing.
  private static let mostHolders = 40

  /// The pairs to compare, by the newer article, then by the older.
  ///
  /// - Parameter sketches: Those of all articles, numbered from the oldest to the newest.
  func pairs(_ sketches: [StorySketch]) -> [PairPlanner.Pair] {
    var postings: [UInt64] = []
    postings.reserveCapacity(sketches.count * 24)
    for (article, sketch) in sketches.enumerated() {
      for value in sketch.values { postings.append(UInt64(value) << 32 | UInt64(article)) }
    }
    postings.sort()
    var shared: [UInt64] = []
    var start = 0
    while start < postings.count {
      var end = start + 1
      while end < postings.count, postings[end] >> 32 == postings[start] >> 32 { end += 1 }
      if end - start <= Self.mostHolders { Self.append(pairsOf: postings[start..<end], to: &shared) }
      start = end
    }
    return Self.frequent(&shared)
  }

  /// Appends each two articles of a value, the newer above 32 bits of the older.
  private static func append(pairsOf postings: ArraySlice<UInt64>, to shared: inout [UInt64]) {
    for newer in postings.indices {
      for older in postings.startIndex..<newer {
        shared.append(postings[newer] << 32 | postings[older] & 0xffff_ffff)
      }
    }
  }

  /// The pairs that come often enough, in order.
  private static func frequent(_ shared: inout [UInt64]) -> [PairPlanner.Pair] {
    shared.sort()
    var pairs: [PairPlanner.Pair] = []
    var start = 0
    while start < shared.count {
      var end = start + 1
      while end < shared.count, shared[end] == shared[start] { end += 1 }
      if end - start >= leastCommon {
        pairs.append(
          PairPlanner.Pair(
            older: Int(shared[start] & 0xffff_ffff), newer: Int(shared[start] >> 32), shared: end - start))
      }
      start = end
    }
    return pairs
  }
}
