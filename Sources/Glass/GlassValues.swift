import Storage

/// The values of all documents, slot by slot, until they are written into the table of postings before all terms.
struct GlassValues {
  /// The number of slots that there may be.
  static let mostSlots = 8

  /// The values of a slot, back to back.
  private struct Stream {
    var statistics = GlassValueStatistics()
    var bytes: [UInt8] = []
    /// For each value its document and where it ends.
    var values: [(document: UInt32, end: Int)] = []
  }

  private var streams: [Stream]

  /// - Parameter slotCount: One more than the highest slot, at most ``mostSlots``.
  init(slotCount: Int) {
    precondition(slotCount <= Self.mostSlots, "the slots of a document are noted in eight bits")
    streams = Array(repeating: Stream(), count: slotCount)
  }

  /// Adds the value of a document, which must not be empty; documents come in order.
  mutating func add(_ value: [UInt8], slot: Int, document: UInt32) {
    value.withUnsafeBufferPointer { streams[slot].statistics.add($0) }
    streams[slot].bytes += value
    streams[slot].values.append((document, streams[slot].bytes.count))
  }

  /// Writes all statistics and values.
  func write(to table: GlassTableWriter) throws(IndexError) {
    var writer = GlassValueWriter(table)
    for (slot, stream) in streams.enumerated() { try writer.add(stream.statistics, slot: slot) }
    for (slot, stream) in streams.enumerated() {
      writer.begin(slot: slot)
      try stream.bytes.withUnsafeBufferPointer { bytes throws(IndexError) in
        var start = 0
        for value in stream.values {
          try writer.add(UnsafeBufferPointer(rebasing: bytes[start..<value.end]), document: value.document)
          start = value.end
        }
      }
      try writer.end()
    }
  }
}

/// How many documents have a value in a slot, the lowest of the values and the highest.
struct GlassValueStatistics {
  private var count = 0
  private var lowest: [UInt8] = []
  private var highest: [UInt8] = []

  /// Whether there is any value.
  var isEmpty: Bool { count == 0 }

  /// Takes a value in.
  mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
    if count == 0 || value.lexicographicallyPrecedes(lowest) { lowest = Array(value) }
    if count == 0 || highest.lexicographicallyPrecedes(value) { highest = Array(value) }
    count += 1
  }

  /// The count, the lowest value with its length, and the highest where it is another.
  var encoded: [UInt8] {
    var content: [UInt8] = []
    Varint.append(UInt64(count), to: &content)
    Varint.append(UInt64(lowest.count), to: &content)
    return content + lowest + (highest == lowest ? [] : highest)
  }
}

/// Writes values into the table of postings: first the statistics of all slots, then the values slot by slot.
///
/// Those of a slot lie in pieces of some 2,000 bytes: a value with its length, and for each further document the step to
/// it less one and its value. The key of a piece has its slot and first document.
struct GlassValueWriter: ~Copyable {
  private let table: GlassTableWriter
  private var key = GlassKey()
  /// The bytes of the key before a document.
  private var prefixBytes = 0
  private var piece: [UInt8] = []
  private var lastDocument: UInt32 = 0

  /// - Parameter table: The table of postings.
  init(_ table: GlassTableWriter) { self.table = table }

  /// Writes the statistics of a slot; slots ascend, and one without values has none.
  mutating func add(_ statistics: GlassValueStatistics, slot: Int) throws(IndexError) {
    guard !statistics.isEmpty else { return }
    key.set(GlassFormat.Mark.valueStatistics)
    // A number without the zeros above its highest byte: none for slot 0.
    if slot > 0 { key.append(UInt8(slot)) }
    try statistics.encoded.withUnsafeBufferPointer { content throws(IndexError) in
      try table.add(key.buffer, content)
    }
  }

  /// Begins a slot, higher than all before; its values follow.
  mutating func begin(slot: Int) {
    key.set(GlassFormat.Mark.values)
    key.append(UInt8(slot))
    prefixBytes = key.count
  }

  /// Writes the value of a document; documents ascend.
  mutating func add(_ value: UnsafeBufferPointer<UInt8>, document: UInt32) throws(IndexError) {
    if piece.count >= GlassFormat.chunkBytes { try end() }
    if piece.isEmpty {
      key.keepFirst(prefixBytes)
      key.append(sortable: document)
    } else {
      Varint.append(UInt64(document - lastDocument - 1), to: &piece)
    }
    lastDocument = document
    Varint.append(UInt64(value.count), to: &piece)
    piece += value
  }

  /// Ends a slot.
  mutating func end() throws(IndexError) {
    guard !piece.isEmpty else { return }
    try piece.withUnsafeBufferPointer { piece throws(IndexError) in try table.add(key.buffer, piece) }
    piece.removeAll(keepingCapacity: true)
  }
}

extension GlassValueWriter {
  /// Reads a piece, and gives its documents with their values to `take`.
  ///
  /// - Parameter first: The first document, by the key of the piece.
  /// - Returns: Whether the piece is one.
  static func read(
    _ piece: UnsafeBufferPointer<UInt8>, first: UInt32,
    take: (UInt32, UnsafeBufferPointer<UInt8>) throws(IndexError) -> Void
  ) throws(IndexError) -> Bool {
    guard var at = piece.baseAddress else { return false }
    let end = at + piece.count
    var document = first
    while true {
      let count = Int(Varint.read(&at, end: end))
      guard count > 0, count <= end - at else { return false }
      try take(document, UnsafeBufferPointer(start: at, count: count))
      at += count
      if at == end { return true }
      let (next, isOver) = document.addingReportingOverflow(Varint.read(&at, end: end))
      guard !isOver, next < .max else { return false }
      document = next + 1
    }
  }
}
