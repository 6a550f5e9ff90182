import Glass
import Storage

/// Writes the tables of a segment that go by terms in one pass: Xapian's, and the word table.
struct SegmentTables {
  private let inverted: InvertedSegment
  private let words: WordTableArticles

  /// - Parameter words: The articles and the lengths of their passages.
  init(_ inverted: InvertedSegment, words: WordTableArticles) {
    self.inverted = inverted
    self.words = words
  }

  /// Writes all terms to the database, and the words to a table in the folder of the segment.
  func write(to database: inout SegmentDatabase, _ folder: DurableFolder) throws(IndexError) {
    var titles = try titleLists()[...]
    var table = try WordTableWriter(in: folder)
    try inverted.forEachTerm { term throws(IndexError) in
      try database.addTerm(term.name, term.postings, positions: term.positions)
      guard WordTableLayout.isWord(term.name) else { return }
      while let title = titles.first, title.name.lexicographicallyPrecedes(term.name) { titles.removeFirst() }
      let title = titles.first.flatMap { $0.name.elementsEqual(term.name) ? $0.postings : nil }
      try words.add(term.name, occurrences(of: term), titles: title ?? [], to: &table)
    }
    try words.finish(table)
  }

  private struct TitleList {
    let name: [UInt8]
    let postings: [WordTableWriter.Posting]
  }

  /// The lists of all words of headlines, in byte order.
  private func titleLists() throws(IndexError) -> [TitleList] {
    var lists: [TitleList] = []
    let prefix = Field.title.prefix
    try inverted.forEachTerm(in: inverted.ranks(beginningWith: prefix[0])) { term throws(IndexError) in
      lists.append(
        TitleList(
          name: Array(term.name.dropFirst(prefix.count)),
          postings: words.titlePostings(term.postings.lazy.map { ($0.document, $0.frequency) })))
    }
    return lists
  }

  private func occurrences(of term: InvertedSegment.Term) -> [WordTableArticles.Occurrence] {
    term.postings.enumerated().map { place, posting in
      var early = 0
      if words.isUntitledHead(posting.document) {
        early = term.positions(of: place).prefix { $0 <= WordTableLayout.leadLength }.count
      }
      return .init(document: posting.document, frequency: posting.frequency, early: UInt32(early))
    }
  }
}
