import CXapianShim
import TestSupport
import Testing

/// The shim's check, and what is freed.
struct ShimCheckTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `freeing nothing is harmless`() {
    cxs_error_free(nil)
    cxs_reader_free(nil)
    cxs_strings_free(nil)
    cxs_postings_free(nil)
    cxs_vocabulary_free(nil)
    cxs_term_lists_free(nil)
    cxs_positions_free(nil)
    cxs_hits_free(nil)
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
