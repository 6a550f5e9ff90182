import Storage

/// Gathers the fingerprints of the articles of a segment as they are added, and writes its table.
struct FingerprintTableBuilder {
  private typealias Layout = FingerprintTableLayout

  /// The lists of all passages, as the file has them.
  private var lists: [UInt8] = []
  /// For each passage its document id, and where its list ends.
  private var passages: [(docid: UInt32, end: Int)] = []
  private var outlines: [[UInt8]] = []
  /// For each article where its last list ends.
  private var articleEnds: [Int] = []

  /// Takes an article in, whose passages have consecutive document ids.
  mutating func add(_ article: IndexedArticle, firstDocument: UInt32) {
    for (ordinal, passage) in article.passages.enumerated() {
      for fingerprint in passage.fingerprints { Layout.append(fingerprint, to: &lists) }
      passages.append((firstDocument + UInt32(ordinal), lists.count))
    }
    outlines.append(article.outline)
    articleEnds.append(lists.count)
  }

  /// Writes the table into the folder of the segment; syncing it is left to the caller.
  func write(to folder: DurableFolder) throws(IndexError) {
    var writer = try FingerprintTableWriter(in: folder)
    try lists.withUnsafeBufferPointer { lists throws(IndexError) in
      var start = 0
      for passage in passages {
        let list = UnsafeBufferPointer(rebasing: lists[start..<passage.end])
        try writer.addList(list, ofDocument: Int(passage.docid))
        start = passage.end
      }
    }
    for outline in outlines {
      try outline.withUnsafeBufferPointer { outline throws(IndexError) in try writer.addOutline(outline) }
    }
    try writeHolders(to: &writer)
    try writer.finish()
  }

  private func writeHolders(to writer: inout FingerprintTableWriter) throws(IndexError) {
    let highBits = Layout.highBits(forHolders: lists.count / Layout.valueBytes)
    let shift = UInt64(Layout.valueBits - highBits)
    var ends = [Int](repeating: 0, count: 1 << highBits + 1)
    forEachHolder { value, _ in ends[Int(value >> shift) + 1] += 1 }
    for bucket in 1..<ends.count { ends[bucket] += ends[bucket - 1] }
    var holders = [UInt64](repeating: 0, count: ends[ends.count - 1])
    var next = ends
    forEachHolder { value, article in
      let bucket = Int(value >> shift)
      holders[next[bucket]] = value << 32 | UInt64(article)
      next[bucket] += 1
    }
    for bucket in 0..<ends.count - 1 {
      let all = holders[ends[bucket]..<ends[bucket + 1]].sorted()
      try writer.addBucket(all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] })
    }
  }

  private func forEachHolder(_ body: (UInt64, UInt32) -> Void) {
    lists.withUnsafeBufferPointer { lists in
      var start = 0
      for (number, end) in articleEnds.enumerated() {
        Layout.forEachValue(in: UnsafeBufferPointer(rebasing: lists[start..<end])) {
          body($0, UInt32(number))
        }
        start = end
      }
    }
  }
}
