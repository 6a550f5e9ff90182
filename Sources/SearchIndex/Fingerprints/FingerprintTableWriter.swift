import Storage

/// Writes a fingerprint table from front to back, as ``FingerprintTableLayout`` lays it out: first the lists of all
/// passages, then the outlines of all articles, then all holders.
struct FingerprintTableWriter: ~Copyable {
  private typealias Layout = FingerprintTableLayout

  private var file: SectionWriter<FingerprintTableLayout.Header>
  private var start = 0
  private var listEnds: [UInt64] = [0]
  private var outlineEnds: [UInt64] = []
  private var buckets: [UInt64] = []
  private var holderCount = 0

  /// Begins a file, which must not exist.
  init(in folder: DurableFolder) throws(IndexError) {
    var file = try SectionWriter<FingerprintTableLayout.Header>(
      Layout.fileName, mark: Layout.mark, in: folder)
    try file.begin(.lists)
    start = file.position
    self.file = file
  }

  /// Adds the list of the passage with a document id, as the file has it; ids ascend, those left out have none.
  mutating func addList(_ bytes: UnsafeBufferPointer<UInt8>, ofDocument docid: Int) throws(IndexError) {
    while listEnds.count <= docid { listEnds.append(UInt64(file.position - start)) }
    try file.append(bytes)
    listEnds.append(UInt64(file.position - start))
  }

  /// Adds the outline of the next article.
  mutating func addOutline(_ bytes: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    if outlineEnds.isEmpty { try beginOutlines() }
    try file.append(bytes)
    outlineEnds.append(UInt64(file.position - start))
  }

  private mutating func beginOutlines() throws(IndexError) {
    try file.begin(.outlines)
    start = file.position
    outlineEnds.append(0)
  }

  /// Adds the holders of the next bucket.
  ///
  /// - Parameter holders: The lower half of each fingerprint above the number of the article, ascending, without
  ///   repetitions.
  mutating func addBucket(_ holders: [UInt64]) throws(IndexError) {
    if buckets.isEmpty { try beginHolders() }
    let stored = holders.map { FingerprintHolder(low: UInt32($0 >> 32), article: UInt32($0 & 0xFFFF_FFFF)) }
    try file.append(stored)
    holderCount += stored.count
    buckets.append(UInt64(holderCount))
  }

  private mutating func beginHolders() throws(IndexError) {
    if outlineEnds.isEmpty { try beginOutlines() }
    try file.begin(.holders)
    buckets.append(0)
  }

  /// Writes the rest, and the header.
  consuming func finish() throws(IndexError) {
    // No document has the id 0, and a word table without documents has its place all the same.
    if listEnds.count == 1 { listEnds.append(0) }
    file.set(.documentLimit, listEnds.count - 1)
    file.set(.articles, outlineEnds.count - 1)
    file.set(.holderCount, holderCount)
    file.set(.highBits, (buckets.count - 1).trailingZeroBitCount)
    try file.write(listEnds, as: .listEnds)
    try file.write(outlineEnds, as: .outlineEnds)
    try file.write(buckets, as: .buckets)
    try file.finish()
  }
}
