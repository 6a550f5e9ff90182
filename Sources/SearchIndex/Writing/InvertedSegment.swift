import Glass
import Storage

/// Where terms occur in the documents of a segment: term by term, in byte order of their names.
struct InvertedSegment {
  /// What stands for a position where an occurrence is only counted, and where it is a tag.
  static let (counted, tag) = (UInt32(0), UInt32.max)

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

  /// - Parameters:
  ///   - order: The numbers of the terms in byte order of their names.
  ///   - ends: For each term in that order where its occurrences end.
  ///   - places: All occurrences, term by term in that order; those of a term by document.
  init(terms: SegmentTerms, order: [UInt32], ends: [Int], places: [Place]) {
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
    var lists = Lists()
    try terms.withNames { names throws(IndexError) in
      for rank in ranks ?? order.indices {
        lists.take(places[(rank > 0 ? ends[rank - 1] : 0)..<ends[rank]])
        try lists.lend(names[order[rank]], to: body)
      }
    }
  }

  /// The postings and positions of a term, in memory that is used again for the next.
  private struct Lists {
    private var postings: [GlassPostings.Posting] = []
    private var positions: [UInt32] = []
    private var positionEnds: [Int] = []

    /// Takes the occurrences of a term, those of a document one after the other.
    mutating func take(_ places: ArraySlice<Place>) {
      postings.removeAll(keepingCapacity: true)
      positions.removeAll(keepingCapacity: true)
      positionEnds.removeAll(keepingCapacity: true)
      for place in places {
        if postings.last?.document != place.document {
          if !postings.isEmpty { positionEnds.append(positions.count) }
          postings.append(.init(document: place.document, frequency: 0))
        }
        if place.code == InvertedSegment.tag { continue }
        postings[postings.count - 1].frequency += 1
        guard place.code != InvertedSegment.counted else { continue }
        // The same place twice in a row is one place.
        if positions.count == positionEnds.last ?? 0 || positions[positions.count - 1] != place.code {
          positions.append(place.code)
        }
      }
      positionEnds.append(positions.count)
    }

    func lend(
      _ name: UnsafeBufferPointer<UInt8>, to body: (Term) throws(IndexError) -> Void
    ) throws(IndexError) {
      try postings.withUnsafeBufferPointer { postings throws(IndexError) in
        try positions.withUnsafeBufferPointer { positions throws(IndexError) in
          try positionEnds.withUnsafeBufferPointer { ends throws(IndexError) in
            try body(Term(name: name, postings: postings, positions: positions, positionEnds: ends))
          }
        }
      }
    }
  }
}
