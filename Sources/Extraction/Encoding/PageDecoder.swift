/// Turns the bytes of a page into UTF-8, by the order of the WHATWG's Encoding and HTML Standards.
///
/// A byte order mark wins, then what the server said, then what the page declares; a page that declares nothing is
/// UTF-8 where it is valid UTF-8, else in the encoding that browsers assume for its language. One thing differs: a
/// page that is valid UTF-8 beyond ASCII is read as UTF-8 whatever it declares, since no text of another encoding
/// looks so by chance.
struct PageDecoder {
  /// The page in UTF-8, without a byte order mark and without carriage returns.
  let utf8: [UInt8]
  /// The encoding that was read, as the standard names it.
  let encoding: String

  /// Decodes a page; `transport` is what the server said of its encoding, if it did.
  init(_ bytes: [UInt8], transport: String? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(validating: Array(bytes.dropFirst(3)), as: "utf-8")
      return
    }
    for (mark, name) in [([0xFE, 0xFF] as [UInt8], "utf-16be"), ([0xFF, 0xFE], "utf-16le")]
    where bytes.starts(with: mark) {
      self.init(converting: Array(bytes.dropFirst(2)), from: name)
      return
    }
    let isASCII = bytes.allSatisfy { $0 < 0x80 && $0 != 0x1B }
    if isASCII || Self.isValid(bytes) {
      let declared = isASCII ? nil : Optional("utf-8")
      // UTF-16 without a mark looks like ASCII with NULs.
      if let name = Self.utf16WithoutMark(bytes) {
        self.init(converting: bytes, from: name)
      } else if declared == nil, let name = Self.stateful(bytes, transport: transport) {
        self.init(converting: bytes, from: name)
      } else {
        self.init(decoded: bytes, from: "utf-8")
      }
      return
    }
    let declaration = MetaPrescan(bytes)
    let name =
      transport.flatMap(EncodingLabels.name) ?? declaration.charset.flatMap(EncodingLabels.name)
      ?? EncodingLabels.usual(forLanguage: declaration.language)
    self.init(converting: bytes, from: name)
  }

  private init(validating bytes: [UInt8], as name: String) {
    self.init(decoded: Self.isValid(bytes) ? bytes : Self.repaired(bytes), from: name)
  }

  private init(converting bytes: [UInt8], from name: String) {
    if name == "utf-8" {
      self.init(validating: bytes, as: name)
      return
    }
    guard let converted = IconvConverter.utf8(bytes, from: name) else {
      self.init(validating: bytes, as: "utf-8")
      return
    }
    self.init(decoded: converted, from: name)
  }

  private init(decoded bytes: [UInt8], from name: String) {
    utf8 = Self.withoutCarriageReturns(bytes)
    encoding = name
  }

  private static func isValid(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  /// U+FFFD for what is not UTF-8.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func utf16WithoutMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x3C, 0, 0x3F, 0]) || bytes.starts(with: [0x3C, 0, 0x21, 0])
      || bytes.starts(with: [0x3C, 0, 0x68, 0])
    {
      return "utf-16le"
    }
    if bytes.starts(with: [0, 0x3C, 0, 0x3F]) || bytes.starts(with: [0, 0x3C, 0, 0x21])
      || bytes.starts(with: [0, 0x3C, 0, 0x68])
    {
      return "utf-16be"
    }
    return nil
  }

  /// The Japanese encoding that is ASCII with escapes, where the page declares it and has escapes.
  private static func stateful(_ bytes: [UInt8], transport: String?) -> String? {
    guard bytes.contains(0x1B) else { return nil }
    let label = transport ?? MetaPrescan(bytes).charset
    return label.flatMap(EncodingLabels.name) == "iso-2022-jp" ? "iso-2022-jp" : nil
  }

  /// Line ends as HTML has them: a line feed for CR LF, and for CR alone.
  static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(of: 0x0D) else { return bytes }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      bytes.withUnsafeBufferPointer { source in
        for index in 0..<first { buffer[index] = source[index] }
        count = first
        for index in first..<source.count {
          let byte = source[index]
          if byte == 0x0A, index > 0, source[index - 1] == 0x0D { continue }
          buffer[count] = byte == 0x0D ? 0x0A : byte
          count += 1
        }
      }
    }
  }
}
