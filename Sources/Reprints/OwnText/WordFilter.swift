/// Tells of most words that they are not in a set, by 12 bits of their hashes.
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 64)

  mutating func insert(_ hash: UInt64) { bits[Int(hash & 63)] |= 1 << (hash >> 6 & 63) }

  mutating func formUnion(_ other: WordFilter) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  /// Whether a word may be in the set.
  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool { bits[Int(hash & 63)] & (1 << (hash >> 6 & 63)) != 0 }
}
