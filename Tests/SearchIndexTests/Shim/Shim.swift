import CXapianShim
import Testing
import XapianReference

/// Short ways to call the shim, for its tests.
enum Shim {
  /// The code of what a call returned, which is freed; nil for success.
  ///
  /// An error without a text is a failure.
  static func code(_ error: OpaquePointer?) -> cxs_code? {
    guard let error else { return nil }
    defer { cxs_error_free(error) }
    #expect(String(cString: cxs_error_message(error)).isEmpty == false)
    return cxs_error_code(error)
  }

  /// Makes a segment of documents with some terms each, at positions from 1, and gives its path.
  static func segment(_ path: String, _ documents: [[String]]) throws -> String {
    let writer = reference_writer_create(path)
    defer { reference_writer_free(writer) }
    for (number, terms) in documents.enumerated() {
      reference_writer_begin(writer)
      for (index, term) in terms.enumerated() {
        let bytes = Array(term.utf8)
        reference_writer_occurrence(writer, bytes, bytes.count, UInt32(index + 1))
        if index == 0 { reference_writer_value(writer, 3, bytes, bytes.count) }
      }
      let data = number == 0 ? "data" : ""
      reference_writer_end(writer, Array(data.utf8), data.utf8.count)
    }
    return path
  }

  static func withSegments<Result>(
    _ segments: [(String, [cxs_run])], _ body: ([cxs_segment]) -> Result
  ) -> Result {
    let paths = segments.map { $0.0.utf8CString.withUnsafeBufferPointer { copy($0) } }
    let runs = segments.map { $0.1.withUnsafeBufferPointer { copy($0) } }
    defer {
      for path in paths { path.deallocate() }
      for run in runs { run.deallocate() }
    }
    return body(
      zip(paths, runs).compactMap { path, run in
        path.baseAddress.map {
          cxs_segment(
            path: $0, deleted: UnsafePointer(run.baseAddress), deleted_count: run.count, is_unchecked: false)
        }
      })
  }

  private static func copy<Element>(_ buffer: UnsafeBufferPointer<Element>) -> UnsafeMutableBufferPointer<
    Element
  > {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: buffer.count)
    _ = copy.initialize(from: buffer)
    return copy
  }

  static func open(_ segments: [(String, [cxs_run])], _ reader: inout OpaquePointer?) -> cxs_code? {
    withSegments(segments) { code(cxs_reader_open($0, $0.count, &reader)) }
  }

  static func reader(_ segments: [(String, [cxs_run])]) throws -> OpaquePointer {
    var reader: OpaquePointer?
    try #require(open(segments, &reader) == nil)
    return try #require(reader)
  }

  /// Lends terms to a call.
  static func withTerms<Result>(_ terms: [String], _ body: (UnsafePointer<cxs_terms>) -> Result) -> Result {
    var bytes: [UInt8] = []
    var slices: [cxs_slice] = []
    for term in terms {
      slices.append(cxs_slice(offset: UInt32(bytes.count), length: UInt32(term.utf8.count)))
      bytes += term.utf8
    }
    return bytes.withUnsafeBufferPointer { bytes in
      slices.withUnsafeBufferPointer { slices in
        var list = cxs_terms(
          bytes: bytes.baseAddress, byte_count: bytes.count, slices: slices.baseAddress, count: slices.count)
        return body(&list)
      }
    }
  }

  /// The posting list of each term, as segment and id.
  static func postings(
    _ reader: OpaquePointer, _ terms: [String], freeing: Bool = false
  ) throws -> [[[UInt32]]] {
    defer { if freeing { cxs_reader_free(reader) } }
    var out: UnsafeMutablePointer<cxs_postings>?
    try #require(code(withTerms(terms) { cxs_reader_postings(reader, $0, &out) }) == nil)
    let lists = try #require(out).pointee
    defer { cxs_postings_free(out) }
    return (0..<lists.count).map { list in
      let start = list == 0 ? 0 : Int(lists.ends[list - 1])
      return (start..<Int(lists.ends[list])).map { [lists.documents[$0].segment, lists.documents[$0].docid] }
    }
  }

  static func strings(_ list: cxs_strings) -> [String] {
    (0..<list.count).map { index in
      let start = index == 0 ? 0 : Int(list.ends[index - 1])
      return String(
        decoding: UnsafeBufferPointer(start: list.bytes + start, count: Int(list.ends[index]) - start),
        as: UTF8.self)
    }
  }

  /// Runs a program of steps; `text` holds the bytes of their slices.
  static func search(
    _ reader: OpaquePointer, _ steps: [cxs_step], text: String, request: cxs_search_request = request(),
    _ out: inout UnsafeMutablePointer<cxs_hits>?
  ) -> cxs_code? {
    steps.withUnsafeBufferPointer { steps in
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var request = request
        request.steps = steps.baseAddress
        request.step_count = steps.count
        request.bytes = bytes.baseAddress
        request.byte_count = bytes.count
        return code(cxs_reader_search(reader, &request, &out))
      }
    }
  }

  static func request(count: UInt32 = 10) -> cxs_search_request {
    var request = cxs_search_request()
    request.count = count
    request.value_slot = 3
    request.k1 = 1.2
    request.b = 0.75
    return request
  }

  static func step(
    _ kind: cxs_step_kind, operands: UInt32 = 0, window: UInt32 = 0, factor: Double = 1,
    first: cxs_slice = cxs_slice(), second: cxs_slice = cxs_slice()
  ) -> cxs_step {
    cxs_step(
      kind: kind.rawValue, operands: operands, window: window, slot: 3, factor: factor, first: first,
      second: second)
  }
}
