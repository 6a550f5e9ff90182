import Glass
import Storage

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

  private var terms = SegmentTerms()
  private var entries: [Entry] = []
  /// For each document where its entries begin.
  private var documentStarts: [Int] = []

  /// The number of occurrences.
  var count: Int { entries.count }

  /// The number of a term of the segment, which gets one where it has none.
  ///
  /// - Parameter name: 1 to 245 bytes without a NUL.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    precondition(
      (1...GlassFormat.mostTermBytes).contains(name.count) && !name.contains(0),
      "a term has 1 to 245 bytes and no NUL")
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
