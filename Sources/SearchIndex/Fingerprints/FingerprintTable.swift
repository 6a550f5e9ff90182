internal import Algorithms
import Storage

/// The fingerprint table of a segment, mapped into memory: which articles hold a fingerprint, and which fingerprints a
/// passage has.
///
/// What is read is held against the hashes of its blocks as it is read. A class, since a merge goes from one table to
/// another for every bucket: copies would count references each time.
final class FingerprintTable {
  private typealias Layout = FingerprintTableLayout

  private let file: SectionFile<FingerprintTableLayout.Header>
  private let lists: UnsafeBufferPointer<UInt8>
  private let listEnds: UnsafeBufferPointer<UInt64>
  private let outlines: UnsafeBufferPointer<UInt8>
  private let outlineEnds: UnsafeBufferPointer<UInt64>
  private let holders: UnsafeBufferPointer<FingerprintHolder>
  private let buckets: UnsafeBufferPointer<UInt64>
  /// How many of a fingerprint's highest bits are the number of its bucket.
  private let highBits: UInt64

  /// Maps the table of a segment.
  ///
  /// - Parameters:
  ///   - segment: The folder of the segment.
  ///   - words: The segment's word table, whose numbers of articles and passages are the same.
  ///   - index: The folder of the index, for the message.
  init(segment: DurableFolder, words: WordTable, index: String) throws(IndexError) {
    file = try SectionFile(Layout.fileName, mark: Layout.mark, in: segment, index: index)
    guard (8...24).contains(file[.highBits]) else { throw file.damaged }
    highBits = UInt64(file[.highBits])
    lists = try file.section(.lists, UInt8.self, count: max(0, file[.outlines] - file[.lists]))
    outlines = try file.section(.outlines, UInt8.self, count: max(0, file[.holders] - file[.outlines]))
    holders = try file.section(.holders, FingerprintHolder.self, count: file[.holderCount])
    listEnds = try file.section(.listEnds, UInt64.self, count: file[.documentLimit] + 1)
    outlineEnds = try file.section(.outlineEnds, UInt64.self, count: file[.articles] + 1)
    buckets = try file.section(.buckets, UInt64.self, count: 1 << file[.highBits] + 1)
    guard file[.documentLimit] == words.owners.count, file[.articles] == words.articles.count else {
      throw file.damaged
    }
  }

  /// What is thrown where the table contradicts itself, or others.
  var damaged: IndexError { file.damaged }

  /// The number of articles.
  var articleCount: Int { outlineEnds.count - 1 }

  /// The number of pairs of a fingerprint and an article that has it.
  var holderCount: Int { holders.count }

  /// Throws where any byte is not as it was written.
  func checkAll() throws(IndexError) {
    for start in stride(from: 0, to: file.byteCount, by: Self.checkedAtOnce) {
      try file.check(start..<min(start + Self.checkedAtOnce, file.byteCount))
      forget()
    }
  }

  private static let checkedAtOnce = 16 << 20

  /// Gives the memory that reading has taken back to the system.
  func forget() { file.forget() }

  // MARK: By fingerprint

  /// Gives the number of each article that holds a fingerprint to `body`, ascending.
  @inline(__always)
  func forEachHolder(of fingerprint: UInt64, _ body: (Int) -> Void) throws(IndexError) {
    let value = Layout.value(fingerprint)
    let low = UInt32(truncatingIfNeeded: value)
    let bucket = try holders(ofBucket: Int(value >> (UInt64(Layout.valueBits) - highBits)))
    for place in first(low, in: bucket)..<bucket.upperBound {
      guard holders[place].low == low else { break }
      body(Int(holders[place].article))
    }
  }

  /// Where the holders of the fingerprints with some highest bits lie.
  private func holders(ofBucket number: Int) throws(IndexError) -> Range<Int> {
    try file.check(.buckets, number..<number + 2, of: buckets)
    let (start, end) = (buckets[number], buckets[number + 1])
    guard start <= end, end <= holders.count else { throw file.damaged }
    try file.check(.holders, Int(start)..<Int(end), of: holders)
    return Int(start)..<Int(end)
  }

  /// The first holder whose lower half is not below a number.
  private func first(_ low: UInt32, in bucket: Range<Int>) -> Int {
    bucket.partitioningIndex { holders[$0].low >= low }
  }

  /// Gives every fingerprint with every article that holds it to `body`, in ascending order of both, as far as the
  /// fingerprints are below a number, from a place on; returns the place to go on from.
  ///
  /// Nothing is checked: ask ``checkAll()`` before.
  func forEachHolder(
    from place: HolderPlace, below limit: UInt64, _ body: (UInt64, UInt32) -> Void
  ) -> HolderPlace {
    var place = place
    while place.index < holders.count {
      while place.bucket + 1 < buckets.count - 1, buckets[place.bucket + 1] <= place.index {
        place.bucket += 1
      }
      let holder = holders[place.index]
      let high = UInt64(place.bucket) << (UInt64(Layout.valueBits) - highBits)
      let value = high & ~0xFFFF_FFFF | UInt64(holder.low)
      guard value < limit else { break }
      body(value, holder.article)
      place.index += 1
    }
    return place
  }

  /// A place among all holders.
  struct HolderPlace {
    fileprivate var bucket = 0
    fileprivate var index = 0
  }

  // MARK: By article

  /// The fingerprints that begin in some neighbouring passages, in the order of the text.
  ///
  /// - Parameter documents: The ids of the passages.
  func fingerprints(of documents: Range<Int>) throws(IndexError) -> [UInt64] {
    let range = try extent(documents, listEnds, .listEnds, limit: lists.count)
    try file.check(.lists, range, of: lists)
    var values: [UInt64] = []
    values.reserveCapacity(range.count / Layout.valueBytes)
    Layout.forEachValue(in: UnsafeBufferPointer(rebasing: lists[range])) { values.append($0) }
    return values
  }

  /// The list of one passage as the file has it, not checked: ask ``checkAll()`` before.
  func encodedFingerprints(of document: Int) throws(IndexError) -> UnsafeBufferPointer<UInt8> {
    let range = try extent(document..<document + 1, listEnds, .listEnds, limit: lists.count)
    return UnsafeBufferPointer(rebasing: lists[range])
  }

  /// What the caller wanted to read of an article.
  func outline(ofArticle number: Int) throws(IndexError) -> UnsafeBufferPointer<UInt8> {
    let range = try extent(number..<number + 1, outlineEnds, .outlineEnds, limit: outlines.count)
    try file.check(.outlines, range, of: outlines)
    return UnsafeBufferPointer(rebasing: outlines[range])
  }

  private func extent(
    _ elements: Range<Int>, _ ends: UnsafeBufferPointer<UInt64>, _ place: FingerprintTableLayout.Header,
    limit: Int
  ) throws(IndexError) -> Range<Int> {
    guard elements.lowerBound >= 0, elements.upperBound < ends.count else { throw file.damaged }
    try file.check(place, elements.lowerBound..<elements.upperBound + 1, of: ends)
    let (start, end) = (ends[elements.lowerBound], ends[elements.upperBound])
    guard start <= end, end <= limit else { throw file.damaged }
    return Int(start)..<Int(end)
  }
}
