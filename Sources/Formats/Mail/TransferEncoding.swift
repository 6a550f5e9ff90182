/// The encodings in which mail sends bytes (RFC 2045).
enum TransferEncoding {
  /// Decodes base64; what is no digit of it is left out.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes {
      guard let digit = digit(byte) else { continue }
      bits = bits << 6 | digit
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// Decodes quoted-printable; what is damaged stays as it is.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHeader: Bool = false) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if isHeader, byte == UInt8(ascii: "_") {
        decoded.append(0x20)
      } else if byte == UInt8(ascii: "=") {
        let rest = bytes[index...].prefix(2)
        if rest.first == 0x0A {
          index += 1
        } else if rest.elementsEqual([0x0D, 0x0A]) {
          index += 2
        } else if rest.count == 2, let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16) {
          decoded.append(value)
          index += 2
        } else {
          decoded.append(byte)
        }
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
