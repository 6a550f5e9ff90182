package import Storage

/// Writes a Xapian database whose documents have ids from 1 without gaps.
///
/// First come all documents, in order, then all terms, in byte order, then ``finish()``. Nothing is synced to the disk: that
/// is the caller's.
package struct GlassDatabaseWriter: ~Copyable {
  private let files: GlassFiles
  private let deflater = Deflater()
  private var postings: GlassPostings
  private var termLists = GlassTermLists()
  private var values: GlassValues
  private var coder: PositionCoder
  private var key: GlassKey
  /// The length of each document.
  private var lengths: [GlassPostings.Posting] = []
  /// For each document the slots in which it has a value, as bits.
  private var slots: [UInt8] = []
  private var highestFrequency: UInt32 = 0
  private var hasTerms = false

  /// Makes a folder, which must not exist, in one that does.
  ///
  /// - Parameter slotCount: One more than the highest slot of a value, at most 8.
  package init(_ folder: DurableFolder, slotCount: Int) throws(IndexError) {
    files = try GlassFiles(folder)
    values = GlassValues(slotCount: slotCount)
    postings = GlassPostings(files.postlist)
    coder = PositionCoder()
    key = GlassKey()
  }

  /// The number of documents.
  package var documentCount: Int { lengths.count }

  // MARK: Documents

  /// Adds a document; no term may have been added.
  ///
  /// - Parameters:
  ///   - length: The sum of its terms' frequencies.
  ///   - values: Its values by their slots; empty ones do not count.
  ///   - data: What is to be read back with it; empty for nothing.
  /// - Returns: Its id.
  @discardableResult
  package mutating func addDocument(
    length: UInt32, values: [(slot: Int, bytes: [UInt8])], data: [UInt8] = []
  ) throws(IndexError) -> UInt32 {
    precondition(!hasTerms, "documents come before terms")
    let document = UInt32(lengths.count + 1)
    lengths.append(.init(document: document, frequency: length))
    var used: UInt8 = 0
    for value in values where !value.bytes.isEmpty {
      self.values.add(value.bytes, slot: value.slot, document: document)
      used |= 1 << UInt8(value.slot)
    }
    slots.append(used)
    guard !data.isEmpty else { return document }
    key.keepFirst(0)
    key.append(sortable: document)
    try data.withUnsafeBufferPointer { data throws(IndexError) in
      try deflater.with(data) { content, isCompressed throws(IndexError) in
        try files.docdata.add(key.buffer, content, isCompressed: isCompressed)
      }
    }
    return document
  }

  // MARK: Terms

  /// Adds a term, which must come after all before it in byte order.
  ///
  /// - Parameters:
  ///   - name: 1 to 245 bytes without a NUL.
  ///   - list: The documents with it, ascending, with the frequency in each; 0 for a tag.
  ///   - positions: Gives the positions in a document by its place in the list: strictly ascending from 1, or none.
  package mutating func addTerm(
    _ name: UnsafeBufferPointer<UInt8>, _ list: UnsafeBufferPointer<GlassPostings.Posting>,
    positions: (Int) -> UnsafeBufferPointer<UInt32>
  ) throws(IndexError) {
    try beginTerms()
    try postings.add(name, list)
    termLists.add(name, list)
    key.keepFirst(0)
    key.append(name)
    key.append(0)
    for (place, posting) in list.enumerated() {
      highestFrequency = max(highestFrequency, posting.frequency)
      let places = positions(place)
      guard !places.isEmpty else { continue }
      key.keepFirst(name.count + 1)
      key.append(sortable: posting.document)
      try files.position.add(key.buffer, coder.pack(places))
    }
  }

  /// Writes what comes before all terms in the table of postings.
  private mutating func beginTerms() throws(IndexError) {
    guard !hasTerms else { return }
    hasTerms = true
    try values.write(to: files.postlist)
    try lengths.withUnsafeBufferPointer { lengths throws(IndexError) in try postings.addLengths(lengths) }
  }

  // MARK: The end

  /// Writes what is left, and the file that makes the folder a database; nothing may follow.
  package mutating func finish() throws(IndexError) {
    try beginTerms()
    try termLists.write(to: files.termlist, deflater, lengths: lengths, slots: slots)
    termLists = GlassTermLists()
    try files.finish(lengths: lengths, highestFrequency: highestFrequency)
  }
}
