internal import CXapianShim

/// Makes the word table of a segment that Xapian has merged, by reading its tables from end to end.
///
/// The memory that it takes is that of the segment's documents and names, not of its postings.
struct WordTableBuilder {
  private let folder: DurableFolder
  private let reader: OpaquePointer
  private var articles = WordTableArticles()

  /// The postings that are read at once.
  private static let enoughPostings = 1 << 18

  /// Writes the table into the folder of a segment; syncing it is left to the caller.
  ///
  /// - Parameter path: The folder of the segment, whose files are closed.
  /// - Returns: The articles of the segment, in order.
  @discardableResult
  static func build(segment path: String) throws(IndexError) -> [TabledArticle] {
    var made: OpaquePointer?
    let error = withSegments([(path: path, deletions: DeletionSet())]) {
      cxs_reader_open($0.baseAddress, $0.count, &made)
    }
    try check(error, at: path)
    let reader = handedOut(made)
    defer { cxs_reader_free(reader) }
    var builder = WordTableBuilder(folder: DurableFolder(path), reader: reader)
    try builder.readArticles()
    try builder.write()
    return builder.articles.articles
  }

  private init(folder: DurableFolder, reader: OpaquePointer) {
    self.folder = folder
    self.reader = reader
  }

  // MARK: Articles

  private mutating func readArticles() throws(IndexError) {
    var out: UnsafeMutablePointer<cxs_catalogue>?
    try check(cxs_reader_catalogue(reader, 0, Slot.locator.rawValue, &out), at: folder.path)
    let catalogue = handedOut(out)
    defer { cxs_catalogue_free(catalogue) }
    let found = catalogue.pointee
    var start = 0
    for index in 0..<found.count {
      let end = Int(found.values.ends[index])
      let value = UnsafeBufferPointer(start: found.values.bytes + start, count: end - start)
      start = end
      guard let locator = PassageLocator(value),
        articles.add(document: found.docids[index], length: found.lengths[index], locator)
      else { throw damaged }
    }
  }

  private var damaged: IndexError {
    .damaged(path: folder.path, detail: "a passage does not say where it lies in its article")
  }

  // MARK: Words

  private func write() throws(IndexError) {
    var writer = try WordTableWriter(folder.path(of: WordTableLayout.fileName))
    var titles = TitleLists(self)
    // Names of other fields begin with capitals: words lie before and behind them.
    for range in [(from: "", until: "A"), (from: "[", until: "")] {
      var lists = ListStream(self, from: Array(range.from.utf8), until: Array(range.until.utf8))
      while let list = try lists.next() {
        guard list.occurrences.allSatisfy({ articles.contains($0.docid) }) else { throw damaged }
        let occurrences = list.occurrences.map {
          WordTableArticles.Occurrence(document: $0.docid, frequency: $0.frequency, early: $0.early)
        }
        try articles.add(list.name, occurrences, titles: try titles.list(of: list.name), to: &writer)
      }
    }
    try articles.finish(writer)
  }

  /// The titles' lists, asked for in the order of their words.
  private struct TitleLists {
    private let articles: WordTableArticles
    private var stream: ListStream
    private var ahead: ListStream.List?
    private var isAtStart = true

    init(_ builder: WordTableBuilder) {
      articles = builder.articles
      stream = ListStream(builder, from: Field.title.prefix, until: Array("T".utf8))
    }

    mutating func list(of name: [UInt8]) throws(IndexError) -> [WordTableWriter.Posting] {
      if isAtStart { ahead = try stream.next() }
      isAtStart = false
      while let list = ahead, list.name.dropFirst().lexicographicallyPrecedes(name) {
        ahead = try stream.next()
      }
      guard let list = ahead, list.name.dropFirst().elementsEqual(name) else { return [] }
      return articles.titlePostings(list.occurrences.lazy.map { ($0.docid, $0.frequency) })
    }
  }

  /// Posting lists in the order of their terms, read in batches.
  private struct ListStream {
    struct List {
      let name: [UInt8]
      let occurrences: ArraySlice<cxs_occurrence>
    }

    private let path: String
    private let reader: OpaquePointer
    private let early: [UInt32]
    private var from: [UInt8]
    private var isAfter = false
    private let until: [UInt8]
    private var batch: ArraySlice<List> = []

    init(_ builder: WordTableBuilder, from: [UInt8], until: [UInt8]) {
      path = builder.folder.path
      reader = builder.reader
      early = builder.articles.untitled
      self.from = from
      self.until = until
    }

    mutating func next() throws(IndexError) -> List? {
      if batch.isEmpty { try readBatch() }
      return batch.popFirst()
    }

    private mutating func readBatch() throws(IndexError) {
      var out: UnsafeMutablePointer<cxs_listing>?
      let error = early.withUnsafeBufferPointer { early in
        var request = cxs_listing_request()
        request.early = early.baseAddress
        request.early_count = early.count
        request.early_bound = UInt32(WordTableLayout.leadLength)
        request.after_from = isAfter
        request.enough = WordTableBuilder.enoughPostings
        return from.withUnsafeBufferPointer { from in
          until.withUnsafeBufferPointer { until in
            (request.from, request.from_count) = (from.baseAddress, from.count)
            (request.until, request.until_count) = (until.baseAddress, until.count)
            return cxs_reader_listing(reader, &request, &out)
          }
        }
      }
      try check(error, at: path)
      let listing = handedOut(out)
      defer { cxs_listing_free(listing) }
      let names = strings(listing.pointee.terms)
      let ends = UnsafeBufferPointer(start: listing.pointee.ends, count: names.count)
      let all = Array(
        UnsafeBufferPointer(start: listing.pointee.occurrences, count: Int(ends.last ?? 0)))
      let slices = pieces(ends) { all[$0] }
      batch = ArraySlice(zip(names, slices).map { List(name: $0, occurrences: $1) })
      if let last = names.last { (from, isAfter) = (last, true) }
    }
  }
}
