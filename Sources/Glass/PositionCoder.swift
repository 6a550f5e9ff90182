/// Packs ascending positions as Xapian keeps them: the last one, then the first, their number and those between in bits.
///
/// The ones between are coded by halves: of a stretch first the middle one, in as many bits as the places left to it need
/// (binary interpolative coding: Moffat and Stuiver, «Binary interpolative coding for effective index compression»,
/// 2000). Where a code has spare values, those in the middle of its range take a bit less. The lowest bit comes first.
struct PositionCoder: ~Copyable {
  private var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
  private var capacity = 64
  private var count = 0
  private var bits: UInt64 = 0
  private var bitCount: UInt64 = 0

  deinit { bytes.deallocate() }

  /// The positions packed; good until the next call.
  ///
  /// - Parameter positions: At least one, strictly ascending.
  mutating func pack(_ positions: UnsafeBufferPointer<UInt32>) -> UnsafeBufferPointer<UInt8> {
    reserve(positions.count * 5 + 16)
    count = 0
    let (first, last) = (positions[0], positions[positions.count - 1])
    appendVarint(last)
    if positions.count > 1 {
      append(first, of: last)
      append(UInt32(positions.count - 2), of: last - first)
      appendBetween(positions, 0, positions.count - 1)
      if bitCount > 0 { flushByte() }
      (bits, bitCount) = (0, 0)
    }
    return UnsafeBufferPointer(start: bytes, count: count)
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    bytes.deallocate()
    capacity = needed * 2
    bytes = .allocate(capacity: capacity)
  }

  private mutating func appendVarint(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    bytes[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
  }

  /// Codes the positions between two, which are known.
  private mutating func appendBetween(_ positions: UnsafeBufferPointer<UInt32>, _ from: Int, _ to: Int) {
    var from = from
    while from + 1 < to {
      let middle = from + (to - from) / 2
      let lowest = positions[from] + UInt32(middle - from)
      let choices = positions[to] - positions[from] - UInt32(to - from) + 1
      append(positions[middle] - lowest, of: choices)
      appendBetween(positions, from, middle)
      from = middle
    }
  }

  /// Codes one of so many values.
  private mutating func append(_ value: UInt32, of choices: UInt32) {
    var width = UInt64(UInt32.bitWidth - (choices - 1).leadingZeroBitCount)
    var code = UInt64(value)
    let spare = (1 << width) - UInt64(choices)
    if spare > 0 {
      let middle = (UInt64(choices) - spare) / 2
      if code >= middle + spare {
        code = (code - middle - spare) | 1 << (width - 1)
      } else if code >= middle {
        width -= 1
      }
    }
    bits |= code << bitCount
    bitCount += width
    while bitCount >= 8 { flushByte() }
  }

  private mutating func flushByte() {
    bytes[count] = UInt8(truncatingIfNeeded: bits)
    count += 1
    bits >>= 8
    bitCount = bitCount > 8 ? bitCount - 8 : 0
  }
}
