import Storage

/// Writes one table of a Xapian database from front to back: a B-tree of blocks, whose keys must come in byte order.
///
/// An item of a leaf is its size less three with three flags above it, the key with its length, the number of the part
/// unless it is the first, and the content or a part of it; an item of a branch is the number of a block, and the least
/// key that is found there. Leaves come in order, so that a reader which goes through the table reads it from front to
/// back.
final class GlassTableWriter {
  private typealias Format = GlassFormat

  /// What the size of an item of a leaf says of its content.
  enum Flag {
    static let first: UInt16 = 0x2000
    static let last: UInt16 = 0x4000
    static let compressed: UInt16 = 0x8000
    /// The bits of the size itself.
    static let sizeMask: UInt16 = 0x1FFF
  }

  /// A block under construction, and the least key that is found in it: nil for the first of its level.
  private struct Level {
    var block: GlassBlock
    var separator: Separator?
  }

  /// A key, or the beginning of one, and the part of its content, that tells a block from the one before it.
  private struct Separator {
    var key: [UInt8]
    var part: UInt16
  }

  /// The bytes of an item of a leaf before its key: size, and length of the key.
  static let leafHeadBytes = 3
  /// The bytes behind its key of the number of the part, where it is not the first.
  static let partBytes = 2
  /// The bytes of an item of a branch without its key: block, length of the key, and part.
  static let branchHeadBytes = 7
  /// The least room at the end of a block for which a content is cut in two.
  private static let leastPartBytes = 256

  private let file: AppendingFile
  // A writer belongs to one thread, and nothing of it is lent to a call that could come back to it.
  @exclusivity(unchecked) private var levels: [Level]
  @exclusivity(unchecked) private var entryCount: UInt64 = 0
  private var blockCount: UInt32 = 0

  /// Begins the file of a table, which must not exist.
  init(_ table: GlassFormat.Table, in folder: DurableFolder) throws(IndexError) {
    file = try AppendingFile(table.fileName, in: folder)
    levels = [Level(block: GlassBlock(level: 0), separator: nil)]
    // Each table begins with an item without key and content, where a search for what comes before all keys ends.
    writeHead(
      levels[0].block.addItem(Self.leafHeadBytes), Self.leafHeadBytes, Flag.first | Flag.last, keyBytes: 0)
  }

  deinit { for level in levels { level.block.deallocate() } }

  // MARK: Entries

  /// Adds an entry, whose key must come after all before it.
  ///
  /// - Parameter isCompressed: Whether the content is deflated.
  /// - Throws: ``IndexError/unexpected(detail:)`` for a content of more than 65,535 parts, some 130 MB.
  @inline(__always)
  func add(
    _ key: UnsafeBufferPointer<UInt8>, _ content: UnsafeBufferPointer<UInt8>, isCompressed: Bool = false
  ) throws(IndexError) {
    assert(lastKey.lexicographicallyPrecedes(key), "entries come in the order of their keys")
    entryCount += 1
    let size = Self.leafHeadBytes + key.count + content.count
    let room = levels[0].block.room
    let flags = isCompressed ? Flag.compressed : 0
    if size <= room, size <= Format.mostItemBytes {
      addItem(key, content, flags | Flag.first | Flag.last, part: 1)
    } else {
      try addInParts(key, content, flags)
    }
  }

  /// The key of the item that was added last; empty in a new block.
  private var lastKey: UnsafeBufferPointer<UInt8> {
    guard !levels[0].block.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
    let item = levels[0].block.lastItem
    return UnsafeBufferPointer(start: item + Self.leafHeadBytes, count: Int(item[2]))
  }

  /// Adds an entry that does not fit into the block in hand, or into any.
  private func addInParts(
    _ key: UnsafeBufferPointer<UInt8>, _ content: UnsafeBufferPointer<UInt8>, _ flags: UInt16
  ) throws(IndexError) {
    var (done, part) = (0, UInt16(0))
    repeat {
      guard part < UInt16.max else {
        throw .unexpected(
          detail: "a record of \(content.count) bytes, compressed, is too large for a table of Xapian's")
      }
      part += 1
      let head = Self.leafHeadBytes + key.count + (part > 1 ? Self.partBytes : 0)
      let left = content.count - done
      var size = min(left, Format.mostItemBytes - head)
      let room = levels[0].block.room - head
      if size > room {
        if room >= Self.leastPartBytes { size = room } else { try closeLeaf(before: key, part: part) }
      }
      let ends = (part == 1 ? Flag.first : 0) | (size == left ? Flag.last : 0)
      addItem(key, UnsafeBufferPointer(rebasing: content[done..<done + size]), flags | ends, part: part)
      done += size
    } while done < content.count
  }

  /// Adds an item to the leaf in hand, which has the room.
  @inline(__always)
  private func addItem(
    _ key: UnsafeBufferPointer<UInt8>, _ content: UnsafeBufferPointer<UInt8>, _ flags: UInt16, part: UInt16
  ) {
    let head = Self.leafHeadBytes + key.count + (part > 1 ? Self.partBytes : 0)
    let size = head + content.count
    let item = levels[0].block.addItem(size)
    writeHead(item, size, flags, keyBytes: key.count)
    if let start = key.baseAddress { (item + Self.leafHeadBytes).update(from: start, count: key.count) }
    if part > 1 { GlassBlock.write(part, at: item + Self.leafHeadBytes + key.count) }
    if let start = content.baseAddress { (item + head).update(from: start, count: content.count) }
  }

  @inline(__always)
  private func writeHead(_ item: UnsafeMutablePointer<UInt8>, _ size: Int, _ flags: UInt16, keyBytes: Int) {
    GlassBlock.write(UInt16(size - Self.leafHeadBytes) | flags, at: item)
    item[2] = UInt8(keyBytes)
  }

  // MARK: Blocks

  /// Writes the leaf in hand and begins the next, which begins with a part of the entry of a key.
  private func closeLeaf(before key: UnsafeBufferPointer<UInt8>, part: UInt16) throws(IndexError) {
    // The least of the key that differs from the last one; of one content in two blocks the key is the same.
    let common = zip(lastKey, key).prefix { $0 == $1 }.count
    let separator = Separator(key: Array(key.prefix(common + 1)), part: part)
    try close(level: 0, next: separator)
  }

  /// Writes the block in hand of a level, enters it in the level above, and begins the next.
  private func close(level: Int, next: Separator?) throws(IndexError) {
    let number = try write(levels[level].block)
    if level + 1 == levels.count {
      levels.append(Level(block: GlassBlock(level: level + 1), separator: nil))
    }
    try enter(number, at: level + 1, levels[level].separator)
    levels[level].block.clear()
    levels[level].separator = next
  }

  /// Enters a block of the level below, with the least key that is found there.
  private func enter(_ number: UInt32, at level: Int, _ separator: Separator?) throws(IndexError) {
    let size = Self.branchHeadBytes + (separator?.key.count ?? 0)
    if size > levels[level].block.room { try close(level: level, next: separator) }
    // The first block of a branch is found by whatever comes before the second.
    let kept = levels[level].block.isEmpty ? nil : separator
    let key = kept?.key ?? []
    let item = levels[level].block.addItem(Self.branchHeadBytes + key.count)
    GlassBlock.write(UInt16(number >> 16), at: item)
    GlassBlock.write(UInt16(truncatingIfNeeded: number), at: item + 2)
    item[4] = UInt8(key.count)
    for (place, byte) in key.enumerated() { item[5 + place] = byte }
    GlassBlock.write(kept?.part ?? 0, at: item + 5 + key.count)
  }

  private func write(_ block: GlassBlock) throws(IndexError) -> UInt32 {
    block.seal()
    try file.append(UnsafeRawBufferPointer(start: block.bytes, count: Format.blockBytes))
    blockCount += 1
    return blockCount - 1
  }

  /// Writes what is left and closes the file.
  ///
  /// - Returns: What the version file says of the table.
  func finish() throws(IndexError) -> GlassTableRoot {
    guard entryCount > 0 else {
      try file.finish()
      return GlassTableRoot()
    }
    var level = 0
    var number = try write(levels[0].block)
    while level + 1 < levels.count {
      try enter(number, at: level + 1, levels[level].separator)
      level += 1
      number = try write(levels[level].block)
    }
    try file.finish()
    return GlassTableRoot(block: number, level: level, entryCount: entryCount)
  }
}
