import Storage

/// Writes lists of documents into the table of postings: each in pieces of some 2,000 bytes with a key of their own.
///
/// A list begins with the number of its documents and of all occurrences, and its first document less one. A piece has a
/// flag whether it is the last, and how far its last document is from its first; then the number of occurrences in the
/// first document, and for each further one the step to it less one and its number.
package struct GlassPostings: ~Copyable {
  /// A document with how often the term occurs in it.
  package struct Posting {
    package var document: UInt32
    package var frequency: UInt32

    @inlinable
    package init(document: UInt32, frequency: UInt32) {
      self.document = document
      self.frequency = frequency
    }
  }

  private let table: GlassTableWriter
  private var key = GlassKey()
  private var body: [UInt8] = []
  private var piece: [UInt8] = []

  /// - Parameter table: The table of postings.
  init(_ table: GlassTableWriter) { self.table = table }

  /// Writes the lengths of all documents, in order, which come before all terms: a list of «occurrences» without totals.
  mutating func addLengths(_ lengths: UnsafeBufferPointer<Posting>) throws(IndexError) {
    key.set(GlassFormat.Mark.lengths)
    try add(lengths, totals: (0, 0), separator: nil)
  }

  /// Writes the list of a term, which comes after all before it in byte order.
  mutating func add(
    _ term: UnsafeBufferPointer<UInt8>, _ postings: UnsafeBufferPointer<Posting>
  ) throws(IndexError) {
    key.keepFirst(0)
    key.append(term)
    let occurrences = postings.reduce(0) { $0 + UInt64($1.frequency) }
    try add(postings, totals: (UInt64(postings.count), occurrences), separator: 0)
  }

  /// Writes the pieces of a list under the key in hand, and those after the first under that with their first document.
  private mutating func add(
    _ postings: UnsafeBufferPointer<Posting>, totals: (UInt64, UInt64), separator: UInt8?
  ) throws(IndexError) {
    let keyBytes = key.count
    var start = 0
    while start < postings.count {
      let first = postings[start].document
      piece.removeAll(keepingCapacity: true)
      if start == 0 {
        Varint.append(totals.0, to: &piece)
        Varint.append(totals.1, to: &piece)
        Varint.append(UInt64(first) - 1, to: &piece)
      } else {
        key.keepFirst(keyBytes)
        if let separator { key.append(separator) }
        key.append(sortable: first)
      }
      let end = pack(postings, from: start)
      piece.append(end == postings.count ? UInt8(ascii: "1") : UInt8(ascii: "0"))
      Varint.append(UInt64(postings[end - 1].document - first), to: &piece)
      piece += body
      try piece.withUnsafeBufferPointer { piece throws(IndexError) in try table.add(key.buffer, piece) }
      start = end
    }
  }

  /// Packs documents into the body of a piece until it is full, and gives the place of the next.
  private mutating func pack(_ postings: UnsafeBufferPointer<Posting>, from start: Int) -> Int {
    body.removeAll(keepingCapacity: true)
    Varint.append(UInt64(postings[start].frequency), to: &body)
    var (last, next) = (postings[start].document, start + 1)
    while next < postings.count, body.count < GlassFormat.chunkBytes {
      Varint.append(UInt64(postings[next].document - last - 1), to: &body)
      Varint.append(UInt64(postings[next].frequency), to: &body)
      last = postings[next].document
      next += 1
    }
    return next
  }
}

extension GlassPostings {
  /// Reads a piece of a list, and gives its documents with the frequencies to `take`.
  ///
  /// - Parameter first: The first document, by the key of the piece; nil for the first piece, which says it itself.
  /// - Returns: Whether the piece is one.
  static func read(
    _ piece: UnsafeBufferPointer<UInt8>, first: UInt32?, take: (Posting) -> Void
  ) -> Bool {
    guard var at = piece.baseAddress else { return false }
    let end = at + piece.count
    var document = first ?? 0
    if first == nil {
      // The totals are counted anew by whoever needs them.
      _ = Varint.read(&at, end: end)
      _ = Varint.read(&at, end: end)
      document = Varint.read(&at, end: end) &+ 1
    }
    // Whether it is the last piece, and how far its last document is.
    guard at < end else { return false }
    at += 1
    _ = Varint.read(&at, end: end)
    guard at < end, document > 0 else { return false }
    take(Posting(document: document, frequency: Varint.read(&at, end: end)))
    while at < end {
      let (next, isOver) = document.addingReportingOverflow(Varint.read(&at, end: end))
      guard !isOver, next < .max, at < end else { return false }
      document = next + 1
      take(Posting(document: document, frequency: Varint.read(&at, end: end)))
    }
    return true
  }
}
