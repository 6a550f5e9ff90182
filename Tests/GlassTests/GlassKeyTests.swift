import Testing

@testable import Glass

struct GlassKeyTests {
  @Test func `keys of numbers sort as the numbers do`() {
    let edges: [UInt32] = [15, 16, 21, 22, 28, 29, 31].flatMap { bit -> [UInt32] in
      [1 << bit - 1, 1 << bit, 1 << bit + 1]
    }
    let numbers = ([0, 1, 255, 256, UInt32.max - 1, UInt32.max] + edges).sorted()
    let keys = numbers.map { number in
      var key = GlassKey()
      key.append(sortable: number)
      return Array(key.buffer)
    }
    for (low, high) in zip(keys, keys.dropFirst()) {
      #expect(low.lexicographicallyPrecedes(high))
    }
    #expect(keys.map(\.count) == numbers.map { $0 < 1 << 15 ? 2 : $0 < 1 << 22 ? 3 : $0 < 1 << 29 ? 4 : 5 })
    #expect(!keys.contains { $0.first == 0xFF })
    let examples: [(UInt32, [UInt8])] = [
      (0x7FFF, [0x7F, 0xFF]), (0x8000, [0x80, 0x80, 0]), (1 << 22, [0xC0, 0x40, 0, 0]),
      (.max, [0xE0, 0xFF, 0xFF, 0xFF, 0xFF]),
    ]
    for (number, bytes) in examples {
      var key = GlassKey()
      key.append(sortable: number)
      let made = Array(key.buffer)
      #expect(made == bytes)
    }
  }

  @Test func `numbers are read from keys as they are written, and in no other form`() {
    func read(_ bytes: [UInt8]) -> UInt32? {
      bytes.withUnsafeBufferPointer { bytes in
        GlassKey.sortable(in: bytes, at: 1).flatMap { $0.end == bytes.count ? $0.number : nil }
      }
    }
    let numbers: [UInt32] = [0, 1, 0x7FFF, 0x8000, 0x3F_FFFF, 0x40_0000, 0x1FFF_FFFF, 0x2000_0000, .max]
    for number in numbers {
      var key = GlassKey()
      key.append(7)
      key.append(sortable: number)
      let bytes = Array(key.buffer)
      #expect(read(bytes) == number)
      #expect(read(bytes.dropLast()) == nil)
    }
    // More bytes than the number takes, more bits than a number has, and more bytes than there are for one.
    for bytes: [UInt8] in [
      [0x80, 0, 1], [0x80, 0x7F, 0xFF], [0xC0, 0, 0x80, 0], [0xE1, 0, 0, 0, 0], [0xF0, 1, 0, 0, 0, 0], [],
    ] {
      #expect(read([7] + bytes) == nil, "\(bytes)")
    }
  }

  @Test func `a key keeps what it begins with`() {
    var key = GlassKey()
    Array("drone".utf8).withUnsafeBufferPointer { key.append($0) }
    key.append(0)
    key.append(sortable: 7)
    key.keepFirst(6)
    key.append(sortable: 300)
    #expect(Array(key.buffer) == Array("drone".utf8) + [0, 1, 44])
  }
}
