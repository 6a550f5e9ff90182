/// Where each run of a few words occurs in a text: the seeds of an alignment.
///
/// An open-addressing table from the run's hash to its first place, and from there a list of the next ones.
struct GramTable: Sendable {
  /// The words of a run.
  static let length = 4

  /// The hash of the run that starts at each word.
  let grams: [UInt64]
  private var slots: [Int32]
  private var next: [Int32]
  private let shift: UInt64

  /// Lists the runs of a text.
  init(_ words: [UInt64]) {
    grams = Self.grams(of: words)
    let bits = max(4, Int.bitWidth - (grams.count * 2).leadingZeroBitCount)
    shift = UInt64(64 - bits)
    slots = [Int32](repeating: -1, count: 1 << bits)
    next = [Int32](repeating: -1, count: grams.count)
    for place in grams.indices.reversed() {
      let slot = slot(of: grams[place])
      next[place] = slots[slot]
      slots[slot] = Int32(place)
    }
  }

  /// The first place of a run, nil where there is none.
  @inline(__always)
  func firstPlace(of gram: UInt64) -> Int? {
    let place = slots[slot(of: gram)]
    return place < 0 ? nil : Int(place)
  }

  /// The next place of the run that occurs at a place.
  @inline(__always)
  func place(after place: Int) -> Int? {
    let following = next[place]
    return following < 0 ? nil : Int(following)
  }

  /// The slot that holds a run, or the empty one where it belongs.
  @inline(__always)
  private func slot(of gram: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: gram >> shift)
    while slots[slot] >= 0, grams[Int(slots[slot])] != gram { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// The hash of the run that starts at each word; its high bits are well mixed.
  static func grams(of words: [UInt64]) -> [UInt64] {
    guard words.count >= length else { return [] }
    return words.withUnsafeBufferPointer { words in
      [UInt64](unsafeUninitializedCapacity: words.count - length + 1) { grams, count in
        count = words.count - length + 1
        for index in 0..<count {
          var hash = words[index] &* 0x9e37_79b9_7f4a_7c15
          hash = ((hash ^ (hash >> 29)) &+ words[index + 1]) &* 0xbf58_476d_1ce4_e5b9
          hash = ((hash ^ (hash >> 32)) &+ words[index + 2]) &* 0x94d0_49bb_1331_11eb
          hash = ((hash ^ (hash >> 29)) &+ words[index + 3]) &* 0x9e37_79b9_7f4a_7c15
          grams[index] = hash
        }
      }
    }
  }
}
