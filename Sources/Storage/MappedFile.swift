import Glibc

/// A file mapped into memory for reading, until the last reference goes.
package final class MappedFile {
  package let bytes: UnsafeRawBufferPointer

  /// Maps a file that is not empty; nil for one that is, or is missing.
  package init?(_ name: String, in folder: DurableFolder) throws(IndexError) {
    guard let file = try folder.openFile(name) else { return nil }
    let path = folder.path(of: name)
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw DurableFolder.failure(path) }
    let size = Int(status.st_size)
    guard size > 0 else { return nil }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), address != MAP_FAILED else {
      throw DurableFolder.failure(path)
    }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  /// Gives the memory that reading has taken back to the system; what is read again comes from the file again.
  package func forget() {
    // A hint: where it fails, the memory is taken back later.
    _ = madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
