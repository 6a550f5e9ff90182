/// Writes the table of term lists: the terms of each document in byte order with their frequencies, and its value slots.
///
/// A list begins with the length of the document and the number of its terms. Of each term stands only what differs from
/// the one before it; the bytes that both begin with and the frequency share a byte where they are small.
struct GlassTermLists: ~Copyable {
  private let table: GlassTableWriter
  private let deflater: Deflater
  private var key = GlassKey()
  private var list: [UInt8] = []
  private var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  /// - Parameter table: The table of term lists.
  init(_ table: GlassTableWriter, _ deflater: Deflater) {
    self.table = table
    self.deflater = deflater
  }

  /// Begins the list of a document, whose terms follow by ``add(_:frequency:)``; documents come in order.
  mutating func begin(length: UInt32, termCount: Int) {
    list.removeAll(keepingCapacity: true)
    last = UnsafeBufferPointer(start: nil, count: 0)
    Varint.append(UInt64(length), to: &list)
    Varint.append(UInt64(termCount), to: &list)
  }

  /// Adds a term, whose bytes must stay where they are until the next.
  mutating func add(_ term: UnsafeBufferPointer<UInt8>, frequency: UInt32) {
    guard !last.isEmpty else {
      list.append(UInt8(term.count))
      list += term
      Varint.append(UInt64(frequency), to: &list)
      last = term
      return
    }
    var common = 0
    while common < last.count, common < term.count, last[common] == term[common] { common += 1 }
    // One more than the frequency, in units of the numbers that the common bytes can be.
    let packed = frequency < 127 ? (Int(frequency) + 1) * (last.count + 1) + common : 256
    list.append(UInt8(packed < 256 ? packed : common))
    list.append(UInt8(term.count - common))
    list += term[common...]
    if packed >= 256 { Varint.append(UInt64(frequency), to: &list) }
    last = term
  }

  /// Writes the list that was begun last, and the slots of the document's values.
  ///
  /// - Parameter slots: Ascending.
  mutating func end(document: UInt32, slots: some Sequence<Int>) throws(IndexError) {
    key.keepFirst(0)
    key.append(sortable: document)
    try list.withUnsafeBufferPointer { list throws(IndexError) in
      try deflater.with(list) { content, isCompressed throws(IndexError) in
        try table.add(key.buffer, content, isCompressed: isCompressed)
      }
    }
    list.removeAll(keepingCapacity: true)
    var next = 0
    for slot in slots {
      Varint.append(UInt64(slot - next), to: &list)
      next = slot + 1
    }
    guard !list.isEmpty else { return }
    key.append(0)
    try list.withUnsafeBufferPointer { slots throws(IndexError) in try table.add(key.buffer, slots) }
  }
}
