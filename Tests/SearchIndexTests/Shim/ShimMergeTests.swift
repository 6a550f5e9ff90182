import CXapianShim
import Testing

/// The shim's merge and check, each with good and bad input.
struct ShimMergeTests {
  let folder: TemporaryFolder
  var path: String { folder.path(of: "segment") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `freeing nothing is harmless`() {
    cxs_error_free(nil)
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
