internal import Articles

/// References to characters by names of HTML, which feeds hold though XML knows five of them only.
enum XMLEntities {
  private static let ampersand = UInt8(ascii: "&")

  /// The document with the names of HTML replaced by numbers, and without references to entities of its own.
  ///
  /// An entity that a document declares can hold others, and grow without end: none is expanded.
  static func numbered(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(ampersand) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == ampersand, let name = name(in: bytes, after: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += name.utf8.count + 2
      if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
        result += Array("&\(name);".utf8)
      } else {
        for scalar in (HTMLMarkup.character(named: name) ?? "").unicodeScalars {
          result += Array("&#\(scalar.value);".utf8)
        }
      }
    }
    return result
  }

  /// The name of a reference that stands at an ampersand; nil where there is none.
  private static func name(in bytes: [UInt8], after index: Int) -> String? {
    let rest = bytes[(index + 1)...].prefix(32)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > index + 1,
      rest[..<end].allSatisfy({ $0.isLetter || $0.isDigit }), bytes[index + 1].isLetter
    else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
