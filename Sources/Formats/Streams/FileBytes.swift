internal import Glibc

/// Reads a file in pieces, as it is.
///
/// A class because a descriptor must be closed once.
final class FileBytes: ByteSource {
  /// Bytes that were read so far.
  private(set) var bytesRead = 0

  /// The first piece is small: many a file of a folder is only looked at.
  private static let firstPieceSize = 1 << 14
  private static let pieceSize = 1 << 18

  private let descriptor: Int32

  /// Opens a file at an offset; `-` is standard input.
  ///
  /// Only a regular file can be read from anywhere but its start.
  init(path: String, offset: Int = 0) throws(SystemError) {
    if path == InputFile.standardInputPath {
      descriptor = dup(STDIN_FILENO)
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw SystemError() }
    if offset > 0 {
      bytesRead = offset
      guard lseek(descriptor, offset, SEEK_SET) == offset else {
        // The end of the value closes the file.
        throw SystemError()
      }
    }
  }

  deinit { close(descriptor) }

  func next() throws(ByteFailure) -> [UInt8]? {
    var failure: SystemError?
    let piece = [UInt8](
      unsafeUninitializedCapacity: bytesRead == 0 ? Self.firstPieceSize : Self.pieceSize
    ) { buffer, count in
      repeat {
        count = read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      if count < 0 {
        failure = SystemError()
        count = 0
      }
    }
    if let failure { throw .system(failure) }
    bytesRead += piece.count
    return piece.isEmpty ? nil : piece
  }
}
