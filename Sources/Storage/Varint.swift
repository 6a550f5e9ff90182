/// Numbers of seven bits a byte, the lowest first; the high bit says that more follow.
package enum Varint {
  @inlinable @inline(__always)
  package static func append(_ number: UInt64, to buffer: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Reads a number and moves behind it; never reads at or after `end`, where a number that is cut off ends.
  @inlinable @inline(__always)
  package static func read(_ at: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UInt32 {
    guard at < end else { return 0 }
    let first = at.pointee
    at += 1
    if first < 0x80 { return UInt32(first) }
    return readRest(UInt32(first & 0x7F), shift: 7, &at, end: end)
  }

  /// Reads a number of up to 64 bits as ``read(_:end:)`` reads one of 32.
  @inlinable
  package static func readLong(_ at: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UInt64 {
    readRest(0, shift: 0, &at, end: end)
  }

  /// Reads what is left of a number, of which so many bits are known.
  @inlinable
  package static func readRest<Number: FixedWidthInteger>(
    _ start: Number, shift: Number, _ at: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>
  ) -> Number {
    var (number, shift) = (start, shift)
    while at < end {
      let byte = at.pointee
      at += 1
      number |= Number(byte & 0x7F) &<< shift
      if byte < 0x80 { break }
      shift &+= 7
    }
    return number
  }
}
