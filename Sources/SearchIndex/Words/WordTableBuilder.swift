internal import CXapianShim

/// Makes the word table of a segment that is complete, by reading Xapian's tables of it from end to end.
///
/// It costs some 3 % of what the building of the segment does; the memory that it takes is that of the
/// segment's documents and names, not of its postings.
struct WordTableBuilder {
  private let folder: DurableFolder
  private let reader: OpaquePointer
  private var articles: [TabledArticle] = []
  private var lengths: [UInt16] = [0]
  private var owners: [UInt32] = [WordTableLayout.noArticle]
  /// The heads of articles without a headline.
  private var untitled: [UInt32] = []

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
    return builder.articles
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
      guard let locator = PassageLocator(value) else { throw damaged }
      try add(document: found.docids[index], length: found.lengths[index], locator)
    }
  }

  private mutating func add(
    document docid: UInt32, length: UInt32, _ locator: PassageLocator
  ) throws(IndexError) {
    while owners.count < Int(docid) {
      owners.append(WordTableLayout.noArticle)
      lengths.append(0)
    }
    let titleLength = UInt32(clamping: locator.titleTerms)
    if locator.ordinal == 0 {
      articles.append(TabledArticle(first: docid, passages: 0, titleLength: titleLength, length: titleLength))
      if titleLength == 0 { untitled.append(docid) }
    }
    guard let last = articles.last, docid == last.first + last.passages,
      locator.ordinal == Int(last.passages)
    else { throw damaged }
    // A passage has the headline's words twice: in the text and as a title.
    let own = length - min(length, titleLength)
    articles[articles.count - 1].passages += 1
    articles[articles.count - 1].length += own - min(own, titleLength)
    owners.append(UInt32(articles.count - 1))
    lengths.append(UInt16(clamping: own))
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
        try add(list, titles: try titles.list(of: list.name), to: &writer)
      }
    }
    try writer.finish(articles: articles, lengths: lengths, owners: owners)
  }

  private func add(
    _ list: ListStream.List, titles: [WordTableWriter.Posting], to writer: inout WordTableWriter
  ) throws(IndexError) {
    var passages: [WordTableWriter.Posting] = []
    passages.reserveCapacity(list.occurrences.count)
    var leads: [WordTableWriter.Posting] = []
    var count = 0
    var last = WordTableLayout.noArticle
    for occurrence in list.occurrences {
      guard Int(occurrence.docid) < owners.count else { throw damaged }
      let owner = owners[Int(occurrence.docid)]
      if owner != last { count += 1 }
      last = owner
      passages.append(.init(number: occurrence.docid, frequency: occurrence.frequency))
      if occurrence.early > 0 { leads.append(.init(number: owner, frequency: occurrence.early)) }
    }
    let both = leads.isEmpty ? titles : (titles + leads).sorted { $0.number < $1.number }
    try writer.add(list.name, articles: count, titles: both, passages: passages)
  }

  /// The titles' lists, asked for in the order of their words.
  private struct TitleLists {
    private let owners: [UInt32]
    private let articles: [TabledArticle]
    private var stream: ListStream
    private var ahead: ListStream.List?
    private var isAtStart = true

    init(_ builder: WordTableBuilder) {
      owners = builder.owners
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
      // Each passage has the title: the first one speaks for the article.
      return list.occurrences.compactMap { occurrence in
        guard Int(occurrence.docid) < owners.count, Int(owners[Int(occurrence.docid)]) < articles.count
        else { return nil }
        let owner = owners[Int(occurrence.docid)]
        guard articles[Int(owner)].first == occurrence.docid else { return nil }
        return .init(number: owner, frequency: occurrence.frequency)
      }
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
      early = builder.untitled
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
