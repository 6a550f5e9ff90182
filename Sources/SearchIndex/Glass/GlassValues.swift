/// The values of all documents, slot by slot, until they are written into the table of postings before all terms.
///
/// Those of a slot lie in pieces of some 2,000 bytes: a value with its length, and for each further document the step to
/// it less one and its value. The key of a piece has its slot and first document. Each slot has statistics as well: how
/// many documents have a value, the lowest and the highest.
struct GlassValues {
  /// The number of slots that there may be.
  static let mostSlots = 8
  private static let statisticsKey: [UInt8] = [0, 0xD0]
  private static let piecesKey: [UInt8] = [0, 0xD8]

  /// The values of a slot.
  fileprivate struct Stream {
    var count = 0
    var lowest: [UInt8] = []
    var highest: [UInt8] = []
    var lastDocument: UInt32 = 0
    /// All pieces, back to back, with the first document of each and where it begins.
    var bytes: [UInt8] = []
    var pieces: [(document: UInt32, start: Int)] = []
  }

  private var streams: [Stream]

  /// - Parameter slotCount: One more than the highest slot, at most ``mostSlots``.
  init(slotCount: Int) {
    precondition(slotCount <= Self.mostSlots, "the slots of a document are noted in eight bits")
    streams = Array(repeating: Stream(), count: slotCount)
  }

  /// Adds the value of a document, which must not be empty; documents come in order.
  mutating func add(_ value: [UInt8], slot: Int, document: UInt32) {
    streams[slot].add(value, document)
  }

  /// Writes all statistics and values.
  func write(to table: GlassTableWriter) throws(IndexError) {
    var key = GlassKey()
    for (slot, stream) in streams.enumerated() where stream.count > 0 {
      key.keepFirst(0)
      for byte in Self.statisticsKey { key.append(byte) }
      // A number without the zeros above its highest byte: none for slot 0.
      if slot > 0 { key.append(UInt8(slot)) }
      let statistics = stream.statistics
      try statistics.withUnsafeBufferPointer { content throws(IndexError) in
        try table.add(key.buffer, content)
      }
    }
    for (slot, stream) in streams.enumerated() {
      key.keepFirst(0)
      for byte in Self.piecesKey { key.append(byte) }
      key.append(UInt8(slot))
      try stream.write(to: table, under: &key)
    }
  }
}

extension GlassValues.Stream {
  fileprivate mutating func add(_ value: [UInt8], _ document: UInt32) {
    if count == 0 { (lowest, highest) = (value, value) }
    if value.lexicographicallyPrecedes(lowest) { lowest = value }
    if highest.lexicographicallyPrecedes(value) { highest = value }
    count += 1
    if let piece = pieces.last, bytes.count - piece.start < GlassFormat.chunkBytes {
      Varint.append(UInt64(document - lastDocument - 1), to: &bytes)
    } else {
      pieces.append((document, bytes.count))
    }
    lastDocument = document
    Varint.append(UInt64(value.count), to: &bytes)
    bytes += value
  }

  /// The count, the lowest value with its length, and the highest where it is another.
  fileprivate var statistics: [UInt8] {
    var content: [UInt8] = []
    Varint.append(UInt64(count), to: &content)
    Varint.append(UInt64(lowest.count), to: &content)
    return content + lowest + (highest == lowest ? [] : highest)
  }

  fileprivate func write(to table: GlassTableWriter, under key: inout GlassKey) throws(IndexError) {
    let prefix = key.count
    for (number, piece) in pieces.enumerated() {
      let end = number + 1 < pieces.count ? pieces[number + 1].start : bytes.count
      key.keepFirst(prefix)
      key.append(sortable: piece.document)
      let content = bytes[piece.start..<end]
      try content.withUnsafeBufferPointer { content throws(IndexError) in try table.add(key.buffer, content) }
    }
  }
}
