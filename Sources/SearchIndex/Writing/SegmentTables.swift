/// Writes the tables of a segment that go by terms: Xapian's, and the word table, in one pass.
struct SegmentTables {
  private let inverted: InvertedSegment
  private let words: WordTableArticles
  private let folder: DurableFolder
  /// The terms of all documents in the order of terms, to be sorted by documents.
  private var entries: [Entry] = []
  /// For each document id the number of its terms.
  private var termCounts: [Int] = []

  private struct Entry {
    let document: UInt32
    let rank: UInt32
    let frequency: UInt32
  }

  private typealias ListedTerm = (place: UInt32, frequency: UInt32)

  /// - Parameters:
  ///   - words: The articles and the lengths of their passages.
  ///   - folder: The folder of the segment.
  init(_ inverted: consuming InvertedSegment, words: WordTableArticles, folder: DurableFolder) {
    self.inverted = inverted
    self.words = words
    self.folder = folder
  }

  /// Writes everything that goes by terms, and ends the database.
  mutating func write(to database: inout GlassDatabaseWriter) throws(IndexError) {
    try database.begin()
    try writeTerms(to: &database)
    try writeTermLists(to: &database)
    try database.finish()
  }

  private mutating func writeTerms(to database: inout GlassDatabaseWriter) throws(IndexError) {
    termCounts = [Int](repeating: 0, count: database.documentCount + 1)
    let titles = try titleLists()
    var nextTitle = titles[...]
    var table = try WordTableWriter(folder.path(of: WordTableLayout.fileName))
    try inverted.forEachTerm { term throws(IndexError) in
      try add(term, to: &database)
      guard Self.isWord(term.name) else { return }
      while let title = nextTitle.first, title.name.lexicographicallyPrecedes(term.name) { nextTitle.removeFirst() }
      let isTitled = nextTitle.first.map { $0.name.elementsEqual(term.name) } ?? false
      try words.add(
        term.name, occurrences(of: term), titles: isTitled ? nextTitle.first?.postings ?? [] : [], to: &table)
    }
    try words.finish(table)
  }

  /// Names of other fields begin with capitals: words lie before and behind them.
  private static func isWord(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(name[0])
  }

  private mutating func add(
    _ term: InvertedSegment.Term, to database: inout GlassDatabaseWriter
  ) throws(IndexError) {
    try database.addTerm(term.name, term.postings)
    for (number, posting) in term.postings.enumerated() {
      entries.append(
        Entry(document: posting.document, rank: UInt32(term.rank), frequency: posting.frequency))
      termCounts[Int(posting.document)] += 1
      let positions = term.positions(of: number)
      if !positions.isEmpty { try database.addPositions(positions, of: term.name, in: posting.document) }
    }
  }

  // MARK: Words

  private struct TitleList {
    let name: [UInt8]
    let postings: [WordTableWriter.Posting]
  }

  /// The lists of all words of headlines, in byte order.
  private func titleLists() throws(IndexError) -> [TitleList] {
    var lists: [TitleList] = []
    let prefix = Field.title.prefix
    try inverted.forEachTerm(in: try inverted.ranks(beginningWith: prefix[0])) { term throws(IndexError) in
      lists.append(
        TitleList(
          name: Array(term.name.dropFirst(prefix.count)),
          postings: words.titlePostings(term.postings.lazy.map { ($0.document, $0.frequency) })))
    }
    return lists
  }

  private func occurrences(of term: InvertedSegment.Term) -> [WordTableArticles.Occurrence] {
    term.postings.enumerated().map { number, posting in
      var early: UInt32 = 0
      if words.isUntitledHead(posting.document) {
        early = UInt32(term.positions(of: number).prefix { $0 <= WordTableLayout.leadLength }.count)
      }
      return .init(document: posting.document, frequency: posting.frequency, early: early)
    }
  }

  // MARK: Term lists

  private mutating func writeTermLists(to database: inout GlassDatabaseWriter) throws(IndexError) {
    var ends: [Int] = []
    ends.reserveCapacity(termCounts.count)
    var sum = 0
    for count in termCounts {
      ends.append(sum)
      sum += count
    }
    let lists = [ListedTerm](unsafeUninitializedCapacity: entries.count) { lists, count in
      for entry in entries {
        let end = ends[Int(entry.document)]
        lists[end] = (entry.rank, entry.frequency)
        ends[Int(entry.document)] = end + 1
      }
      count = entries.count
    }
    entries = []
    try inverted.withNames { name throws(IndexError) in
      try lists.withUnsafeBufferPointer { lists throws(IndexError) in
        for document in 1..<ends.count {
          let list = UnsafeBufferPointer(rebasing: lists[ends[document - 1]..<ends[document]])
          try database.addTermList(of: UInt32(document), list, name: name)
        }
      }
    }
  }
}
