import Glibc

/// Writes a Xapian database, whose documents have ids from 1 without gaps.
///
/// Documents come first, in order; then ``begin()``, and the terms in byte order; then the lists of terms of all documents;
/// then ``finish()``. Nothing is synced to the disk: that is the caller's.
struct GlassDatabaseWriter: ~Copyable {
  private let folder: DurableFolder
  private let postlist: GlassTableWriter
  private let position: GlassTableWriter
  private let docdata: GlassTableWriter
  private let termlist: GlassTableWriter
  private let deflater: Deflater
  private var postings: GlassPostings
  private var termLists: GlassTermLists
  private var coder: PositionCoder
  private var values = GlassValues(slotCount: Slot.allCases.count)
  private var key: GlassKey
  /// The length of each document, and the slots in which it has a value, as bits.
  private(set) var lengths: [GlassPostings.Posting] = []
  private var slots: [UInt8] = []
  private var highestFrequency: UInt32 = 0

  /// Makes a folder, which must not exist, in one that does.
  init(_ path: String) throws(IndexError) {
    guard mkdir(path, 0o777) == 0 else { throw DurableFolder.failure(path) }
    let folder = DurableFolder(path)
    let (postlist, position, docdata, termlist) = (
      try GlassTableWriter(.postlist, in: folder), try GlassTableWriter(.position, in: folder),
      try GlassTableWriter(.docdata, in: folder), try GlassTableWriter(.termlist, in: folder)
    )
    (self.folder, self.postlist, self.position) = (folder, postlist, position)
    (self.docdata, self.termlist, deflater) = (docdata, termlist, Deflater())
    postings = GlassPostings(postlist)
    termLists = GlassTermLists(termlist, deflater)
    coder = PositionCoder()
    key = GlassKey()
  }

  /// The number of documents.
  var documentCount: Int { lengths.count }

  // MARK: Documents

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - length: The sum of its terms' frequencies.
  ///   - values: Its values by their slots, none of them empty.
  ///   - data: What is to be read back with it; empty for nothing.
  /// - Returns: Its id.
  @discardableResult
  mutating func addDocument(
    length: UInt32, values: [(slot: Slot, bytes: [UInt8])], data: [UInt8] = []
  ) throws(IndexError) -> UInt32 {
    let document = UInt32(lengths.count + 1)
    lengths.append(.init(document: document, frequency: length))
    var used: UInt8 = 0
    for value in values where !value.bytes.isEmpty {
      self.values.add(value.bytes, slot: Int(value.slot.rawValue), document: document)
      used |= 1 << UInt8(value.slot.rawValue)
    }
    slots.append(used)
    guard !data.isEmpty else { return document }
    key.keepFirst(0)
    key.append(sortable: document)
    try data.withUnsafeBufferPointer { data throws(IndexError) in
      try deflater.with(data) { content, isCompressed throws(IndexError) in
        try docdata.add(key.buffer, content, isCompressed: isCompressed)
      }
    }
    return document
  }

  // MARK: Terms

  /// Ends the documents: terms may follow.
  mutating func begin() throws(IndexError) {
    try values.write(to: postlist)
    try lengths.withUnsafeBufferPointer { lengths throws(IndexError) in try postings.addLengths(lengths) }
  }

  /// Adds a term, which must come after all before it in byte order.
  ///
  /// - Parameters:
  ///   - name: 1 to 245 bytes without a NUL.
  ///   - list: The documents with it, ascending, with the frequency in each; 0 for a tag.
  mutating func addTerm(
    _ name: UnsafeBufferPointer<UInt8>, _ list: UnsafeBufferPointer<GlassPostings.Posting>
  ) throws(IndexError) {
    for posting in list { highestFrequency = max(highestFrequency, posting.frequency) }
    try postings.add(name, list)
    key.keepFirst(0)
    key.append(name)
    key.append(0)
  }

  /// Adds the positions of the term that was added last in one of its documents; documents must ascend.
  ///
  /// - Parameters:
  ///   - positions: At least one, strictly ascending, from 1.
  ///   - name: The term.
  @inline(__always)
  mutating func addPositions(
    _ positions: UnsafeBufferPointer<UInt32>, of name: UnsafeBufferPointer<UInt8>, in document: UInt32
  ) throws(IndexError) {
    key.keepFirst(name.count + 1)
    key.append(sortable: document)
    try self.position.add(key.buffer, coder.pack(positions))
  }

  /// Adds the list of terms of a document; documents must ascend.
  ///
  /// - Parameters:
  ///   - terms: Each term's place and frequency, in byte order of their names.
  ///   - name: Gives the name of a term by its place, which must stay where it is meanwhile.
  mutating func addTermList<Place>(
    of document: UInt32, _ terms: UnsafeBufferPointer<(place: Place, frequency: UInt32)>,
    name: (Place) -> UnsafeBufferPointer<UInt8>
  ) throws(IndexError) {
    let index = Int(document) - 1
    termLists.begin(length: lengths[index].frequency, termCount: terms.count)
    for term in terms { termLists.add(name(term.place), frequency: term.frequency) }
    let used = slots[index]
    try termLists.end(document: document, slots: (0..<8).lazy.filter { used >> $0 & 1 == 1 })
  }

  // MARK: The end

  /// Writes what is left, and the file that makes the folder a database; nothing may follow.
  func finish() throws(IndexError) {
    let roots: [GlassFormat.Table: GlassTableRoot] = [
      .postlist: try postlist.finish(), .position: try position.finish(), .docdata: try docdata.finish(),
      .termlist: try termlist.finish(),
    ]
    var bytes = Array("\u{F}\u{D}Xapian Glass".utf8)
    // The format's date: years from 2014, month and day.
    bytes += [UInt8((2016 - 2014) << 1 | 3 >> 3), UInt8(3 << 5 & 0xFF | 14)]
    bytes += (0..<16).map { _ in UInt8.random(in: 0...255) }
    Varint.append(UInt64(GlassFormat.revision), to: &bytes)
    for table in GlassFormat.Table.allCases { (roots[table] ?? GlassTableRoot(table)).encode(to: &bytes) }
    appendStatistics(to: &bytes)
    let version = try AppendingFile(folder.path(of: GlassFormat.versionFileName))
    try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in
      try version.append(UnsafeRawBufferPointer(bytes))
    }
    try version.finish()
  }

  /// Appends documents, ids beyond their number, the least length but 0, the highest frequency, how far the highest length
  /// is above that, the oldest set of changes, the sum of lengths, and the highest frequency for spelling.
  private func appendStatistics(to bytes: inout [UInt8]) {
    var (lowest, highest, total) = (UInt32.max, highestFrequency, UInt64(0))
    for length in lengths.lazy.map(\.frequency) where length > 0 {
      lowest = min(lowest, length)
      highest = max(highest, length)
      total += UInt64(length)
    }
    if total == 0 { lowest = 0 }
    let numbers: [UInt64] = [
      UInt64(lengths.count), 0, UInt64(lowest), UInt64(highestFrequency), UInt64(highest - highestFrequency), 0, total,
      0,
    ]
    for number in numbers { Varint.append(number, to: &bytes) }
  }
}
