import Articles
import CZlib
import Glibc

@testable import Formats

/// One member of gzip.
func gzip(_ text: some StringProtocol) -> [UInt8] { gzip(bytes: Array(text.utf8)) }

/// The same of bytes.
func gzip(bytes: [UInt8]) -> [UInt8] {
  var input = bytes
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
  /// What holds no news, by kind.
  var leftOut: [String] = []

  init(_ paths: String..., options: ReadingOptions = ReadingOptions()) {
    self.init(InputListing(paths: paths, options: options), options: options)
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
      case .leftOut(_, let kind): leftOut.append(kind)
      }
    }
  }

  var ids: [String] { articles.map(\.id) }
  var reasons: [Refusal.Reason] { refusals.map(\.reason) }
}
