/// The key of a table's entry while it is composed; many keys in a row begin alike.
struct GlassKey: ~Copyable {
  /// The bytes that the longest key may have.
  static let mostBytes = 255

  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: GlassKey.mostBytes + 1)
  /// The number of bytes so far.
  private(set) var count = 0

  deinit { bytes.deallocate() }

  /// The key, good until it is changed.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  /// Drops all but the first bytes.
  mutating func keepFirst(_ kept: Int) { count = kept }

  /// Begins anew with some bytes.
  mutating func set(_ content: [UInt8]) {
    count = 0
    for byte in content { append(byte) }
  }

  /// Appends bytes; a key that becomes too long is the caller's mistake.
  mutating func append(_ content: UnsafeBufferPointer<UInt8>) {
    precondition(count + content.count <= Self.mostBytes, "a key has at most 255 bytes")
    guard let start = content.baseAddress else { return }
    (bytes + count).update(from: start, count: content.count)
    count += content.count
  }

  /// Appends a byte.
  mutating func append(_ byte: UInt8) {
    precondition(count < Self.mostBytes, "a key has at most 255 bytes")
    bytes[count] = byte
    count += 1
  }

  /// Appends a number so that keys sort as their numbers do: two bytes below 2^15, after that two more than the first
  /// byte has leading ones.
  @inline(__always)
  mutating func append(sortable number: UInt32) {
    if number < 0x8000 {
      append(UInt8(truncatingIfNeeded: number >> 8))
      return append(UInt8(truncatingIfNeeded: number))
    }
    appendLarge(number)
  }

  /// The number that stands at a place of a key as ``append(sortable:)`` writes it, in no more bytes than it takes, and where
  /// it ends; nil where none does.
  @inline(__always)
  static func sortable(in key: UnsafeBufferPointer<UInt8>, at place: Int) -> (number: UInt32, end: Int)? {
    guard place + 2 <= key.count else { return nil }
    let first = key[place]
    if first < 0x80 { return (UInt32(first) << 8 | UInt32(key[place + 1]), place + 2) }
    let marks = (~first).leadingZeroBitCount
    let end = place + marks + 2
    guard marks <= 3, end <= key.count else { return nil }
    var number = UInt64(first & (0x7F >> UInt8(marks)))
    for byte in key[(place + 1)..<end] { number = number << 8 | UInt64(byte) }
    guard let number = UInt32(exactly: number), number >= 0x8000, end - place == largeBytes(number) else {
      return nil
    }
    return (number, end)
  }

  /// The bytes that a number from 2^15 on takes.
  private static func largeBytes(_ number: UInt32) -> Int {
    (UInt32.bitWidth + 5 - number.leadingZeroBitCount) / 7
  }

  private mutating func appendLarge(_ number: UInt32) {
    let length = Self.largeBytes(number)
    let mark = UInt64(0xFF << (10 - length) & 0xFF)
    let marked = UInt64(number) | mark << UInt64(8 * (length - 1))
    for place in (0..<length).reversed() { append(UInt8(truncatingIfNeeded: marked >> UInt64(8 * place))) }
  }
}
