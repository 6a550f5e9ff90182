internal import CLexicons

/// The blob of all lists, where it lies in the program.
enum LexiconBlob {
  /// Where each list stands, by its path: `en/stop-words`.
  static let lists: [String: Range<Int>] = {
    let count = number(at: 4)
    var lists = [String: Range<Int>](minimumCapacity: count)
    for entry in stride(from: 8, to: 8 + 16 * count, by: 16) {
      let path = String(decoding: bytes(range(at: entry)), as: UTF8.self)
      lists[path] = range(at: entry + 8)
    }
    return lists
  }()

  /// The languages that have lists, in order.
  static let languages = Set(lists.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    .sorted()

  /// Some bytes of the blob.
  static func bytes(_ range: Range<Int>) -> Slice<UnsafeRawBufferPointer> { blob[range] }

  /// The whole blob; it is constant and lives as long as the program.
  private static var blob: UnsafeRawBufferPointer {
    var size = 0
    let start = reprise_lexicons(&size)
    return UnsafeRawBufferPointer(start: start, count: size)
  }

  private static func range(at offset: Int) -> Range<Int> {
    let start = number(at: offset)
    return start..<start + number(at: offset + 4)
  }

  private static func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: blob.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
