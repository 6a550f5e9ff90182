/// Writes strings as JSON has them (RFC 8259, section 7).
///
/// Beside what JSON demands, everything is escaped that could steer a terminal or end a line for some reader: DEL, the
/// controls U+0080 to U+009F, the line and paragraph separators, and the marks that turn the direction of text. Whoever
/// parses the JSON has the same string.
package enum JSONString {
  /// Adds a string in quotes to bytes.
  package static func append(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { utf8 in
      var copied = 0
      var next = 0
      while next < utf8.count {
        guard let (scalar, length) = escaped(utf8, at: next) else {
          next += 1
          continue
        }
        bytes.append(contentsOf: utf8[copied..<next])
        append(escape: scalar, to: &bytes)
        next += length
        copied = next
      }
      bytes.append(contentsOf: utf8[copied...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string in quotes.
  package static func quoted(_ string: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(string.utf8.count + 2)
    append(string, to: &bytes)
    return bytes
  }

  /// The scalar at a place, with the number of its bytes, where it must not stand as it is.
  private static func escaped(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, length: Int)? {
    let byte = utf8[place]
    switch byte {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return (UInt32(byte), 1)
    case 0xC2:
      let second = utf8[place + 1]
      return second < 0xA0 ? (UInt32(second), 2) : nil
    case 0xD8: return utf8[place + 1] == 0x9C ? (0x61C, 2) : nil
    case 0xE2 where utf8[place + 1] <= 0x81:
      let scalar = 0x2000 + UInt32(utf8[place + 1] & 0x3F) << 6 + UInt32(utf8[place + 2] & 0x3F)
      switch scalar {
      case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return (scalar, 3)
      default: return nil
      }
    default: return nil
    }
  }

  private static func append(escape scalar: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: bytes.append(UInt8(scalar))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(scalar >> shift & 15)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
