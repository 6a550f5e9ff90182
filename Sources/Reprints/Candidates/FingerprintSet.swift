/// The fingerprints of an article, each once, with their order in the text: 8 bytes each.
struct FingerprintSet: Sendable {
  /// Values above 16 bits of their place in the text, ascending.
  private let packed: [UInt64]

  /// - Parameter values: In the order of the text.
  init(_ values: [UInt64]) {
    var packed = values.enumerated().map { $1 << 16 | UInt64(min($0, 0xffff)) }
    packed.sort()
    var count = 0
    for entry in packed where count == 0 || packed[count - 1] >> 16 != entry >> 16 {
      packed[count] = entry
      count += 1
    }
    self.packed = Array(packed.prefix(count))
  }

  var count: Int { packed.count }

  /// Gives each value to `body`, ascending.
  @inline(__always)
  func forEach(_ body: (UInt64) -> Void) { for entry in packed { body(entry >> 16) } }

  /// The first value for which something holds.
  func first(where isMatch: (UInt64) -> Bool) -> UInt64? {
    packed.first { isMatch($0 >> 16) }.map { $0 >> 16 }
  }

  /// How many values another article has too.
  func commonCount(with other: FingerprintSet) -> Int {
    var count = 0
    forEachCommon(with: other) { _, _, _ in count += 1 }
    return count
  }

  /// Whether both articles have two values that follow one another in each text, or all but, as long as neither is
  /// one to be left out.
  func hasNeighbours(with other: FingerprintSet, leavingOut isLeftOut: (UInt64) -> Bool) -> Bool {
    var places: [(here: Int, there: Int)] = []
    var found = false
    forEachCommon(with: other) { value, here, there in
      guard !found, !isLeftOut(value) else { return }
      found = places.contains { abs($0.here - here) <= 2 && abs($0.there - there) <= 2 }
      places.append((here, there))
    }
    return found
  }

  @inline(__always)
  private func forEachCommon(with other: FingerprintSet, _ body: (UInt64, Int, Int) -> Void) {
    var (i, j) = (0, 0)
    while i < packed.count, j < other.packed.count {
      let (left, right) = (packed[i] >> 16, other.packed[j] >> 16)
      if left == right { body(left, Int(packed[i] & 0xffff), Int(other.packed[j] & 0xffff)) }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
  }
}
