import Storage

/// What the version file of a database says of a table.
struct GlassTableRoot {
  /// The number of the block at the root.
  let block: UInt32
  /// How far that is above the leaves.
  let level: Int
  private let entryCount: UInt64

  /// Whether the table has no entries, so that there need not be a file: then nobody looks for one.
  var isEmpty: Bool { entryCount == 0 }

  /// A table without entries.
  init() { self.init(block: 0, level: 0, entryCount: 0) }

  /// A table that was written.
  init(block: UInt32, level: Int, entryCount: UInt64) {
    self.block = block
    self.level = level
    self.entryCount = entryCount
  }

  /// Appends the root, whether the leaves lie in order, the size of blocks in units of 2 KiB, and where free blocks begin:
  /// behind the root, which our writers write last.
  func encode(as table: GlassFormat.Table, to bytes: inout [UInt8]) {
    Varint.append(UInt64(block), to: &bytes)
    Varint.append(UInt64(level) << 2 | Flag.inOrder | (isEmpty ? Flag.missing : 0), to: &bytes)
    Varint.append(entryCount, to: &bytes)
    Varint.append(UInt64(GlassFormat.blockBytes >> 11), to: &bytes)
    Varint.append(UInt64(table.compressionMinimum), to: &bytes)
    // The list of free blocks: its revision, the first block never used, and an empty list's two ends.
    var free: [UInt8] = []
    if !isEmpty { for number in [0, UInt64(block) + 1, 0, 0, 0, 0] { Varint.append(number, to: &free) } }
    Varint.append(UInt64(free.count), to: &bytes)
    bytes += free
  }

  /// Reads what ``encode(as:to:)`` wrote, or Xapian; nil for anything else, and for blocks of another size.
  init?(_ at: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    block = Varint.read(&at, end: end)
    let flags = UInt64(Varint.read(&at, end: end))
    level = Int(flags >> 2)
    let entries = Varint.readLong(&at, end: end)
    entryCount = flags & Flag.missing == 0 ? entries : 0
    let blockUnits = Int(Varint.read(&at, end: end))
    _ = Varint.read(&at, end: end)
    let freeBytes = Int(Varint.read(&at, end: end))
    guard blockUnits << 11 == GlassFormat.blockBytes, freeBytes <= end - at else { return nil }
    at += freeBytes
  }

  private enum Flag {
    static let missing: UInt64 = 1
    static let inOrder: UInt64 = 2
  }
}
