/// What the version file of a database says of a table.
struct GlassTableRoot {
  /// The number of the block at the root.
  let block: UInt32
  /// How far that is above the leaves.
  let level: Int
  private let entryCount: UInt32
  private let blockCount: UInt32
  private let blockBytes: Int

  /// Whether the table has no entries, so that there need not be a file.
  var isEmpty: Bool { entryCount == 0 }

  /// A table without entries.
  init() { self.init(block: 0, level: 0, entryCount: 0, blockCount: 0) }

  /// A table that was written.
  init(block: UInt32, level: Int, entryCount: UInt32, blockCount: UInt32) {
    self.block = block
    self.level = level
    self.entryCount = entryCount
    self.blockCount = blockCount
    blockBytes = GlassFormat.blockBytes
  }

  /// Appends the root, whether the leaves lie in order, the size of blocks in units of 2 KiB, and where free blocks begin.
  func encode(as table: GlassFormat.Table, to bytes: inout [UInt8]) {
    Varint.append(UInt64(block), to: &bytes)
    Varint.append(UInt64(level) << 2 | Flag.inOrder | (isEmpty ? Flag.missing : 0), to: &bytes)
    Varint.append(UInt64(entryCount), to: &bytes)
    Varint.append(UInt64(blockBytes >> 11), to: &bytes)
    Varint.append(UInt64(table.compressionMinimum), to: &bytes)
    // The list of free blocks: its revision, the first block never used, and an empty list's two ends.
    var free: [UInt8] = []
    if !isEmpty { for number in [0, UInt64(blockCount), 0, 0, 0, 0] { Varint.append(number, to: &free) } }
    Varint.append(UInt64(free.count), to: &bytes)
    bytes += free
  }

  /// Reads what ``encode(as:to:)`` wrote, or Xapian; nil for anything else, and for blocks of another size.
  init?(_ at: inout UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    block = Varint.read(&at, end: end)
    let flags = UInt64(Varint.read(&at, end: end))
    level = Int(flags >> 2)
    let entries = Varint.read(&at, end: end)
    entryCount = flags & Flag.missing == 0 ? entries : 0
    blockBytes = Int(Varint.read(&at, end: end)) << 11
    _ = Varint.read(&at, end: end)
    let freeBytes = Int(Varint.read(&at, end: end))
    guard blockBytes == GlassFormat.blockBytes, freeBytes <= end - at else { return nil }
    at += freeBytes
    blockCount = 0
  }

  private enum Flag {
    static let missing: UInt64 = 1
    static let inOrder: UInt64 = 2
  }
}
