/// A block of a table while it is filled: a directory grows from its front, items grow from its end.
///
/// The header has the revision (four bytes), the level above the leaves, the free bytes between directory and items, the
/// free bytes in all, and where the directory ends; numbers have the big end first.
struct GlassBlock {
  /// The bytes before the directory.
  static let headerBytes = 11
  /// Where the header has the level, and where the end of the directory.
  static let (levelPlace, directoryEndPlace) = (4, 9)
  /// The bytes of the directory for one item.
  static let entryBytes = 2

  /// The bytes of the block.
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: GlassFormat.blockBytes)
  private let level: UInt8
  private var directoryEnd = GlassBlock.headerBytes
  private(set) var itemStart = GlassFormat.blockBytes

  init(level: Int) { self.level = UInt8(level) }

  /// Gives the memory back.
  func deallocate() { bytes.deallocate() }

  var isEmpty: Bool { directoryEnd == Self.headerBytes }

  /// The bytes that one more item may have.
  var room: Int { itemStart - directoryEnd - Self.entryBytes }

  /// The item that was added last.
  var lastItem: UnsafeMutablePointer<UInt8> { bytes + itemStart }

  /// Makes room for an item behind those that are there, and gives its place.
  @inline(__always)
  mutating func addItem(_ size: Int) -> UnsafeMutablePointer<UInt8> {
    assert(size <= room)
    itemStart -= size
    Self.write(UInt16(truncatingIfNeeded: itemStart), at: bytes + directoryEnd)
    directoryEnd += Self.entryBytes
    return bytes + itemStart
  }

  /// Writes the header; no item may follow before ``clear()``.
  func seal() {
    let free = UInt16(itemStart - directoryEnd)
    (bytes + directoryEnd).update(repeating: 0, count: Int(free))
    bytes.update(repeating: 0, count: 3)
    bytes[3] = GlassFormat.revision
    bytes[Self.levelPlace] = level
    Self.write(free, at: bytes + 5)
    Self.write(free, at: bytes + 7)
    Self.write(UInt16(directoryEnd), at: bytes + Self.directoryEndPlace)
  }

  /// Begins anew.
  mutating func clear() {
    directoryEnd = Self.headerBytes
    itemStart = GlassFormat.blockBytes
  }

  /// The number of two bytes at a place, the big end first.
  @inline(__always)
  static func number(at place: UnsafePointer<UInt8>) -> Int { Int(place[0]) << 8 | Int(place[1]) }

  /// Writes a number of two bytes, the big end first.
  @inline(__always)
  static func write(_ number: UInt16, at place: UnsafeMutablePointer<UInt8>) {
    place[0] = UInt8(truncatingIfNeeded: number >> 8)
    place[1] = UInt8(truncatingIfNeeded: number)
  }
}
