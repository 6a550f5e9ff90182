import Storage

/// Makes the fingerprint table of a merged segment out of those of its sources, section by section.
///
/// It takes some bytes for each passage and half a byte for each fingerprint: what has been read is given back as it
/// goes.
struct FingerprintTableMerge {
  private typealias Layout = FingerprintTableLayout

  /// The articles, and the buckets, after which the memory of what was read is given back.
  private static let keptArticles = 1 << 15
  private static let keptBuckets = 1 << 14

  private let articles: MergedArticles
  private let tables: [FingerprintTable]

  /// Opens the tables of the sources, and checks every byte of them.
  init(_ articles: MergedArticles, index: String) throws(IndexError) {
    self.articles = articles
    tables = try articles.sources.map { source throws(IndexError) in
      let table = try FingerprintTable(segment: source.folder, words: source.words, index: index)
      try table.checkAll()
      return table
    }
  }

  /// Writes the table into the folder of the merged segment; syncing it is left to the caller.
  func write(to folder: DurableFolder) throws(IndexError) {
    var writer = try FingerprintTableWriter(in: folder)
    for (source, table) in zip(articles.sources, tables) {
      for (place, (article, number)) in zip(source.words.articles, source.numbers).enumerated() {
        if place % Self.keptArticles == 0 { table.forget() }
        guard number != WordTableLayout.noArticle else { continue }
        let first = articles.table.articles[Int(number)].first
        for ordinal in 0..<article.passages {
          try writer.addList(
            table.encodedFingerprints(of: Int(article.first + ordinal)), ofDocument: Int(first + ordinal))
        }
      }
    }
    for (source, table) in zip(articles.sources, tables) {
      for (place, number) in source.numbers.enumerated() {
        if place % Self.keptArticles == 0 { table.forget() }
        guard number != WordTableLayout.noArticle else { continue }
        try writer.addOutline(table.outline(ofArticle: place))
      }
    }
    try writeHolders(to: &writer)
    try writer.finish()
  }

  private func writeHolders(to writer: inout FingerprintTableWriter) throws(IndexError) {
    let highBits = Layout.highBits(forHolders: tables.reduce(0) { $0 + $1.holderCount })
    let shift = UInt64(Layout.valueBits - highBits)
    var places = tables.map { _ in FingerprintTable.HolderPlace() }
    var bucket: [UInt64] = []
    for number in 0..<UInt64(1) << UInt64(highBits) {
      bucket.removeAll(keepingCapacity: true)
      if number % UInt64(Self.keptBuckets) == 0 { for table in tables { table.forget() } }
      for index in tables.indices {
        let numbers = articles.sources[index].numbers
        var isSound = true
        places[index] = tables[index].forEachHolder(from: places[index], below: (number + 1) << shift) {
          value, article in
          guard Int(article) < numbers.count else { return isSound = false }
          let merged = numbers[Int(article)]
          if merged != WordTableLayout.noArticle { bucket.append(value << 32 | UInt64(merged)) }
        }
        guard isSound else { throw tables[index].damaged }
      }
      bucket.sort()
      try writer.addBucket(bucket)
    }
  }
}
