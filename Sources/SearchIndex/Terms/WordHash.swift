/// A hash of 64 bits for the bytes of a word, eight at a time, with a key that nobody knows who makes a text.
enum WordHash {
  @inline(__always)
  static func hash(_ word: UnsafeBufferPointer<UInt8>, salt: UInt64, key: UInt64) -> UInt64 {
    var hash = key ^ ((salt &+ UInt64(word.count)) &* 0x9E37_79B9_7F4A_7C15)
    var index = 0
    let raw = UnsafeRawBufferPointer(word)
    while index + 8 <= word.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < word.count {
      rest = rest << 8 | UInt64(word[index])
      index += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
