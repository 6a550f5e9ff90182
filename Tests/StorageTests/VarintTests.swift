import Storage
import Testing

struct VarintTests {
  @Test func `numbers are read as they were written, and none behind the end`() {
    let numbers: [UInt64] = [0, 1, 127, 128, 300, 1 << 14, UInt64(UInt32.max)]
    var bytes: [UInt8] = []
    for number in numbers { Varint.append(number, to: &bytes) }
    bytes.withUnsafeBufferPointer { bytes in
      guard var at = bytes.baseAddress else { return }
      let end = at + bytes.count
      for number in numbers {
        let read = Varint.read(&at, end: end)
        #expect(UInt64(read) == number)
      }
      #expect(at == end)
      #expect(Varint.read(&at, end: end) == 0)
      // A number that is cut off ends where the bytes do.
      var cut = end - 1
      let last = Varint.read(&cut, end: end)
      #expect(last == 0x0F && cut == end)
    }
  }
}
