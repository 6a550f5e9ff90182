internal import CXapianShim
import Storage

/// What one file of a segment must be like, block by block, for whoever maps it into memory.
///
/// What Xapian reads is checked by the shim; what is read in another way must be checked before it is used. Each
/// block is hashed once, when a stretch that it is part of is asked for first; after that the question costs some
/// nanoseconds.
final class CheckedFile: CheckedBlocks, @unchecked Sendable {
  // The shim lets several threads check at once.
  private let handle: OpaquePointer
  private let path: String

  /// Takes what the segment's ``BlockHashes`` say of a file.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where they say nothing of it.
  init(_ name: String, in folder: DurableFolder) throws(IndexError) {
    path = folder.path
    var made: OpaquePointer?
    try SearchIndex.check(cxs_checked_file_open(folder.path, name, &made), at: folder.path)
    handle = handedOut(made)
  }

  deinit { cxs_checked_file_free(handle) }

  /// Throws where a stretch of the file is not as it was written.
  ///
  /// - Parameters:
  ///   - range: The stretch, in bytes of the file.
  ///   - file: The whole file, as it is mapped.
  func check(_ range: Range<Int>, of file: UnsafeRawBufferPointer) throws(IndexError) {
    guard let bytes = file.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    try SearchIndex.check(
      cxs_checked_file_check(handle, bytes, file.count, range.lowerBound, range.count), at: path)
  }
}
