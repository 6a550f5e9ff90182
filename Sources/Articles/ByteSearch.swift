internal import Glibc

extension Array<UInt8> {
  /// Where some bytes first stand; nil where they do not, or where there are none.
  package func firstRange(ofBytes pattern: [UInt8]) -> Range<Int>? { self[...].firstRange(ofBytes: pattern) }

  /// Whether the UTF-8 of a text occurs in the bytes.
  package func contains(bytesOf text: String) -> Bool { firstRange(ofBytes: Array(text.utf8)) != nil }
}

extension ArraySlice<UInt8> {
  /// Where some bytes first stand; nil where they do not, or where there are none.
  ///
  /// Looks for the first byte by the C library, and compares from there: a pattern is a few bytes long. The standard
  /// library's `firstRange(of:)` is generic: on a page it took some eighteen times as long as all the rest of reading it.
  package func firstRange(ofBytes pattern: [UInt8]) -> Range<Int>? {
    guard let first = pattern.first else { return nil }
    return withUnsafeBytes { bytes -> Range<Int>? in
      guard let base = bytes.baseAddress else { return nil }
      var offset = 0
      while bytes.count - offset >= pattern.count {
        let room = bytes.count - offset - pattern.count + 1
        guard let found = memchr(base + offset, Int32(first), room) else { return nil }
        offset = UnsafeRawPointer(found) - base
        if memcmp(base + offset, pattern, pattern.count) == 0 {
          return startIndex + offset..<startIndex + offset + pattern.count
        }
        offset += 1
      }
      return nil
    }
  }
}
