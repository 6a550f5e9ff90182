/// How the fingerprint table of a segment is laid out: the file `fingerprints.table`.
///
/// It is a ``SectionFile``, the machine's own (little) end first:
///
/// | section | content |
/// | --- | --- |
/// | lists | for each document id the fingerprints that begin in that passage, in the order of the text; 40 bits each |
/// | outlines | for each article what the caller wants to read of all at once, back to back |
/// | holders | for each fingerprint and each article that has it a ``FingerprintHolder``, in that order |
/// | list ends | for each document id where its list ends, one before the first; 64 bits |
/// | outline ends | for each article where its outline ends, one before the first; 64 bits |
/// | buckets | for each value of a fingerprint's highest bits where its holders begin, and where the last ones end; 64 bits |
///
/// Articles have the numbers that they have in the segment's word table, and document ids are the same in both. Lists
/// and ends count bytes from the section's begin, buckets count holders. A bucket is small, so that looking a
/// fingerprint up reads two places of the file.
enum FingerprintTableLayout {
  static let fileName = "fingerprints.table"
  /// `RPPRNTS1`, as a number with the little end first.
  static let mark: UInt64 = 0x3153_544E_5250_5052
  /// The bits of a fingerprint that count.
  static let valueBits = 40
  /// The bytes of a fingerprint in a list.
  static let valueBytes = valueBits / 8
  /// The most holders that a bucket has in the mean, as a power of two.
  private static let bucketBits = 5

  /// The places of the header's numbers.
  enum Header: Int, CaseIterable {
    case mark, documentLimit, articles, holderCount, highBits, lists, outlines, holders, listEnds,
      outlineEnds,
      buckets
    case end
  }

  /// The part of a fingerprint that counts.
  static func value(_ fingerprint: UInt64) -> UInt64 { fingerprint & (1 << UInt64(valueBits) - 1) }

  /// Writes a fingerprint as a list has it, the little end first.
  @inline(__always)
  static func append(_ fingerprint: UInt64, to list: inout [UInt8]) {
    for shift in stride(from: 0, to: UInt64(valueBits), by: 8) {
      list.append(UInt8(truncatingIfNeeded: fingerprint >> shift))
    }
  }

  /// The fingerprints of a list; what is left of one that is cut off at its end does not count.
  @inline(__always)
  static func forEachValue(in list: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    for start in stride(from: 0, through: list.count - valueBytes, by: valueBytes) {
      var value: UInt64 = 0
      for place in (start..<start + valueBytes).reversed() { value = value << 8 | UInt64(list[place]) }
      body(value)
    }
  }

  /// How many of the highest bits tell the buckets of so many holders apart; the other bits fit a holder.
  static func highBits(forHolders count: Int) -> Int {
    let bits = Int.bitWidth - max(1, count >> bucketBits).leadingZeroBitCount
    return min(max(bits, valueBits - 32), 24)
  }
}

/// An article that has a fingerprint.
struct FingerprintHolder: Equatable {
  /// The lower half of the fingerprint; the rest is told by the bucket.
  var low: UInt32
  /// The number of the article.
  var article: UInt32
}
