import Glibc

/// A new file that is written from front to back, through a buffer of its own.
package final class AppendingFile {
  /// The bytes that are gathered before they are written.
  private static let bufferBytes = 1 << 18

  private let path: String
  private var file: Int32
  /// Made once the file is: an initialiser that fails has no end at which it could be given back.
  private var buffer: UnsafeMutableRawBufferPointer
  @exclusivity(unchecked) private var buffered = 0
  /// The bytes of the file before those of the buffer.
  private var written = 0

  /// Makes the file, which must not exist.
  package init(_ name: String, in folder: DurableFolder) throws(IndexError) {
    path = folder.path(of: name)
    file = try folder.makeFile(name)
    buffer = .allocate(byteCount: Self.bufferBytes, alignment: 64)
  }

  deinit { release() }

  private func release() {
    if file >= 0 { close(file) }
    buffer.deallocate()
    (file, buffer) = (-1, UnsafeMutableRawBufferPointer(start: nil, count: 0))
  }

  /// Where the next byte will stand in the file.
  package var position: Int { written + buffered }

  /// Appends bytes.
  @inline(__always)
  package func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    guard bytes.count <= buffer.count - buffered else { return try appendThrough(bytes) }
    guard let target = buffer.baseAddress, let source = bytes.baseAddress else { return }
    (target + buffered).copyMemory(from: source, byteCount: bytes.count)
    buffered += bytes.count
  }

  /// Appends bytes that the buffer has no room for.
  private func appendThrough(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    try flush()
    if bytes.count <= buffer.count { return try append(bytes) }
    try write(bytes, at: written)
    written += bytes.count
  }

  /// Writes over bytes that were appended before; what is appended goes on at the end.
  package func overwrite(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(IndexError) {
    try flush()
    try write(bytes, at: start)
  }

  /// Writes what the buffer holds to the file, and closes it; nothing may follow.
  package func finish() throws(IndexError) {
    try flush()
    release()
  }

  private func flush() throws(IndexError) {
    try write(UnsafeRawBufferPointer(rebasing: buffer[..<buffered]), at: written)
    written += buffered
    buffered = 0
  }

  private func write(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(IndexError) {
    var done = 0
    while done < bytes.count {
      let count = pwrite(file, bytes.baseAddress?.advanced(by: done), bytes.count - done, start + done)
      if count < 0 && errno != EINTR { throw DurableFolder.failure(path) }
      done += max(0, count)
    }
  }
}
