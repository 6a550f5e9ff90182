import CXapianShim
import TestSupport
import Testing

/// The shim's reader: each function with good and bad input, and how long results live.
struct ShimReaderTests {
  let folder: TemporaryFolder
  let one: String
  let two: String

  init() throws {
    folder = try TemporaryFolder()
    one = try Shim.segment(
      folder.path(of: "one"), [["head", "drone", "border"], ["drone", "drone"], ["head", "rain"]])
    two = try Shim.segment(folder.path(of: "two"), [["head", "drone"], ["harvest"]])
  }

  private func withReader<Result>(
    deleted: [cxs_run] = [], _ body: (OpaquePointer) throws -> Result
  ) throws -> Result {
    let reader = try Shim.reader([(one, deleted), (two, [])])
    defer { cxs_reader_free(reader) }
    return try body(reader)
  }

  // MARK: Opening

  @Test func `a segment that is missing is not found`() {
    var reader: OpaquePointer?
    #expect(Shim.open([(folder.path(of: "missing"), [])], &reader) == CXS_NOT_FOUND)
    #expect(reader == nil)
  }

  @Test func `a folder of something else is no segment`() {
    var reader: OpaquePointer?
    WholeFiles.write(folder.path(of: "letter"), "Dear reader")
    let code = Shim.open([(folder.path(of: "letter"), [])], &reader)
    #expect(code != nil && code != CXS_UNEXPECTED)
    #expect(reader == nil)
  }

  @Test(arguments: ["iamglass", "postlist.glass"])
  func `a segment with a damaged head is corrupt`(file: String) throws {
    WholeFiles.write(one + "/" + file, Array("no database at all".utf8))
    var reader: OpaquePointer?
    #expect(Shim.open([(one, [])], &reader) == CXS_CORRUPT)
  }

  @Test func `deletions that are no ascending runs are refused`() {
    var reader: OpaquePointer?
    for runs in [
      [cxs_run(first: 0, count: 1)], [cxs_run(first: 1, count: 0)], [cxs_run(first: 2, count: .max)],
      [cxs_run(first: 2, count: 1), cxs_run(first: 1, count: 1)],
    ] {
      #expect(Shim.open([(one, runs)], &reader) == CXS_BAD_ARGUMENT)
    }
  }

  // MARK: Reading

  @Test func `sizes are given for each segment and refused for others`() throws {
    try withReader(deleted: [cxs_run(first: 1, count: 2)]) { (reader: OpaquePointer) throws in
      var size = cxs_segment_size()
      #expect(Shim.code(cxs_reader_size(reader, 0, &size)) == nil)
      #expect(size.documents == 1 && size.deleted == 2 && size.last_docid == 3 && size.total_length == 7)
      #expect(Shim.code(cxs_reader_size(reader, 2, &size)) == CXS_BAD_ARGUMENT)
    }
  }

  @Test func `posting lists leave out what is deleted`() throws {
    let all = try withReader { try Shim.postings($0, ["drone", "absent", ""]) }
    #expect(all == [[[0, 1], [0, 2], [1, 1]], [], []])
    let kept = try withReader(deleted: [cxs_run(first: 1, count: 1)]) { try Shim.postings($0, ["drone"]) }
    #expect(kept == [[[0, 2], [1, 1]]])
  }

  @Test func `the vocabulary comes in pages`() throws {
    try withReader { (reader: OpaquePointer) throws in
      func page(_ prefix: String, after: String = "", limit: Int = 10) throws -> [String] {
        var out: UnsafeMutablePointer<cxs_vocabulary>?
        let error = cxs_reader_vocabulary(
          reader, Array(prefix.utf8), prefix.utf8.count, Array(after.utf8), after.utf8.count, limit, &out)
        try #require(Shim.code(error) == nil)
        defer { cxs_vocabulary_free(out) }
        return Shim.strings(try #require(out).pointee.terms)
      }
      #expect(try page("") == ["border", "drone", "harvest", "head", "rain"])
      #expect(try page("h", limit: 1) == ["harvest"])
      #expect(try page("h", after: "harvest") == ["head"])
      #expect(try page("h", after: "hb") == ["head"])
      #expect(try page("z").isEmpty)
      #expect(try page("", limit: 0).isEmpty)
    }
  }

  @Test func `data, values and terms of documents are read in the order asked for`() throws {
    let documents = [cxs_document(segment: 1, docid: 1), cxs_document(segment: 0, docid: 2)]
    try withReader { (reader: OpaquePointer) throws in
      var out: UnsafeMutablePointer<cxs_strings>?
      #expect(Shim.code(cxs_reader_data(reader, documents, 2, &out)) == nil)
      #expect(Shim.strings(try #require(out).pointee) == ["data", ""])
      cxs_strings_free(out)
      #expect(Shim.code(cxs_reader_values(reader, 3, documents, 2, &out)) == nil)
      #expect(Shim.strings(try #require(out).pointee) == ["head", "drone"])
      cxs_strings_free(out)
      #expect(Shim.code(cxs_reader_values(reader, 7, documents, 2, &out)) == nil)
      #expect(Shim.strings(try #require(out).pointee) == ["", ""])
      cxs_strings_free(out)
      var lists: UnsafeMutablePointer<cxs_term_lists>?
      #expect(Shim.code(cxs_reader_term_lists(reader, documents, 2, Array("d".utf8), 1, &lists)) == nil)
      #expect(Shim.strings(try #require(lists).pointee.terms) == ["drone", "drone"])
      cxs_term_lists_free(lists)
    }
  }

  @Test(arguments: [
    cxs_document(segment: 0, docid: 99), cxs_document(segment: 0, docid: 0),
    cxs_document(segment: 9, docid: 1),
  ])
  func `a document that is not there is refused`(document: cxs_document) throws {
    let expected: [cxs_code] = [CXS_NOT_FOUND, CXS_BAD_ARGUMENT]
    try withReader { (reader: OpaquePointer) throws in
      var strings: UnsafeMutablePointer<cxs_strings>?
      var lists: UnsafeMutablePointer<cxs_term_lists>?
      let data = try #require(Shim.code(cxs_reader_data(reader, [document], 1, &strings)))
      let terms = try #require(Shim.code(cxs_reader_term_lists(reader, [document], 1, nil, 0, &lists)))
      #expect(expected.contains(data) && expected.contains(terms))
      #expect(strings == nil && lists == nil)
    }
  }

  @Test func `bounds of values hold for all segments`() throws {
    try withReader { (reader: OpaquePointer) throws in
      var out: UnsafeMutablePointer<cxs_strings>?
      #expect(Shim.code(cxs_reader_value_bounds(reader, 3, &out)) == nil)
      #expect(Shim.strings(try #require(out).pointee) == ["drone", "head"])
      cxs_strings_free(out)
      #expect(Shim.code(cxs_reader_value_bounds(reader, 7, &out)) == nil)
      #expect(Shim.strings(try #require(out).pointee) == ["", ""])
      cxs_strings_free(out)
    }
  }

  @Test func `positions are those of the terms in the documents`() throws {
    try withReader { (reader: OpaquePointer) throws in
      var positions: UnsafeMutablePointer<cxs_positions>?
      let document = cxs_document(segment: 0, docid: 2)
      let places = (0..<3).map { cxs_place(document: document, term: $0) }
      let error = Shim.withTerms(["drone", "absent", ""]) {
        cxs_reader_positions(reader, $0, places, places.count, &positions)
      }
      #expect(Shim.code(error) == nil)
      let found = try #require(positions).pointee
      #expect((0..<3).map { found.ends[$0] } == [2, 2, 2])
      #expect(found.positions[0] == 1 && found.positions[1] == 2)
      cxs_positions_free(positions)
      let bad = [cxs_place(document: document, term: 1)]
      #expect(
        Shim.code(Shim.withTerms(["drone"]) { cxs_reader_positions(reader, $0, bad, 1, &positions) })
          == CXS_BAD_ARGUMENT)
    }
  }

  @Test func `terms that leave their bytes are refused`() throws {
    try withReader { (reader: OpaquePointer) throws in
      var slice = cxs_slice(offset: 3, length: 9)
      var terms = cxs_terms(bytes: nil, byte_count: 0, slices: nil, count: 1)
      withUnsafePointer(to: &slice) { slice in
        terms.slices = slice
        var out: UnsafeMutablePointer<cxs_postings>?
        #expect(Shim.code(cxs_reader_postings(reader, &terms, &out)) == CXS_BAD_ARGUMENT)
      }
    }
  }

  // MARK: Lifetimes

  @Test func `results outlive the reader and the files`() throws {
    var hits: UnsafeMutablePointer<cxs_hits>?
    let drone = Shim.step(CXS_TERM, first: cxs_slice(offset: 0, length: 5))
    try withReader { (reader: OpaquePointer) throws in
      #expect(Shim.search(reader, [drone], text: "drone", &hits) == nil)
    }
    WholeFiles.remove(one)
    let page = try #require(hits).pointee
    #expect(page.count == 3)
    let values = (0..<3).map { index in
      let slice = page.hits[index].value
      let start = page.bytes + Int(slice.offset)
      return String(decoding: UnsafeBufferPointer(start: start, count: Int(slice.length)), as: UTF8.self)
    }
    #expect(values.sorted() == ["drone", "head", "head"])
    cxs_hits_free(hits)
  }

  @Test func `an open reader goes on when its files are removed`() throws {
    try withReader { (reader: OpaquePointer) throws in
      WholeFiles.remove(one)
      #expect(try Shim.postings(reader, ["drone"])[0].count == 3)
    }
  }
}
