internal import Reprints

/// Which articles hold each fingerprint of the whole archive, in memory: 8 bytes a fingerprint.
///
/// Articles are numbers, given out from the oldest to the newest.
struct HolderTable: Sendable {
  /// Fingerprints above 24 bits of article, in ascending order.
  private let entries: [UInt64]
  /// For each value of the highest 16 bits of a fingerprint, where its entries begin.
  private let starts: [Int]

  /// - Parameter fingerprints: Those of each article, by number, each once.
  init(_ fingerprints: [[UInt64]]) {
    var entries: [UInt64] = []
    entries.reserveCapacity(fingerprints.reduce(0) { $0 + $1.count })
    for (article, values) in fingerprints.enumerated() {
      for value in values { entries.append(value << 24 | UInt64(article)) }
    }
    RadixSort.sort(&entries, bits: 24..<64)
    var starts = [Int](repeating: 0, count: (1 << 16) + 1)
    for entry in entries { starts[Int(entry >> 48) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    self.entries = entries
    self.starts = starts
  }

  /// Gives each article that holds a fingerprint to `body`.
  @inline(__always)
  func forEachHolder(of fingerprint: UInt64, _ body: (Int) -> Void) {
    let bucket = Int(fingerprint >> 24)
    var low = starts[bucket]
    var high = starts[bucket + 1]
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 24 < fingerprint { low = middle + 1 } else { high = middle }
    }
    while low < end, entries[low] >> 24 == fingerprint {
      body(Int(entries[low] & 0xff_ffff))
      low += 1
    }
  }
}
