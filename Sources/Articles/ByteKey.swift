/// An id, a name or a path by which things are told apart: equal only where all bytes are.
///
/// Swift's strings are equal where they are canonically equivalent: "é" as one code and as a letter with a mark. Two
/// articles, or two files, that have such names are two all the same, and in a set of strings one of them would stand for
/// both, now this one, now that.
public struct ByteKey: Hashable, Comparable, Sendable {
  /// The text itself.
  public let text: String

  /// Makes a key of a text.
  public init(_ text: String) { self.text = text }

  /// Whether all bytes are the same.
  public static func == (one: ByteKey, other: ByteKey) -> Bool {
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Whether one comes first in the order of bytes.
  public static func < (one: ByteKey, other: ByteKey) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    hasher.combine(UInt8(0xFF))
  }
}

extension ByteKey: Codable, CodingKeyRepresentable {
  /// A key of JSON, in ASCII: there, too, strings that are canonically equivalent would be one key.
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The text with `%` and two digits for each byte beyond ASCII, and for `%`.
  public var codingKey: any CodingKey {
    var name: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x80, byte != UInt8(ascii: "%") {
        name.append(byte)
      } else {
        name += "%\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      }
    }
    return Name(stringValue: String(decoding: name, as: UTF8.self))
  }

  /// Reads what ``codingKey`` has; whatever is no `%` with two digits stands for itself.
  public init?(codingKey: some CodingKey) {
    let name = Array(codingKey.stringValue.utf8)
    var bytes: [UInt8] = []
    var next = 0
    while next < name.count {
      let digits = name[next] == UInt8(ascii: "%") && next + 2 < name.count ? name[next + 1...next + 2] : []
      if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        bytes.append(byte)
        next += 3
      } else {
        bytes.append(name[next])
        next += 1
      }
    }
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a text as it is.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text as it is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
