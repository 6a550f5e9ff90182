internal import Glibc

/// Turns text in the encodings of mail and pages into UTF-8, by the system's iconv.
enum CharacterSet {
  /// The text of bytes in an encoding by its name; what cannot be read becomes U+FFFD.
  ///
  /// Bytes that are UTF-8 are read as such whatever is declared, and Latin-1 as Windows-1252, as everywhere on the web.
  static func text(of bytes: [UInt8], declared: String?) -> String {
    if UTF8Check.isValid(bytes), !isStateful(declared) { return String(decoding: bytes, as: UTF8.self) }
    var name = (declared ?? "WINDOWS-1252").uppercased()
    if ["ISO-8859-1", "LATIN1", "US-ASCII", "ASCII", "UTF-8", "UTF8", "UNKNOWN-8BIT", "8BIT"].contains(name) {
      name = "WINDOWS-1252"
    }
    return converted(bytes, from: name) ?? converted(bytes, from: "WINDOWS-1252")
      ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Whether an encoding writes other scripts in bytes of ASCII.
  private static func isStateful(_ name: String?) -> Bool {
    guard let name = name?.uppercased() else { return false }
    return name.hasPrefix("ISO-2022") || name == "UTF-7" || name.hasPrefix("HZ") || name.hasPrefix("UTF-16")
      || name.hasPrefix("UTF-32")
  }

  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
    let converter = iconv_open("UTF-8", name)
    guard converter != iconv_t(bitPattern: -1), let converter else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    input.withUnsafeMutableBytes { source in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      while left > 0 {
        let status = buffer.withUnsafeMutableBytes { target -> Int in
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let status = iconv(converter, &from, &left, &to, &room)
          let error = status == -1 ? Int(errno) : 0
          output += target[..<(target.count - room)]
          return error
        }
        if status == 0 { break }
        guard status != Int(E2BIG) else { continue }
        // A byte that stands for nothing.
        output += Array("\u{FFFD}".utf8)
        from = from.map { $0 + 1 }
        left -= 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
