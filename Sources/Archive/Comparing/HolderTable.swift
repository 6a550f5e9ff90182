internal import Reprints

/// Which articles hold each fingerprint of the whole archive, in memory: 8 bytes a fingerprint.
///
/// Articles are numbers, given out from the oldest to the newest.
struct HolderTable: Sendable {
  /// Fingerprints above 24 bits of article, in ascending order.
  private let entries: [UInt64]

  /// - Parameter fingerprints: Those of each article, by number.
  init(_ fingerprints: [[UInt64]]) {
    var entries: [UInt64] = []
    entries.reserveCapacity(fingerprints.reduce(0) { $0 + $1.count })
    for (article, values) in fingerprints.enumerated() {
      for value in values { entries.append(value << 24 | UInt64(article)) }
    }
    entries.sort()
    self.entries = entries
  }

  /// The articles that hold a fingerprint, the oldest first.
  func holders(of fingerprint: UInt64) -> [Int] {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 24 < fingerprint { low = middle + 1 } else { high = middle }
    }
    var holders: [Int] = []
    while low < entries.count, entries[low] >> 24 == fingerprint {
      let article = Int(entries[low] & 0xff_ffff)
      if holders.last != article { holders.append(article) }
      low += 1
    }
    return holders
  }
}
