/// Gathers where terms occur in the documents of a segment, document by document, to give it back term by term.
///
/// An occurrence takes eight bytes until ``inverted()``, and as many again while that sorts them.
struct SegmentInverter {
  /// How a term occurs in a document.
  enum Occurrence {
    /// At a position, from 1; counts once towards frequency and length.
    case at(UInt32)
    /// At no position; counts once towards frequency and length.
    case counted
    /// As a tag for filters; counts nothing.
    case tag

    fileprivate var code: UInt32 {
      switch self {
      case .at(let position):
        assert(
          position != InvertedSegment.counted && position != InvertedSegment.tag, "positions begin with 1")
        return position
      case .counted: return InvertedSegment.counted
      case .tag: return InvertedSegment.tag
      }
    }
  }

  private struct Entry {
    let term: UInt32
    let code: UInt32
  }

  private(set) var terms = SegmentTerms()
  private var entries: [Entry] = []
  /// For each document where its entries begin.
  private var documentStarts: [Int] = []

  /// The number of occurrences.
  var count: Int { entries.count }

  /// The number of a term of the segment, which gets one where it has none.
  ///
  /// - Parameter name: 1 to 245 bytes without a NUL.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    precondition((1...245).contains(name.count) && !name.contains(0), "a term has 1 to 245 bytes and no NUL")
    return terms.number(of: name)
  }

  /// Begins the next document, whose id is the number of those so far.
  mutating func beginDocument() { documentStarts.append(entries.count) }

  /// Adds an occurrence of a term to the document that was begun last; the positions of a term must not descend.
  @inline(__always)
  mutating func add(_ term: UInt32, _ occurrence: Occurrence) {
    entries.append(Entry(term: term, code: occurrence.code))
  }

  /// What was added, term by term.
  consuming func inverted() throws(IndexError) -> InvertedSegment {
    let order = try terms.withNames { names throws(IndexError) in names.sorted }
    var ends = [Int](repeating: 0, count: terms.count)
    for entry in entries { ends[Int(entry.term)] += 1 }
    var sum = 0
    for term in order {
      let count = ends[Int(term)]
      ends[Int(term)] = sum
      sum += count
    }
    // What comes first in a document stays first: a counting sort keeps the order of what is alike.
    let places = [InvertedSegment.Place](unsafeUninitializedCapacity: entries.count) { places, count in
      for (number, start) in documentStarts.enumerated() {
        let end = number + 1 < documentStarts.count ? documentStarts[number + 1] : entries.count
        for entry in entries[start..<end] {
          let place = ends[Int(entry.term)]
          places[place] = InvertedSegment.Place(document: UInt32(number + 1), code: entry.code)
          ends[Int(entry.term)] = place + 1
        }
      }
      count = entries.count
    }
    entries = []
    return InvertedSegment(terms: terms, order: order, ends: order.map { ends[Int($0)] }, places: places)
  }
}

/// Where terms occur in the documents of a segment: term by term, in byte order of their names.
struct InvertedSegment {
  fileprivate static let counted: UInt32 = 0
  fileprivate static let tag = UInt32.max

  /// An occurrence of a term.
  struct Place {
    let document: UInt32
    /// The position, or one of the numbers above.
    let code: UInt32
  }

  /// A term with its documents; its memory is good until the next one.
  struct Term {
    let name: UnsafeBufferPointer<UInt8>
    /// The documents with it, ascending; a tag has the frequency 0.
    let postings: UnsafeBufferPointer<GlassPostings.Posting>
    /// All its positions, those of a document back to back and strictly ascending.
    fileprivate let positions: UnsafeBufferPointer<UInt32>
    /// For each posting where its positions end.
    fileprivate let positionEnds: UnsafeBufferPointer<Int>

    /// The positions in a document by its place among the postings; none for a tag or where only counted.
    func positions(of posting: Int) -> UnsafeBufferPointer<UInt32> {
      let start = posting > 0 ? positionEnds[posting - 1] : 0
      return UnsafeBufferPointer(rebasing: positions[start..<positionEnds[posting]])
    }
  }

  private let terms: SegmentTerms
  private let order: [UInt32]
  /// For each term in order where its occurrences end.
  private let ends: [Int]
  private let places: [Place]

  fileprivate init(terms: SegmentTerms, order: [UInt32], ends: [Int], places: [Place]) {
    self.terms = terms
    self.order = order
    self.ends = ends
    self.places = places
  }

  /// The ranks of the terms whose names begin with a byte.
  func ranks(beginningWith byte: UInt8) throws(IndexError) -> Range<Int> {
    try terms.withNames { names throws(IndexError) in
      let first = order.firstIndex { names[$0].first == byte } ?? order.count
      let last = order[first...].firstIndex { names[$0].first != byte } ?? order.count
      return first..<last
    }
  }

  /// Gives terms to `body`, in order.
  ///
  /// - Parameter ranks: Which terms; nil for all.
  func forEachTerm(
    in ranks: Range<Int>? = nil, _ body: (Term) throws(IndexError) -> Void
  ) throws(IndexError) {
    var postings: [GlassPostings.Posting] = []
    var positions: [UInt32] = []
    var positionEnds: [Int] = []
    try terms.withNames { names throws(IndexError) in
      for rank in ranks ?? order.indices {
        postings.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        positionEnds.removeAll(keepingCapacity: true)
        for place in places[(rank > 0 ? ends[rank - 1] : 0)..<ends[rank]] {
          if postings.last?.document != place.document {
            if !postings.isEmpty { positionEnds.append(positions.count) }
            postings.append(.init(document: place.document, frequency: 0))
          }
          if place.code == Self.tag { continue }
          postings[postings.count - 1].frequency += 1
          guard place.code != Self.counted else { continue }
          // The same place twice in a row is one place.
          if positions.count == positionEnds.last ?? 0 || positions[positions.count - 1] != place.code {
            positions.append(place.code)
          }
        }
        positionEnds.append(positions.count)
        try postings.withUnsafeBufferPointer { postings throws(IndexError) in
          try positions.withUnsafeBufferPointer { positions throws(IndexError) in
            try positionEnds.withUnsafeBufferPointer { ends throws(IndexError) in
              try body(
                Term(name: names[order[rank]], postings: postings, positions: positions, positionEnds: ends))
            }
          }
        }
      }
    }
  }
}
