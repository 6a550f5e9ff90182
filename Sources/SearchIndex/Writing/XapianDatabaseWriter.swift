internal import CXapianShim
import Glass
import Storage

/// Writes the database of a segment by Xapian's own writer, in the order in which `GlassDatabaseWriter` does.
///
/// The way out for whoever meets a fault of ours: some ten times slower. Documents that are added one by one are in memory with
/// their terms until ``finish()``; those of other segments are not.
final class XapianDatabaseWriter {
  private let handle: OpaquePointer
  private let path: String
  private var occurrences: [cxs_occurrences] = []
  private var positions: [UInt32] = []

  /// Makes a folder, which must not exist, in one that does.
  init(_ folder: DurableFolder) throws(IndexError) {
    try folder.createNew()
    path = folder.path
    var made: OpaquePointer?
    try check(cxs_writer_create(folder.path, &made), at: folder.path)
    handle = handedOut(made)
  }

  deinit { cxs_writer_free(handle) }

  /// Adds a document, whose id is one more than that of the one before.
  func addDocument(values: [(slot: Int, bytes: [UInt8])], data: [UInt8]) throws(IndexError) {
    let bytes = values.flatMap(\.bytes)
    let error = bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      let list = values.map { value in
        defer { start += value.bytes.count }
        return cxs_value(
          slot: UInt32(value.slot), bytes: bytes.baseAddress.map { $0 + start }, length: value.bytes.count)
      }
      return cxs_writer_add_document(handle, list, list.count, data, data.count)
    }
    try check(error, at: path)
  }

  /// Adds a term with its documents, ascending, and the positions in each.
  func addTerm(
    _ name: UnsafeBufferPointer<UInt8>, _ list: UnsafeBufferPointer<GlassPostings.Posting>,
    positions places: (Int) -> UnsafeBufferPointer<UInt32>
  ) throws(IndexError) {
    guard let start = name.baseAddress else { return }
    occurrences.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    for (place, posting) in list.enumerated() {
      positions += places(place)
      occurrences.append(
        cxs_occurrences(docid: posting.document, frequency: posting.frequency, position_end: positions.count))
    }
    try check(
      cxs_writer_add_term(handle, start, name.count, occurrences, occurrences.count, positions), at: path)
  }

  /// Adds all documents of a segment that are not deleted; gives their number.
  func addSegment(_ folder: DurableFolder, without deletions: DeletionSet) throws(IndexError) -> Int {
    var copied = 0
    let error = withSegments([(folder.path, deletions)]) { list -> OpaquePointer? in
      guard let segment = list.baseAddress else { return nil }
      return cxs_writer_add_segment(handle, segment, &copied)
    }
    try check(error, at: folder.path)
    return copied
  }

  /// Writes everything; nothing may follow.
  func finish() throws(IndexError) { try check(cxs_writer_finish(handle), at: path) }
}
