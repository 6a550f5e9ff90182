/// Tells most features that a model does not have from those that it has, without a look at its table.
///
/// More than half of a token's features are not in the model, and to find that out takes four rows of its table on
/// average, which is larger than the processor's second memory. The filter fits there: a bit for each of 2^21 ends of
/// keys, which are hashes. One in thirteen unknown features passes it.
struct FeatureFilter: Sendable {
  private static let bits = 21
  private var words = ContiguousArray<UInt64>(repeating: 0, count: 1 << (bits - 6))

  /// Takes the keys of a model; 0 is none.
  init(keys: some Sequence<UInt32>) {
    for key in keys where key != 0 { words[Self.word(of: key)] |= 1 << UInt64(key & 63) }
  }

  /// Moves the keys that the model may have to the front, in their order, and returns their number.
  @inline(__always)
  func keep(_ keys: UnsafeMutableBufferPointer<UInt32>) -> Int {
    words.withUnsafeBufferPointer { words in
      var count = 0
      for key in keys {
        // Without a branch, which would be taken now and then and never foreseen.
        keys[count] = key
        count &+= Int(truncatingIfNeeded: words[Self.word(of: key)] >> UInt64(key & 63) & 1)
      }
      return count
    }
  }

  @inline(__always)
  private static func word(of key: UInt32) -> Int { Int(key) >> 6 & (1 << (bits - 6) - 1) }
}
