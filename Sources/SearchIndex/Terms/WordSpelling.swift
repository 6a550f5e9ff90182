/// The bytes of a word of up to 16 bytes as two numbers, with its length and what else tells it from others: compared
/// without a look at any other place of the memory.
struct WordSpelling: Equatable {
  /// The most bytes that the numbers hold.
  private static let mostBytes = 16

  /// The first eight bytes, or all of a shorter word; of a word that is too long whatever the caller keeps.
  var first: UInt64 = 0
  /// The last eight bytes of a word of more than eight.
  private(set) var last: UInt64 = 0
  /// The length in the lowest eight bits, the salt above.
  private(set) var tag: UInt32 = 0

  init() {}

  /// - Parameters:
  ///   - word: At most 255 bytes.
  ///   - salt: Tells words apart that have the same bytes; 24 bits.
  @inline(__always)
  init(_ word: UnsafeBufferPointer<UInt8>, salt: UInt32) {
    let count = word.count
    tag = salt << 8 | UInt32(count)
    guard count <= Self.mostBytes else { return }
    let raw = UnsafeRawBufferPointer(word)
    if count >= 8 {
      first = raw.loadUnaligned(as: UInt64.self)
      last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      let (low, high) = (
        raw.loadUnaligned(as: UInt32.self), raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      )
      first = UInt64(low) | UInt64(high) << 32
    } else {
      for byte in raw { first = first << 8 | UInt64(byte) }
    }
  }

  /// Whether the numbers hold all of the word.
  @inline(__always)
  var isWhole: Bool { tag & 0xFF <= Self.mostBytes }

  /// A hash of a word that the numbers hold, with a key that nobody knows who makes a text.
  @inline(__always)
  func hash(key: UInt64) -> UInt64 {
    WordHash.mixed(WordHash.mixed(key ^ UInt64(tag) &* 0x9E37_79B9_7F4A_7C15 ^ first) ^ last)
  }
}
