internal import Articles
internal import CBrotli
internal import CZlib

/// The chunks in which a server sends a body whose length it does not know (RFC 9112, section 7.1).
enum Chunks {
  /// The body without the lines between its chunks; as it is where these are none.
  ///
  /// Crawlers keep the header and join the chunks, or keep the chunks and lose the end: both are read.
  static func joined(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var joined: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard let end = bytes[index...].prefix(200).firstIndex(of: 0x0A) else { break }
      let digits = bytes[index..<end].prefix { $0 != UInt8(ascii: ";") }.filter { !$0.isBlank }
      guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
      else {
        return joined.isEmpty ? bytes : joined[...] + bytes[index...]
      }
      if size == 0 { break }
      let start = end + 1
      let stop = min(start + size, bytes.endIndex)
      joined += bytes[start..<stop]
      index = stop
      if index < bytes.endIndex, bytes[index] == 0x0D { index += 1 }
      if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
    }
    return joined.isEmpty && !bytes.isEmpty && bytes.first != UInt8(ascii: "0") ? bytes : joined[...]
  }
}

/// Bodies packed with deflate, with the header of zlib or, as some servers have it, without.
enum Deflated {
  /// What comes out; nil where it is damaged or more than the limit.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    inflated(bytes, windowBits: 15, limit: limit) ?? inflated(bytes, windowBits: -15, limit: limit)
  }

  private static func inflated(_ bytes: [UInt8], windowBits: Int32, limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while true {
        let room = UInt32(buffer.count)
        let status = buffer.withUnsafeMutableBufferPointer { target -> Int32 in
          stream.next_out = target.baseAddress
          stream.avail_out = room
          return inflate(&stream, Z_NO_FLUSH)
        }
        output += buffer[..<Int(room - stream.avail_out)]
        if output.count > limit { return nil }
        if status == Z_STREAM_END { return output }
        guard status == Z_OK, room != stream.avail_out || stream.avail_in > 0 else {
          return output.isEmpty ? nil : output
        }
      }
    }
  }
}

/// Bodies packed with Brotli (RFC 7932).
enum Brotli {
  /// What comes out; nil where it is damaged or more than the limit.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return bytes.withUnsafeBufferPointer { source -> [UInt8]? in
      var next = source.baseAddress
      var left = source.count
      while true {
        var room = buffer.count
        let status = buffer.withUnsafeMutableBufferPointer { target -> BrotliDecoderResult in
          var to = target.baseAddress
          return BrotliDecoderDecompressStream(decoder, &left, &next, &room, &to, nil)
        }
        output += buffer[..<(buffer.count - room)]
        if output.count > limit { return nil }
        switch status {
        case BROTLI_DECODER_RESULT_SUCCESS: return output
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        default: return nil
        }
      }
    }
  }
}
