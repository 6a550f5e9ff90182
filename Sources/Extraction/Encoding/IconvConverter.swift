internal import Glibc

/// Converts from legacy encodings with the C library's `iconv`, which has all that the WHATWG names.
enum IconvConverter {
  /// The text in UTF-8, with U+FFFD for what the encoding does not have; nil where the encoding is not known.
  static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let converter = open(name) else { return nil }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var input = bytes
    input.withUnsafeMutableBytes { source in
      guard let base = source.baseAddress else { return }
      var next: UnsafeMutablePointer<CChar>? = base.assumingMemoryBound(to: CChar.self)
      var left = source.count
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { buffer in
        while left > 0 {
          var target = buffer.baseAddress
          var room = buffer.count
          let result = iconv(converter, &next, &left, &target, &room)
          let problem = errno
          output.append(contentsOf: UnsafeRawBufferPointer(buffer)[..<(buffer.count - room)])
          guard result == -1, problem != E2BIG, left > 0 else { continue }
          // A byte that begins nothing: it is replaced, and the next is tried.
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          next = next.map { $0 + 1 }
          left -= 1
        }
        // A letter that a mark may follow is kept back until the end.
        var target = buffer.baseAddress
        var room = buffer.count
        iconv(converter, nil, nil, &target, &room)
        output.append(contentsOf: UnsafeRawBufferPointer(buffer)[..<(buffer.count - room)])
      }
    }
    return output
  }

  private static func open(_ name: String) -> iconv_t? {
    let converter = iconv_open("UTF-8", EncodingLabels.iconvName(of: name))
    return Int(bitPattern: converter) == -1 ? nil : converter
  }
}
