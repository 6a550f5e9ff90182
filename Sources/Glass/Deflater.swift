internal import CDeflate
import Storage

/// Compresses contents to raw deflate streams, as Xapian's tables have them.
///
/// It is done by libdeflate, which takes a third of zlib's time for a content that is in memory as a whole; Xapian reads
/// the result with zlib. Belongs to one thread.
final class Deflater {
  /// libdeflate's level: of a kilobyte or two the higher ones make 1 % less, for twice the time.
  private static let level: Int32 = 1

  private let handle: OpaquePointer
  private var buffer: [UInt8] = []

  init() {
    guard let made = libdeflate_alloc_compressor(Self.level) else {
      preconditionFailure("the memory of a compressor is a few hundred kilobytes")
    }
    handle = made
  }

  deinit { libdeflate_free_compressor(handle) }

  /// Gives the compressed content to `body`, or the content itself where that is no longer; good until it returns.
  func with(
    _ content: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, _ isCompressed: Bool) throws(IndexError) -> Void
  ) throws(IndexError) {
    guard content.count > GlassFormat.leastCompressedBytes else { return try body(content, false) }
    if buffer.count < content.count { buffer = [UInt8](repeating: 0, count: content.count * 2) }
    try buffer.withUnsafeMutableBufferPointer { buffer throws(IndexError) in
      // Without room for what is no shorter it gives 0.
      let size = libdeflate_deflate_compress(
        handle, content.baseAddress, content.count, buffer.baseAddress, content.count - 1)
      if size == 0 { return try body(content, false) }
      try body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<size]), true)
    }
  }
}
