internal import Articles
internal import Glibc

/// Reads what ``RecordWriter`` wrote; every read fails on bytes that it cannot have written.
struct RecordReader {
  /// The bytes are no article record, or only part of one.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func readNumber() throws(Damaged) -> Int {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 63, by: 7) {
      guard position < bytes.count else { throw Damaged() }
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 {
        guard let number = Int(exactly: number) else { throw Damaged() }
        return number
      }
    }
    throw Damaged()
  }

  mutating func readString() throws(Damaged) -> String {
    let count = try readNumber()
    guard count <= bytes.count - position else { throw Damaged() }
    defer { position += count }
    return try bytes.withUnsafeBufferPointer { bytes throws(Damaged) in
      let part = UnsafeBufferPointer(rebasing: bytes[position..<position + count])
      var string = String(decoding: part, as: UTF8.self)
      // Bytes that are no UTF-8 were mended. `String(validating:)` says the same at several times the cost.
      guard string.withUTF8({ Self.areSame($0, part) }) else { throw Damaged() }
      return string
    }
  }

  private static func areSame(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard one.count == other.count, let first = one.baseAddress, let second = other.baseAddress else {
      return one.isEmpty && other.isEmpty
    }
    return memcmp(first, second, one.count) == 0
  }

  mutating func readOptionalString() throws(Damaged) -> String? {
    switch try readNumber() {
    case 0: nil
    case 1: try readString()
    default: throw Damaged()
    }
  }

  /// Reads a date that was written as its description, or nil.
  mutating func readDate() throws(Damaged) -> ArticleDate? {
    guard let text = try readOptionalString() else { return nil }
    guard let date = ArticleDate(parsing: text) else { throw Damaged() }
    return date
  }

  mutating func readArray<Element>(
    each: (inout RecordReader) throws(Damaged) -> Element
  ) throws(Damaged) -> [Element] {
    let count = try readNumber()
    guard count <= bytes.count - position else { throw Damaged() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try each(&self)) }
    return elements
  }
}
