import Glass

/// A bit for each passage of a segment, 64 of them in a word of memory.
///
/// They tell faster than lists do whether an article has a word, and how many passages have any of some words.
struct PassageBits: BitwiseCopyable {
  private let bits: UnsafeMutablePointer<UInt64>
  private let count: Int

  /// Begins with none.
  ///
  /// - Parameter limit: The number that all document ids are below.
  init(below limit: Int, in memory: PassMemory) {
    count = limit / 64 + 1
    bits = memory.allocate(UInt64.self, count)
    bits.initialize(repeating: 0, count: count)
  }

  /// Adds a passage, whose id is below the limit.
  @inline(__always)
  func insert(_ docid: UInt32) { bits[Int(docid / 64)] |= 1 &<< UInt64(docid % 64) }

  /// Adds the passages of another, of the same segment.
  func insert(_ other: PassageBits) {
    for index in 0..<min(count, other.count) { bits[index] |= other.bits[index] }
  }

  /// Takes passages out.
  func remove(_ run: DocumentRun) {
    for docid in run.first..<run.end where Int(docid / 64) < count {
      bits[Int(docid / 64)] &= ~(1 &<< UInt64(docid % 64))
    }
  }

  /// How many there are.
  var total: Int {
    var total = 0
    for index in 0..<count { total &+= bits[index].nonzeroBitCount }
    return total
  }

  /// The bits of a word of memory.
  @inline(__always)
  subscript(_ index: Int) -> UInt64 { bits[index] }

  /// Whether an article has any; its passages must be below the limit.
  @inline(__always)
  func has(_ article: TabledArticle) -> Bool {
    let (index, shift) = (Int(article.first / 64), article.first % 64)
    let first = bits[index] &>> UInt64(shift)
    // The usual article ends in the same word of memory.
    if article.passages <= 64 - shift { return first &<< UInt64(64 - article.passages) != 0 }
    return first != 0 || hasAny(from: index + 1, passages: article.passages - (64 - shift))
  }

  private func hasAny(from start: Int, passages: UInt32) -> Bool {
    var (index, rest) = (start, passages)
    while rest >= 64 {
      if bits[index] != 0 { return true }
      (index, rest) = (index + 1, rest - 64)
    }
    return rest > 0 && bits[index] &<< UInt64(64 - rest) != 0
  }
}
