internal import CXapianShim
import Glass

/// Lends a list of terms to a call of the shim.
func withTerms<Result>(
  _ terms: [[UInt8]], _ body: (UnsafePointer<cxs_terms>) -> Result
) -> Result {
  var bytes: [UInt8] = []
  var slices: [cxs_slice] = []
  slices.reserveCapacity(terms.count)
  for term in terms {
    slices.append(cxs_slice(offset: UInt32(bytes.count), length: UInt32(term.count)))
    bytes += term
  }
  return bytes.withUnsafeBufferPointer { bytes in
    slices.withUnsafeBufferPointer { slices in
      var list = cxs_terms(
        bytes: bytes.baseAddress, byte_count: bytes.count, slices: slices.baseAddress, count: slices.count)
      return body(&list)
    }
  }
}

/// Lends a list of segments with their deletions to a call of the shim.
func withSegments<Result>(
  _ segments: [(path: String, deletions: DeletionSet)], areChecked: Bool = true,
  _ body: (UnsafeBufferPointer<cxs_segment>) -> Result
) -> Result {
  var paths: [CChar] = []
  var runs: [cxs_run] = []
  var starts: [(path: Int, run: Int)] = []
  for segment in segments {
    starts.append((paths.count, runs.count))
    paths += segment.path.utf8.map(CChar.init(bitPattern:)) + [0]
    runs += segment.deletions.runs.map { cxs_run(first: $0.first, count: $0.count) }
  }
  return paths.withUnsafeBufferPointer { paths in
    runs.withUnsafeBufferPointer { runs in
      var list: [cxs_segment] = []
      if let path = paths.baseAddress {
        for (segment, start) in zip(segments, starts) {
          list.append(
            cxs_segment(
              path: path + start.path, deleted: runs.baseAddress.map { $0 + start.run },
              deleted_count: segment.deletions.runs.count, is_unchecked: !areChecked))
        }
      }
      return list.withUnsafeBufferPointer(body)
    }
  }
}

/// Cuts a result at its ends and makes a value of each piece.
func pieces<Piece>(_ ends: UnsafeBufferPointer<UInt64>, _ piece: (Range<Int>) -> Piece) -> [Piece] {
  var start = 0
  return ends.map { end in
    defer { start = Int(end) }
    return piece(start..<Int(end))
  }
}

/// Copies a list of byte strings.
func strings(_ list: cxs_strings) -> [[UInt8]] {
  pieces(UnsafeBufferPointer(start: list.ends, count: list.count)) {
    Array(UnsafeBufferPointer(start: list.bytes + $0.lowerBound, count: $0.count))
  }
}
