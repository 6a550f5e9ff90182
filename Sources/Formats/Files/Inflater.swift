internal import CZlib

/// Unpacks gzip (RFC 1952), one member or several one after the other, as `gzip` itself does.
///
/// A class because zlib keeps pointers into its own state, which must not move and must be freed once.
final class Inflater {
  /// The bytes with which every member begins.
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// Whether something that is not compressed data follows the last member; zeros are padding and do not count.
  private(set) var hasTrailingData = false

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  /// Compressed bytes, and how far they are used.
  private var input: [UInt8]
  private var used = 0
  private var isBetweenMembers = true
  private var isAtEnd = false
  /// Whether the last piece was filled, so that zlib may hold more without more input.
  private var mayHoldMore = false

  /// Takes the first piece of compressed data.
  init(_ start: [UInt8]) {
    input = start
    stream.initialize(to: z_stream())
    // 15 is the largest window, 16 more asks for the gzip header and its checksum.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib has a window of 32 KB and memory for it")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next piece of unpacked data, never empty; nil at the end.
  ///
  /// Asks for more input as it needs it; an empty answer is the end of it.
  func next(
    pieceSize: Int, more: () throws(ByteReader.Failure) -> [UInt8]
  ) throws(ByteReader.Failure) -> [UInt8]? {
    while !isAtEnd {
      if used == input.count, !mayHoldMore {
        (input, used) = (try more(), 0)
        if input.isEmpty { return try endOfInput() }
      }
      if isBetweenMembers, try !beginMember(more) { return nil }
      let piece = try inflatePiece(pieceSize)
      if !piece.isEmpty { return piece }
    }
    return nil
  }

  private func endOfInput() throws(ByteReader.Failure) -> [UInt8]? {
    isAtEnd = true
    guard isBetweenMembers else {
      throw .damagedGzip("the compressed data ends too early; is it copied whole?")
    }
    return nil
  }

  /// Gets ready for a member; false where what follows is none.
  private func beginMember(_ more: () throws(ByteReader.Failure) -> [UInt8]) throws(ByteReader.Failure)
    -> Bool
  {
    if input.count - used == 1 {
      (input, used) = (Array(input[used...]) + (try more()), 0)
    }
    guard input[used...].starts(with: Self.magic) else {
      hasTrailingData = input[used...].contains { $0 != 0 }
      isAtEnd = true
      return false
    }
    inflateReset(stream)
    isBetweenMembers = false
    return true
  }

  private func inflatePiece(_ size: Int) throws(ByteReader.Failure) -> [UInt8] {
    let available = input.count - used
    var status = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress.map { $0 + used }
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(size)
        status = inflate(stream, Z_NO_FLUSH)
      }
      count = size - Int(stream.pointee.avail_out)
    }
    used += available - Int(stream.pointee.avail_in)
    mayHoldMore = status == Z_OK && piece.count == size
    if status == Z_STREAM_END {
      isBetweenMembers = true
    } else if status != Z_OK, status != Z_BUF_ERROR, piece.isEmpty {
      // What was unpacked up to the damage is given out first; zlib repeats itself the next time.
      throw .damagedGzip("the compressed data is damaged")
    }
    return piece
  }
}
