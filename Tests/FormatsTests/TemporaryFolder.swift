import Articles
import CZlib
import FoundationEssentials
import Glibc

@testable import Formats

/// A folder of its own for one test, gone with the value that stands for it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/articles-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders above it, and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let path = self.path + "/" + name
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  func link(_ name: String, to target: String) {
    symlink(target, path + "/" + name)
  }
}

/// One member of gzip.
func gzip(_ text: String) -> [UInt8] {
  var input = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: input.count + 1000)
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  let size = output.count
  input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(size)
      _ = deflate(&stream, Z_FINISH)
    }
  }
  return Array(output[..<(size - Int(stream.avail_out))])
}

/// All that reading some paths gives.
struct Reading {
  var articles: [Article] = []
  var locations: [SourceLocation] = []
  var refusals: [Refusal] = []
  var warnings: [ReadingWarning] = []

  init(_ paths: String..., options: ReadingOptions = ReadingOptions()) {
    self.init(InputListing(paths: paths), options: options)
  }

  init(_ listing: InputListing, options: ReadingOptions = ReadingOptions()) {
    var source = ArticleSource(listing, options: options)
    while let event = source.next() {
      switch event {
      case .article(let article, let location, _):
        articles.append(article)
        locations.append(location)
      case .refused(let refusal): refusals.append(refusal)
      case .warning(let warning): warnings.append(warning)
      }
    }
  }

  var ids: [String] { articles.map(\.id) }
  var reasons: [Refusal.Reason] { refusals.map(\.reason) }
}
