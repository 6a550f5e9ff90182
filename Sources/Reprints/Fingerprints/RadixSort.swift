/// Sorts numbers by some of their bits, least significant digit first: linear in their count, and stable.
package enum RadixSort {
  /// Sorts by a range of bits.
  package static func sort(_ numbers: inout [UInt64], bits: Range<Int>) {
    var other = numbers
    var shift = bits.lowerBound
    while shift < bits.upperBound {
      let width = min(11, bits.upperBound - shift)
      pass(from: numbers, into: &other, shift: UInt64(shift), width: width)
      swap(&numbers, &other)
      shift += width
    }
  }

  private static func pass(from numbers: [UInt64], into other: inout [UInt64], shift: UInt64, width: Int) {
    let mask = UInt64((1 << width) - 1)
    var starts = [Int](repeating: 0, count: (1 << width) + 1)
    for number in numbers { starts[Int(number >> shift & mask) + 1] += 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    other.withUnsafeMutableBufferPointer { other in
      for number in numbers {
        let digit = Int(number >> shift & mask)
        other[starts[digit]] = number
        starts[digit] += 1
      }
    }
  }
}
