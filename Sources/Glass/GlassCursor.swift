import Storage

/// Goes through the entries of a table of a Xapian database in the order of their keys, from the first to the last.
///
/// It follows the tree from its root, so that it reads tables too whose leaves Xapian has left in another order. Each
/// block is held against its hash before it is looked at. Memory that reading has taken is given back as it goes.
final class GlassCursor {
  /// The blocks after which memory is given back.
  private static let keptBlocks = 128

  private let path: String
  private let file: MappedFile?
  private let checks: (any CheckedBlocks)?
  private var blocksRead = 0
  /// The blocks from the root down to above the leaf in hand.
  private var branches: [Place] = []
  // A cursor belongs to one thread, and nothing of it is lent to a call that could come back to it.
  @exclusivity(unchecked) private var leaf = Place()
  /// A content of several parts.
  private var joined = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  /// The key of the entry in hand, good until the next; empty after the last.
  @exclusivity(unchecked) private(set) var key = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Its content, good until the next.
  @exclusivity(unchecked) private(set) var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Whether the content is deflated.
  @exclusivity(unchecked) private(set) var isCompressed = false

  /// A block, and the place in its directory of what comes next.
  private struct Place {
    var block = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var next = 0
    var end = 0

    var isAtEnd: Bool { next >= end }

    /// The bytes from the item that comes next to the end of the block; nil where it has not that many.
    @inline(__always)
    mutating func takeItem(ofAtLeast least: Int) -> UnsafeBufferPointer<UInt8>? {
      guard let base = block.baseAddress else { return nil }
      let start = GlassBlock.number(at: base + next)
      next += GlassBlock.entryBytes
      guard start + least <= block.count else { return nil }
      return UnsafeBufferPointer(start: base + start, count: block.count - start)
    }
  }

  /// Goes to the first entry.
  ///
  /// - Parameters:
  ///   - root: What the version file says of the table.
  ///   - folder: The folder of the database.
  ///   - blocks: Gives what the blocks of a file must be like, by its name.
  init(
    _ table: GlassFormat.Table, _ root: GlassTableRoot, in folder: DurableFolder,
    _ blocks: (String) throws(IndexError) -> any CheckedBlocks
  ) throws(IndexError) {
    path = folder.path(of: table.fileName)
    guard !root.isEmpty else {
      (file, checks) = (nil, nil)
      return
    }
    file = try MappedFile(table.fileName, in: folder)
    checks = try blocks(table.fileName)
    try enter(root.block, level: root.level)
    try next()
  }

  deinit { joined.deallocate() }

  /// Whether the last entry has been passed.
  var isAtEnd: Bool { key.isEmpty }

  /// That the file has something that Xapian does not write.
  var damaged: IndexError { .damaged(path: path, detail: "\(path) is no sound table of Xapian 1.4") }

  /// Goes to the next entry.
  @inline(__always)
  func next() throws(IndexError) {
    repeat {
      guard let item = try nextItem() else {
        key = UnsafeBufferPointer(start: nil, count: 0)
        return
      }
      try take(item)
      // The first item of a table has neither key nor content.
    } while key.isEmpty
  }

  // MARK: Items

  /// Takes the entry that begins with an item.
  @inline(__always)
  private func take(_ item: UnsafeBufferPointer<UInt8>) throws(IndexError) {
    let part = try self.part(item)
    let last = key
    key = UnsafeBufferPointer(rebasing: item[GlassTableWriter.leafHeadBytes...].prefix(Int(item[2])))
    guard part.flags & GlassTableWriter.Flag.first != 0, last.isEmpty || last.byteOrder(to: key) < 0 else {
      throw damaged
    }
    isCompressed = part.flags & GlassTableWriter.Flag.compressed != 0
    content = part.content
    if part.flags & GlassTableWriter.Flag.last == 0 { try join() }
  }

  /// The flags of an item of a leaf, and its part of a content.
  @inline(__always)
  private func part(
    _ item: UnsafeBufferPointer<UInt8>
  ) throws(IndexError) -> (flags: UInt16, content: UnsafeBufferPointer<UInt8>) {
    guard let base = item.baseAddress else { throw damaged }
    let flags = UInt16(truncatingIfNeeded: GlassBlock.number(at: base))
    let size = Int(flags & GlassTableWriter.Flag.sizeMask) + GlassTableWriter.leafHeadBytes
    let isFirst = flags & GlassTableWriter.Flag.first != 0
    let start = GlassTableWriter.leafHeadBytes + Int(item[2]) + (isFirst ? 0 : GlassTableWriter.partBytes)
    guard start <= size, size <= item.count else { throw damaged }
    return (flags, UnsafeBufferPointer(start: base + start, count: size - start))
  }

  /// Joins to the part of a content that is in hand all others.
  private func join() throws(IndexError) {
    var (count, number) = (0, 1)
    append(content, after: &count)
    while true {
      guard let item = try nextItem(), let base = item.baseAddress else { throw damaged }
      let part = try self.part(item)
      let keyEnd = GlassTableWriter.leafHeadBytes + key.count
      number += 1
      guard part.flags & GlassTableWriter.Flag.first == 0, Int(item[2]) == key.count,
        UnsafeBufferPointer(start: base + GlassTableWriter.leafHeadBytes, count: key.count).byteOrder(to: key)
          == 0,
        GlassBlock.number(at: base + keyEnd) == number
      else { throw damaged }
      append(part.content, after: &count)
      if part.flags & GlassTableWriter.Flag.last != 0 { break }
    }
    content = UnsafeBufferPointer(rebasing: joined[..<count])
  }

  /// Appends a part to the first bytes of what is joined.
  private func append(_ part: UnsafeBufferPointer<UInt8>, after count: inout Int) {
    if count + part.count > joined.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * (count + part.count))
      _ = larger.update(fromContentsOf: joined[..<count])
      joined.deallocate()
      joined = larger
    }
    _ = joined[count...].update(fromContentsOf: part)
    count += part.count
  }

  // MARK: Blocks

  /// The next item of a leaf; nil after the last.
  @inline(__always)
  private func nextItem() throws(IndexError) -> UnsafeBufferPointer<UInt8>? {
    if leaf.isAtEnd, try !enterNextLeaf() { return nil }
    guard let item = leaf.takeItem(ofAtLeast: GlassTableWriter.leafHeadBytes) else { throw damaged }
    return item
  }

  /// Goes on to the next leaf that has items, if there is one.
  private func enterNextLeaf() throws(IndexError) -> Bool {
    // The number of branches above a block is the root's level less that of the block.
    let rootLevel = branches.count
    while let branch = branches.last {
      if branch.isAtEnd {
        branches.removeLast()
      } else {
        try enter(try takeBlock(), level: rootLevel - branches.count)
        if !leaf.isAtEnd { return true }
      }
    }
    return false
  }

  /// The block that comes next in the lowest of the branches.
  private func takeBlock() throws(IndexError) -> UInt32 {
    let item = branches[branches.count - 1].takeItem(ofAtLeast: GlassTableWriter.branchHeadBytes)
    guard let base = item?.baseAddress else { throw damaged }
    return UInt32(GlassBlock.number(at: base)) << 16 | UInt32(GlassBlock.number(at: base + 2))
  }

  /// Goes to a block of some level, and down from it to its first leaf.
  private func enter(_ number: UInt32, level: Int) throws(IndexError) {
    leaf = try block(number, level: level)
    for below in (0..<level).reversed() {
      branches.append(leaf)
      leaf = try block(try takeBlock(), level: below)
    }
  }

  /// A block, held against its hash.
  private func block(_ number: UInt32, level: Int) throws(IndexError) -> Place {
    let start = Int(number) * GlassFormat.blockBytes
    let end = start + GlassFormat.blockBytes
    guard let file, let checks, end <= file.bytes.count else { throw damaged }
    blocksRead += 1
    if blocksRead % Self.keptBlocks == 0 { file.forget() }
    try checks.check(start..<end, of: file.bytes)
    let block = UnsafeRawBufferPointer(rebasing: file.bytes[start..<end]).assumingMemoryBound(to: UInt8.self)
    guard let base = block.baseAddress else { throw damaged }
    let directoryEnd = GlassBlock.number(at: base + GlassBlock.directoryEndPlace)
    guard Int(block[GlassBlock.levelPlace]) == level, directoryEnd <= block.count,
      (directoryEnd - GlassBlock.headerBytes) % GlassBlock.entryBytes == 0
    else { throw damaged }
    return Place(block: block, next: GlassBlock.headerBytes, end: directoryEnd)
  }
}
