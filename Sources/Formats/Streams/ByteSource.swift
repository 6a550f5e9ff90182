/// Gives bytes in pieces: a file, or what a layer of compression over it unpacks.
protocol ByteSource: AnyObject {
  /// The next piece, never empty; nil at the end.
  func next() throws(ByteFailure) -> [UInt8]?

  /// Whether something that is not compressed data follows the compressed data.
  var hasTrailingData: Bool { get }
}

extension ByteSource {
  var hasTrailingData: Bool { false }
}

/// What ends reading before the end of the data.
enum ByteFailure: Error {
  /// The system could not read.
  case system(SystemError)
  /// The compressed data ends early or is damaged, in words.
  case damaged(String)
  /// A container, or data packed by another program than gzip, is damaged or locked, in words.
  case damagedArchive(String)
  /// The data unpacks to more than any news does.
  case expandsTooFar(String)
}

extension ByteFailure {
  /// What was wrong.
  var words: String {
    switch self {
    case .system(let error): error.words
    case .damaged(let words), .damagedArchive(let words), .expandsTooFar(let words): words
    }
  }
}

extension Refusal {
  /// A file that could not be read to its end.
  init(_ failure: ByteFailure, path: String, at location: SourceLocation) {
    switch failure {
    case .system(let error): self.init(error, path: path, at: location)
    case .damaged(let message): self.init(.damagedGzip, at: location, message)
    case .damagedArchive(let message): self.init(.damagedArchive, at: location, message)
    case .expandsTooFar(let message): self.init(.expandsTooFar, at: location, message)
    }
  }
}

/// Bytes that are in memory.
final class MemoryBytes: ByteSource {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next() -> [UInt8]? {
    defer { bytes = [] }
    return bytes.isEmpty ? nil : bytes
  }
}
