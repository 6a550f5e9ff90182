import Storage

/// Gathers which terms each document has while terms are written, and writes the table of term lists.
///
/// A list begins with the length of the document and the number of its terms, which come in byte order with their
/// frequencies. Of a term stands only what differs from the one before it; the number of bytes that both begin with and
/// the frequency share a byte where they are small. Beside the list stand the slots in which the document has values.
struct GlassTermLists {
  /// A term of a document.
  private struct Entry {
    let document: UInt32
    let term: UInt32
    let frequency: UInt32
  }

  /// The names of all terms, back to back, and where each ends.
  private var names: [UInt8] = []
  private var nameEnds: [Int] = []
  private var entries: [Entry] = []

  /// Takes in a term with the documents that have it, after all before it in byte order.
  mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, _ postings: UnsafeBufferPointer<GlassPostings.Posting>
  ) {
    names += name
    nameEnds.append(names.count)
    if entries.capacity - entries.count < postings.count { reserve(postings.count) }
    let term = UInt32(nameEnds.count - 1)
    for posting in postings {
      entries.append(Entry(document: posting.document, term: term, frequency: posting.frequency))
    }
  }

  /// Makes room for entries, by half of what there is: twice as much would be a good part of a segment's memory.
  private mutating func reserve(_ more: Int) {
    entries.reserveCapacity(max(entries.count + more, entries.capacity + entries.capacity / 2))
  }

  /// Writes the lists of all documents.
  ///
  /// - Parameters:
  ///   - table: The table of term lists.
  ///   - lengths: The length of each document, in order.
  ///   - slots: For each document, the slots in which it has a value, as bits.
  consuming func write(
    to table: GlassTableWriter, _ deflater: Deflater, lengths: [GlassPostings.Posting], slots: [UInt8]
  ) throws(IndexError) {
    // Where the list of each document ends, once it is filled; a counting sort keeps the order of terms.
    var ends = [Int](repeating: 0, count: lengths.count + 1)
    for entry in entries { ends[Int(entry.document)] += 1 }
    for document in ends.indices.dropFirst() { ends[document] += ends[document - 1] }
    var next = [0] + ends.dropLast()
    let sorted = [Entry](unsafeUninitializedCapacity: entries.count) { sorted, count in
      for entry in entries {
        sorted[next[Int(entry.document)]] = entry
        next[Int(entry.document)] += 1
      }
      count = entries.count
    }
    entries = []
    var key = GlassKey()
    var list: [UInt8] = []
    for length in lengths {
      let document = Int(length.document)
      list.removeAll(keepingCapacity: true)
      encode(sorted[ends[document - 1]..<ends[document]], length: length.frequency, to: &list)
      key.keepFirst(0)
      key.append(sortable: length.document)
      try list.withUnsafeBufferPointer { list throws(IndexError) in
        try deflater.with(list) { content, isCompressed throws(IndexError) in
          try table.add(key.buffer, content, isCompressed: isCompressed)
        }
      }
      try Self.write(slots: slots[document - 1], under: &key, to: table)
    }
  }

  private func encode(_ entries: ArraySlice<Entry>, length: UInt32, to list: inout [UInt8]) {
    Varint.append(UInt64(length), to: &list)
    Varint.append(UInt64(entries.count), to: &list)
    names.withUnsafeBufferPointer { names in
      var last = UnsafeBufferPointer<UInt8>(rebasing: names[..<0])
      for entry in entries {
        let start = entry.term > 0 ? nameEnds[Int(entry.term) - 1] : 0
        let name = UnsafeBufferPointer(rebasing: names[start..<nameEnds[Int(entry.term)]])
        Self.encode(name, after: last, frequency: entry.frequency, to: &list)
        last = name
      }
    }
  }

  @inline(__always)
  private static func encode(
    _ name: UnsafeBufferPointer<UInt8>, after last: UnsafeBufferPointer<UInt8>, frequency: UInt32,
    to list: inout [UInt8]
  ) {
    guard !last.isEmpty else {
      list.append(UInt8(name.count))
      list += name
      return Varint.append(UInt64(frequency), to: &list)
    }
    var common = 0
    let most = min(last.count, name.count)
    while common < most, last[common] == name[common] { common &+= 1 }
    // Both in one byte where they fit: it is larger than any number of common bytes, by which a reader knows.
    let packed = (Int(frequency) + 1) * (last.count + 1) + common
    list.append(UInt8(packed < 256 ? packed : common))
    list.append(UInt8(name.count - common))
    list += UnsafeBufferPointer(rebasing: name[common...])
    if packed >= 256 { Varint.append(UInt64(frequency), to: &list) }
  }

  /// Writes the slots under the key of the document with a NUL: each as the step from the one before it less one.
  private static func write(
    slots: UInt8, under key: inout GlassKey, to table: GlassTableWriter
  ) throws(IndexError) {
    guard slots != 0 else { return }
    var bytes: [UInt8] = []
    var next = 0
    for slot in 0..<GlassValues.mostSlots where slots >> slot & 1 == 1 {
      bytes.append(UInt8(slot - next))
      next = slot + 1
    }
    key.append(0)
    try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in try table.add(key.buffer, bytes) }
  }
}
