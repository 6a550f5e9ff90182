internal import Reprints
internal import TextAnalysis

/// Which articles of an outlet hold a fingerprint, in memory: 8 bytes a fingerprint.
///
/// Articles are numbers, given out from the oldest to the newest.
struct HolderTable: Sendable {
  /// The most articles that are named for a fingerprint: where an outlet has more, they are taken evenly over time,
  /// so that a line under all of its articles costs no more than one under a few.
  private static let mostHolders = 48

  /// Keys of fingerprint and outlet above 24 bits of article, in ascending order.
  private let entries: [UInt64]
  /// For each value of the highest 16 bits of a key, where its entries begin.
  private let starts: [Int]

  /// - Parameters:
  ///   - fingerprints: Those of each article, by number, each once.
  ///   - outlets: The number of each article's outlet, by number of the article; -1 for none.
  init(_ fingerprints: [[UInt64]], outlets: [Int32]) {
    var entries: [UInt64] = []
    entries.reserveCapacity(fingerprints.reduce(0) { $0 + $1.count })
    for (article, values) in fingerprints.enumerated() where outlets[article] >= 0 {
      for value in values { entries.append(Self.key(value, outlets[article]) << 24 | UInt64(article)) }
    }
    RadixSort.sort(&entries, bits: 24..<64)
    var starts = [Int](repeating: 0, count: (1 << 16) + 1)
    for entry in entries { starts[Int(entry >> 48) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    self.entries = entries
    self.starts = starts
  }

  /// 40 bits for a fingerprint at an outlet; two that meet by chance only make a witness of an article more.
  private static func key(_ fingerprint: UInt64, _ outlet: Int32) -> UInt64 {
    TokenHash.mixed(fingerprint ^ (UInt64(outlet) + 1) &* 0x9e37_79b9_7f4a_7c15) >> 24
  }

  /// Gives articles of an outlet that hold a fingerprint to `body`, at most ``mostHolders``.
  @inline(__always)
  func forEachHolder(of fingerprint: UInt64, outlet: Int32, _ body: (Int) -> Void) {
    let key = Self.key(fingerprint, outlet)
    let bucket = Int(key >> 24)
    let first = lowerBound(key, starts[bucket]..<starts[bucket + 1])
    let end = lowerBound(key + 1, first..<starts[bucket + 1])
    let count = min(end - first, Self.mostHolders)
    for place in 0..<count { body(Int(entries[first + place * (end - first) / count] & 0xff_ffff)) }
  }

  /// The first entry of a key or of a higher one.
  private func lowerBound(_ key: UInt64, _ range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 24 < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
