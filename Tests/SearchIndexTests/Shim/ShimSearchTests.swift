import CXapianShim
import TestSupport
import Testing

/// Query programs that are none.
struct ShimSearchTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try Shim.segment(folder.path(of: "one"), [["drone", "border"], ["rain"]])
  }

  private static let term = Shim.step(CXS_TERM, first: cxs_slice(offset: 0, length: 5))

  static let bad: [(String, [cxs_step], cxs_code)] = [
    ("no steps", [], CXS_BAD_QUERY),
    ("two queries", [term, term], CXS_BAD_QUERY),
    ("an empty term", [Shim.step(CXS_TERM)], CXS_BAD_QUERY),
    (
      "a term outside the bytes", [Shim.step(CXS_TERM, first: cxs_slice(offset: 4, length: 9))],
      CXS_BAD_ARGUMENT
    ),
    ("an operand too few", [term, Shim.step(CXS_AND, operands: 2)], CXS_BAD_QUERY),
    ("no operand to leave out from", [Shim.step(CXS_AND_NOT)], CXS_BAD_QUERY),
    ("no operand to filter", [Shim.step(CXS_FILTER)], CXS_BAD_QUERY),
    ("nothing to scale", [Shim.step(CXS_SCALE)], CXS_BAD_QUERY),
    ("a negative weight", [term, Shim.step(CXS_SCALE, factor: -1)], CXS_BAD_QUERY),
    ("an infinite weight", [term, Shim.step(CXS_SCALE, factor: .infinity)], CXS_BAD_QUERY),
    ("a window too small", [term, term, Shim.step(CXS_PHRASE, operands: 2, window: 1)], CXS_BAD_QUERY),
    ("a window too large", [term, term, Shim.step(CXS_NEAR, operands: 2, window: 5000)], CXS_BAD_QUERY),
    ("too many steps", Array(repeating: term, count: 30_000), CXS_BAD_QUERY),
    ("an unknown step", [Shim.step(cxs_step_kind(99))], CXS_BAD_QUERY),
    (
      "nesting too deep", [term] + Array(repeating: Shim.step(CXS_SCALE, factor: 2), count: 2000),
      CXS_BAD_QUERY
    ),
  ]

  @Test(arguments: bad)
  func `a program that is no query is refused`(name: String, steps: [cxs_step], code: cxs_code) throws {
    let reader = try Shim.reader([(path, [])])
    defer { cxs_reader_free(reader) }
    var hits: UnsafeMutablePointer<cxs_hits>?
    #expect(Shim.search(reader, steps, text: "drone", &hits) == code, "\(name)")
    #expect(hits == nil)
  }

  @Test func `parameters that are no numbers are refused`() throws {
    let reader = try Shim.reader([(path, [])])
    defer { cxs_reader_free(reader) }
    var hits: UnsafeMutablePointer<cxs_hits>?
    var request = Shim.request()
    request.k1 = .nan
    #expect(Shim.search(reader, [Self.term], text: "drone", request: request, &hits) == CXS_BAD_ARGUMENT)
    request = Shim.request()
    request.order = 9
    #expect(Shim.search(reader, [Self.term], text: "drone", request: request, &hits) == CXS_BAD_ARGUMENT)
  }

  @Test func `an empty set of segments has no hits`() throws {
    var reader: OpaquePointer?
    #expect(Shim.code(cxs_reader_open(nil, 0, &reader)) == nil)
    defer { cxs_reader_free(reader) }
    var hits: UnsafeMutablePointer<cxs_hits>?
    #expect(Shim.search(try #require(reader), [Self.term], text: "drone", &hits) == nil)
    #expect(hits?.pointee.count == 0)
    cxs_hits_free(hits)
  }

  @Test func `deleted documents are no hits and are not counted`() throws {
    let reader = try Shim.reader([(path, [cxs_run(first: 1, count: 1)])])
    defer { cxs_reader_free(reader) }
    var hits: UnsafeMutablePointer<cxs_hits>?
    #expect(Shim.search(reader, [Shim.step(CXS_ALL)], text: "", &hits) == nil)
    #expect(hits?.pointee.count == 1)
    #expect(hits?.pointee.hits[0].document.docid == 2)
    #expect(hits?.pointee.matches_upper == 1)
    cxs_hits_free(hits)
  }

  @Test func `the library says its version`() {
    #expect(String(cString: cxs_xapian_version()).hasPrefix("1.4"))
  }
}
