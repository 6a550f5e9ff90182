/// Makes the fingerprint table of a merged segment out of those of its sources, section by section.
///
/// It takes some bytes for each passage and half a byte for each fingerprint: what has been read is given back as it
/// goes.
struct FingerprintTableMerge {
  private typealias Layout = FingerprintTableLayout

  /// The articles, and the buckets, after which the memory of what was read is given back.
  private static let keptArticles = 1 << 15
  private static let keptBuckets = 1 << 14

  private let sources: [Source]
  /// The articles of the merged segment, in order: those of the sources that are not deleted.
  private let articles: [TabledArticle]

  /// The tables of a source.
  private struct Source {
    let table: FingerprintTable
    /// For each article of the source its number in the merged segment; nil where it is deleted.
    let numbers: [UInt32?]
    let articles: UnsafeBufferPointer<TabledArticle>
    /// Keeps `articles` mapped.
    let words: WordTable
  }

  /// Opens the tables of the sources, and checks every byte of them.
  ///
  /// - Parameters:
  ///   - sources: The folder and the deletions of each, in the order in which Xapian merged them.
  ///   - articles: The articles of the merged segment.
  ///   - path: The folder of the merged segment, for messages.
  init(
    _ sources: [(path: String, deletions: DeletionSet)], articles: [TabledArticle], path: String
  ) throws(IndexError) {
    var number: UInt32 = 0
    self.sources = try sources.map { source throws(IndexError) in
      let folder = DurableFolder(source.path)
      let words = try WordTable(segment: folder, index: source.path)
      let table = try FingerprintTable(segment: folder, words: words, index: source.path)
      try table.checkAll()
      let numbers = words.articles.map { article -> UInt32? in
        guard !source.deletions.contains(article.first) else { return nil }
        defer { number += 1 }
        return number
      }
      return Source(table: table, numbers: numbers, articles: words.articles, words: words)
    }
    self.articles = articles
    let kept = self.sources.flatMap { source in
      zip(source.articles, source.numbers).compactMap { $1 == nil ? nil : $0.passages }
    }
    guard kept == articles.map(\.passages) else {
      throw .damaged(path: path, detail: "a merge did not keep the order of the articles")
    }
  }

  /// Writes the table into the folder of the merged segment; syncing it is left to the caller.
  func write(to folder: DurableFolder) throws(IndexError) {
    var writer = try FingerprintTableWriter(folder.path(of: Layout.fileName))
    for source in sources {
      for (place, (article, number)) in zip(source.articles, source.numbers).enumerated() {
        if place % Self.keptArticles == 0 { source.table.forget() }
        guard let number else { continue }
        for ordinal in 0..<Int(article.passages) {
          try writer.addList(
            source.table.encodedFingerprints(of: Int(article.first) + ordinal),
            ofDocument: Int(articles[Int(number)].first) + ordinal)
        }
      }
    }
    for source in sources {
      for (number, merged) in source.numbers.enumerated() {
        if number % Self.keptArticles == 0 { source.table.forget() }
        guard merged != nil else { continue }
        try writer.addOutline(source.table.outline(ofArticle: number))
      }
    }
    try writeHolders(to: &writer)
    try writer.finish()
  }

  private func writeHolders(to writer: inout FingerprintTableWriter) throws(IndexError) {
    let highBits = Layout.highBits(forHolders: sources.reduce(0) { $0 + $1.table.holderCount })
    let shift = UInt64(Layout.valueBits - highBits)
    var places = sources.map { _ in FingerprintTable.HolderPlace() }
    var bucket: [UInt64] = []
    for number in 0..<UInt64(1) << UInt64(highBits) {
      bucket.removeAll(keepingCapacity: true)
      if number % UInt64(Self.keptBuckets) == 0 { for source in sources { source.table.forget() } }
      for (index, source) in sources.enumerated() {
        places[index] = source.table.forEachHolder(from: places[index], below: (number + 1) << shift) {
          value, article in
          guard Int(article) < source.numbers.count, let merged = source.numbers[Int(article)] else { return }
          bucket.append(value << 32 | UInt64(merged))
        }
      }
      bucket.sort()
      try writer.addBucket(bucket)
    }
  }
}
