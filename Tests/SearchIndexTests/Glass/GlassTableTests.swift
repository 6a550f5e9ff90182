import Testing
import XapianReference

@testable import Glass
@testable import SearchIndex
@testable import Storage

/// Positions and terms, apart from a database.
struct GlassTableTests {
  @Test func `terms are numbered once and sorted by their bytes`() throws {
    var terms = SegmentTerms()
    var draw = Lottery(seed: 1)
    let names = (0..<5_000).map { _ in
      Array(String(draw.below(4_000), radix: 7).utf8)
        + (draw.below(9) == 0 ? [0xC3, 0xA9] : [])
    }
    let numbers = names.map { name in name.withUnsafeBufferPointer { terms.number(of: $0) } }
    for (name, number) in zip(names, numbers) {
      let again = name.withUnsafeBufferPointer { terms.number(of: $0) }
      #expect(again == number)
    }
    let distinct = Set(names)
    #expect(terms.count == distinct.count)
    try terms.withNames { found throws(IndexError) in
      let sorted = found.sorted.map { Array(found[$0]) }
      #expect(sorted == distinct.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `occurrences come back by terms and documents`() throws {
    var inverter = SegmentInverter()
    func number(_ term: String) -> UInt32 {
      Array(term.utf8).withUnsafeBufferPointer { inverter.number(of: $0) }
    }
    let (b, a) = (number("b"), number("a"))
    inverter.beginDocument()
    for (term, occurrence) in [(b, UInt32(1)), (a, 2), (b, 3), (b, 3)] { inverter.add(term, .at(occurrence)) }
    inverter.add(b, .counted)
    inverter.beginDocument()
    inverter.add(a, .tag)
    inverter.beginDocument()
    inverter.beginDocument()
    inverter.add(b, .counted)
    #expect(inverter.count == 7)
    var lines: [String] = []
    try inverter.inverted().forEachTerm { term throws(IndexError) in
      let name = String(decoding: term.name, as: UTF8.self)
      for (place, posting) in term.postings.enumerated() {
        lines.append("\(name) \(posting.document) \(posting.frequency) \(Array(term.positions(of: place)))")
      }
    }
    #expect(lines == ["a 1 1 [2]", "a 2 0 []", "b 1 4 [1, 3]", "b 4 1 []"])
  }
}
