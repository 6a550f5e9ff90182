internal import Glibc

/// Reads a file in pieces, unpacking gzip where the first bytes say that it is packed.
///
/// A class because a descriptor must be closed once.
final class ByteReader {
  /// What ends reading before the end of the data.
  enum Failure: Error {
    case system(SystemError)
    case damagedGzip(String)
  }

  /// Bytes of the file that were read so far, before unpacking.
  private(set) var bytesRead = 0
  /// Whether something that is not compressed data follows the compressed data.
  var hasTrailingData: Bool { inflater?.hasTrailingData ?? false }

  private static let pieceSize = 1 << 18

  private let descriptor: Int32
  private var inflater: Inflater?
  private var isStarted = false

  /// Opens a file; `-` is standard input.
  init(path: String) throws(SystemError) {
    if path == InputFile.standardInputPath {
      descriptor = dup(STDIN_FILENO)
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw SystemError() }
  }

  deinit { close(descriptor) }

  /// The next piece, never empty; nil at the end.
  func next() throws(Failure) -> [UInt8]? {
    if !isStarted {
      isStarted = true
      let start = try read(atLeast: 2)
      if start.starts(with: Inflater.magic) {
        inflater = Inflater(start)
      } else {
        return start.isEmpty ? nil : start
      }
    }
    guard let inflater else {
      let piece = try read(atLeast: 1)
      return piece.isEmpty ? nil : piece
    }
    return try inflater.next(pieceSize: Self.pieceSize) { () throws(Failure) in try self.read(atLeast: 1) }
  }

  /// A piece with at least so many bytes, if there are so many left.
  private func read(atLeast least: Int) throws(Failure) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    var count = 0
    while count < least {
      let more = piece.withUnsafeMutableBytes {
        let rest = UnsafeMutableRawBufferPointer(rebasing: $0[count...])
        return Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if more < 0 {
        if errno == EINTR { continue }
        throw .system(SystemError())
      }
      if more == 0 { break }
      count += more
    }
    bytesRead += count
    piece.removeSubrange(count...)
    return piece
  }
}
