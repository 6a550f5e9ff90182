import Glass
import Storage

/// Which code writes the databases of segments; what they hold is the same.
public enum TableWriter: String, Codable, Sendable, Hashable {
  /// Reprise's own.
  case glass
  /// Xapian's: some ten times slower, into tables of nearly twice the size.
  case xapian
}

extension TableWriter {
  /// How the manifest says it: nothing for Reprise's own.
  var inManifest: TableWriter? { self == .glass ? nil : self }
}

/// The database of a segment under construction, by either writer: first all documents, then all terms in byte order.
struct SegmentDatabase: ~Copyable {
  // One of the two is there.
  private var glass: GlassDatabaseWriter?
  private let xapian: XapianDatabaseWriter?
  /// The number of documents.
  private(set) var documentCount = 0

  /// Makes a folder, which must not exist, in one that does.
  init(_ folder: DurableFolder, by writer: TableWriter) throws(IndexError) {
    switch writer {
    case .glass:
      glass = try GlassDatabaseWriter(folder, slotCount: Slot.allCases.count)
      xapian = nil
    case .xapian:
      glass = nil
      xapian = try XapianDatabaseWriter(folder)
    }
  }

  /// Adds a document with its values and data, and returns its id.
  ///
  /// - Parameter length: The sum of its terms' frequencies.
  mutating func addDocument(
    length: UInt32, values: [(slot: Int, bytes: [UInt8])], data: [UInt8]
  ) throws(IndexError) -> UInt32 {
    documentCount += 1
    _ = try glass?.addDocument(length: length, values: values, data: data)
    try xapian?.addDocument(values: values, data: data)
    return UInt32(documentCount)
  }

  /// Adds a term, which must come after all before it in byte order.
  ///
  /// - Parameter positions: Gives the positions in a document by its place in the list.
  mutating func addTerm(
    _ name: UnsafeBufferPointer<UInt8>, _ list: UnsafeBufferPointer<GlassPostings.Posting>,
    positions: (Int) -> UnsafeBufferPointer<UInt32>
  ) throws(IndexError) {
    try glass?.addTerm(name, list, positions: positions)
    try xapian?.addTerm(name, list, positions: positions)
  }

  /// Writes what is left; nothing may follow.
  mutating func finish() throws(IndexError) {
    try glass?.finish()
    try xapian?.finish()
  }
}
