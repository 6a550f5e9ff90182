/// The bytes of a query with its variants of one mark made one, and where each byte comes from.
///
/// Curly, angled and full-width quotation marks become `"`, full-width ASCII becomes ASCII, hyphens become
/// `-`, and every kind of space and control character becomes a space.
struct QueryBytes {
  /// The bytes after the change, as valid UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte, and for the end, the offset in the query as given.
  private var origins: [Int] = []

  init(_ query: String) {
    var offset = 0
    for scalar in query.unicodeScalars {
      let normal = Self.normal(scalar)
      for byte in UTF8.encode(normal) ?? UTF8.encodedReplacementCharacter {
        bytes.append(byte)
        origins.append(offset)
      }
      offset += UTF8.width(scalar)
    }
    origins.append(offset)
  }

  /// The offsets in the query as given of a range of these bytes.
  func origin(of range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound]..<origins[range.upperBound]
  }

  /// A range of these bytes as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func normal(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20, 0x7F, 0x3000, 0x2028, 0x2029: " "
    case 0x21...0x7E: scalar
    case 0xAB, 0xBB, 0x201C...0x201F: "\""
    case 0x2010, 0x2011: "-"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar.properties.isWhitespace ? " " : scalar
    }
  }
}
