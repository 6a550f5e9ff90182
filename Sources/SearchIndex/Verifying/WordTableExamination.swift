import Storage

/// Holds the word table of a segment against Xapian's terms: the same words, and as many passages with each.
///
/// The ranking reads the table alone, and merges make it of other tables: this is where the two meet.
struct WordTableExamination {
  private static let termsAtOnce = 1 << 14
  /// Comes behind all names of other fields and before the words behind them.
  private static let lastName: [UInt8] = [UInt8(ascii: "Z"), 0xFF]

  private let set: SegmentSet
  private let table: WordTable
  private var number = 0

  /// - Parameter set: A segment alone.
  init(set: SegmentSet) {
    self.set = set
    table = set.tables[0]
  }

  /// The first difference, for people; nil where there is none.
  mutating func difference() throws(IndexError) -> String? {
    var after: [UInt8] = []
    while true {
      let terms = try set.vocabulary(prefix: [], after: after, limit: Self.termsAtOnce)
      guard let last = terms.last?.term else { break }
      for (term, passages) in terms where WordTableLayout.isWord(term) {
        if let difference = try difference(term, passages) { return difference }
        number += 1
      }
      after =
        last.lexicographicallyPrecedes(Self.lastName) && !WordTableLayout.isWord(last) ? Self.lastName : last
    }
    return number == table.wordCount ? nil : "the word table has '\(word(number))', which no passage has"
  }

  private func difference(_ term: [UInt8], _ passages: Int) throws(IndexError) -> String? {
    guard number < table.wordCount, table.name(number).elementsEqual(term) else {
      return
        "the word table lacks '\(String(decoding: term, as: UTF8.self))', or has another word in its place"
    }
    let tabled = try table.list(number: number)?.passages ?? 0
    guard tabled != passages else { return nil }
    return "the word table has '\(word(number))' in \(tabled) passages, Xapian's tables in \(passages)"
  }

  private func word(_ number: Int) -> String { String(decoding: table.name(number), as: UTF8.self) }
}
