import CXapianShim
import Testing

/// The shim's writer, merge and check, each with good and bad input.
struct ShimWriterTests {
  let folder: TemporaryFolder
  var path: String { folder.path(of: "segment") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `a segment is not made where something is`() {
    TemporaryFolder.write(path, "in the way")
    var writer: OpaquePointer?
    #expect(Shim.code(cxs_writer_create(path, &writer)) == CXS_BAD_ARGUMENT)
    #expect(writer == nil)
  }

  @Test func `a segment is not made in a folder that is missing`() {
    var writer: OpaquePointer?
    #expect(Shim.code(cxs_writer_create(folder.path(of: "missing/segment"), &writer)) == CXS_NOT_FOUND)
    #expect(writer == nil)
  }

  @Test func `documents get consecutive ids`() throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    #expect(Shim.add(writer, [["a"], ["b"]]) == .success(1))
    #expect(Shim.add(writer, [["c"]]) == .success(3))
    #expect(Shim.code(cxs_writer_flush(writer)) == nil)
    #expect(Shim.code(cxs_writer_close(writer)) == nil)
  }

  @Test(arguments: ["", String(repeating: "x", count: 246), "nul\u{0}"])
  func `a term that would break the commit is refused at once`(term: String) throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    #expect(Shim.add(writer, [["good"], [term]]) == .failure(.init(CXS_BAD_ARGUMENT)))
    #expect(Shim.add(writer, [["good"]]) == .success(1))
  }

  @Test func `the longest term is taken`() throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    #expect(Shim.add(writer, [[String(repeating: "x", count: 245)]]) == .success(1))
    #expect(Shim.code(cxs_writer_close(writer)) == nil)
  }

  @Test func `documents whose numbers do not add up are refused`() throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    var first: UInt32 = 0
    var documents = cxs_documents()
    #expect(Shim.code(cxs_writer_add(writer, &documents, &first)) == CXS_BAD_ARGUMENT)
    var size = cxs_document_size(postings: 2, values: 0)
    withUnsafePointer(to: &size) { size in
      documents.sizes = size
      documents.count = 1
      #expect(Shim.code(cxs_writer_add(writer, &documents, &first)) == CXS_BAD_ARGUMENT)
    }
  }

  @Test(arguments: [
    cxs_slice(offset: 5, length: 1), cxs_slice(offset: 0, length: 5), cxs_slice(offset: .max, length: .max),
  ])
  func `a slice outside the bytes is refused`(slice: cxs_slice) throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    let posting = cxs_posting(term: slice, position: 1, kind: CXS_POSITIONED.rawValue)
    let value = cxs_value(slot: 0, bytes: slice)
    let good = cxs_posting(term: cxs_slice(offset: 0, length: 1), position: 1, kind: CXS_POSITIONED.rawValue)
    #expect(Shim.add(writer, bytes: "abcd", [posting], []) == CXS_BAD_ARGUMENT)
    #expect(Shim.add(writer, bytes: "abcd", [good], [value]) == CXS_BAD_ARGUMENT)
  }

  @Test func `a posting of no known kind is refused`() throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    let posting = cxs_posting(term: cxs_slice(offset: 0, length: 1), position: 1, kind: 9)
    #expect(Shim.add(writer, bytes: "a", [posting], []) == CXS_BAD_ARGUMENT)
  }

  @Test func `a closed writer takes nothing more`() throws {
    let writer = try Shim.writer(path)
    defer { cxs_writer_free(writer) }
    #expect(Shim.code(cxs_writer_close(writer)) == nil)
    #expect(Shim.add(writer, [["a"]]) == .failure(.init(CXS_BAD_ARGUMENT)))
    #expect(Shim.code(cxs_writer_flush(writer)) == CXS_BAD_ARGUMENT)
    #expect(Shim.code(cxs_writer_close(writer)) == CXS_BAD_ARGUMENT)
  }

  @Test func `freeing nothing is harmless`() {
    cxs_error_free(nil)
    cxs_writer_free(nil)
    cxs_reader_free(nil)
    cxs_stemmer_free(nil)
    cxs_strings_free(nil)
    cxs_postings_free(nil)
    cxs_vocabulary_free(nil)
    cxs_term_lists_free(nil)
    cxs_listing_free(nil)
    cxs_catalogue_free(nil)
    cxs_positions_free(nil)
    cxs_hits_free(nil)
  }

  // MARK: Merging and checking

  @Test func `merging joins segments and leaves out what is deleted`() throws {
    let one = try Shim.segment(folder.path(of: "one"), [["a"], ["b"], ["c"]])
    let two = try Shim.segment(folder.path(of: "two"), [["a"], ["d"]])
    let deleted = [cxs_run(first: 2, count: 2)]
    #expect(Shim.merge([(one, deleted), (two, [])], to: path, scratch: folder.path(of: "scratch")) == nil)
    #expect(!TemporaryFolder.names(folder.path).contains("scratch"))
    let reader = try Shim.reader([(path, [])])
    defer { cxs_reader_free(reader) }
    #expect(try Shim.postings(reader, ["a", "b", "c", "d"]).map(\.count) == [2, 0, 0, 1])
    #expect(try Shim.postings(Shim.reader([(one, [])]), ["b"], freeing: true)[0].count == 1)
  }

  @Test func `merging fails with a code for each mistake`() throws {
    let one = try Shim.segment(folder.path(of: "one"), [["a"]])
    let scratch = folder.path(of: "scratch")
    #expect(Shim.merge([], to: path, scratch: scratch) == CXS_BAD_ARGUMENT)
    #expect(Shim.merge([(one, [])], to: one, scratch: scratch) == CXS_BAD_ARGUMENT)
    #expect(Shim.merge([(one, [])], to: path, scratch: folder.path) == CXS_BAD_ARGUMENT)
    #expect(Shim.merge([(folder.path(of: "missing"), [])], to: path, scratch: scratch) == CXS_NOT_FOUND)
    let overlapping = [cxs_run(first: 1, count: 2), cxs_run(first: 2, count: 1)]
    #expect(Shim.merge([(one, overlapping)], to: path, scratch: scratch) == CXS_BAD_ARGUMENT)
    #expect(Shim.merge([(one, [cxs_run(first: 7, count: 1)])], to: path, scratch: scratch) == CXS_NOT_FOUND)
    #expect(TemporaryFolder.names(folder.path) == ["one"])
  }

  @Test func `a good segment has no problems and a missing one is not found`() throws {
    let one = try Shim.segment(folder.path(of: "one"), [["a"], ["b"]])
    var problems = 1
    var report: UnsafeMutablePointer<cxs_strings>?
    #expect(Shim.code(cxs_check(one, &problems, &report)) == nil)
    #expect(problems == 0 && report?.pointee.count == 1)
    cxs_strings_free(report)
    #expect(Shim.code(cxs_check(folder.path(of: "missing"), &problems, &report)) == CXS_NOT_FOUND)
    #expect(report == nil)
  }
}
