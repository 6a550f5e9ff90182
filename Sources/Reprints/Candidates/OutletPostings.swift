internal import Algorithms
internal import TextAnalysis

/// Which articles of an outlet hold a fingerprint that two of them hold or more, in memory: 8 bytes a holder.
///
/// Articles are numbers, given out from the oldest to the newest.
struct OutletPostings: Sendable {
  /// The most articles that are named for a fingerprint: where an outlet has more, they are taken evenly over time,
  /// so that a line under all of its articles costs no more than one under a few.
  private static let mostHolders = 48

  private let layout: PostingLayout
  /// Keys of fingerprint and outlet with articles, in ascending order.
  private let entries: [UInt64]
  /// For each value of the highest 16 bits of a key, where its entries begin.
  private let starts: [Int]

  /// - Parameters:
  ///   - fingerprints: Those of each article, by number, each once.
  ///   - outlets: The number of each article's outlet, by number of the article; -1 for none.
  init(_ fingerprints: [FingerprintSet], outlets: [Int32]) {
    let layout = PostingLayout(articleCount: fingerprints.count)
    self.layout = layout
    var entries: [UInt64] = []
    entries.reserveCapacity(fingerprints.reduce(0) { $0 + $1.count })
    for (article, values) in fingerprints.enumerated() where outlets[article] >= 0 {
      values.forEach { entries.append(layout.packed(Self.hash($0, outlets[article]), article)) }
    }
    RadixSort.sort(&entries, bits: layout.articleBits..<64)
    Self.removeLoneHolders(&entries, layout)
    var starts = [Int](repeating: 0, count: (1 << 16) + 1)
    for entry in entries { starts[Int(entry >> 48) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    self.entries = entries
    self.starts = starts
  }

  /// Leaves out what one article alone holds: most fingerprints.
  private static func removeLoneHolders(_ entries: inout [UInt64], _ layout: PostingLayout) {
    var kept = 0
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, layout.key(of: entries[end]) == layout.key(of: entries[start]) { end += 1 }
      if end - start > 1 {
        for place in start..<end {
          entries[kept] = entries[place]
          kept += 1
        }
      }
      start = end
    }
    entries.removeLast(entries.count - kept)
    entries = Array(entries)
  }

  /// 40 bits for a fingerprint at an outlet; two that meet by chance only make a witness of an article more.
  @inline(__always)
  func key(_ fingerprint: UInt64, _ outlet: Int32) -> UInt64 {
    layout.shortened(Self.hash(fingerprint, outlet))
  }

  @inline(__always)
  private static func hash(_ fingerprint: UInt64, _ outlet: Int32) -> UInt64 {
    TokenHash.mixed(fingerprint ^ (UInt64(outlet) + 1) &* 0x9e37_79b9_7f4a_7c15) >> 24
  }

  /// Where the articles of an outlet that hold a fingerprint are listed.
  func holders(of fingerprint: UInt64, outlet: Int32) -> Range<Int> {
    let key = key(fingerprint, outlet)
    let bucket = Int(key >> UInt64(layout.keyBits - 16))
    let first = lowerBound(key, starts[bucket]..<starts[bucket + 1])
    var end = first
    // Most lists are short, and stepping is quicker than another search.
    while end < starts[bucket + 1], end - first < 8, layout.key(of: entries[end]) == key { end += 1 }
    return first..<(end - first < 8 ? end : lowerBound(key + 1, end..<starts[bucket + 1]))
  }

  /// Gives the articles of a list to `body`, the oldest first, at most ``mostHolders``.
  @inline(__always)
  func forEachHolder(_ list: Range<Int>, _ body: (Int) -> Void) {
    let count = min(list.count, Self.mostHolders)
    for place in 0..<count { body(layout.article(of: entries[list.lowerBound + place * list.count / count])) }
  }

  /// Gives the key of each fingerprint at an outlet that many articles hold to `body`, with these articles, the
  /// oldest first.
  func forEachGroup(ofMoreThan count: Int, _ body: (UInt64, [Int]) -> Void) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, layout.key(of: entries[end]) == layout.key(of: entries[start]) { end += 1 }
      if end - start > count {
        body(layout.key(of: entries[start]), entries[start..<end].map(layout.article))
      }
      start = end
    }
  }

  /// The first entry of a key or of a higher one.
  private func lowerBound(_ key: UInt64, _ range: Range<Int>) -> Int {
    range.partitioningIndex { layout.key(of: entries[$0]) >= key }
  }
}
