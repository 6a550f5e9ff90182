internal import CArchive

/// Unpacks what libarchive knows: xz, bzip2 and zstd, and the members of tar and zip.
///
/// A class because the library keeps a pointer to it, and must be told to let go once.
final class ArchiveReader {
  /// What is to be found in the data.
  enum Content {
    /// One compressed file.
    case compressed
    /// Many files.
    case members
  }

  /// A file among others.
  struct Member {
    /// Its path, as the container has it.
    let path: String
    let isFile: Bool
  }

  private let archive: OpaquePointer
  private let feed: PackedInput
  private let limit: ExpansionLimit
  private var unpacked = 0

  /// Begins to unpack.
  init(_ packed: ByteReader, _ content: Content, limit: ExpansionLimit) throws(ByteFailure) {
    guard let archive = archive_read_new() else { throw .damagedArchive("there is no memory to unpack it") }
    self.archive = archive
    self.limit = limit
    feed = PackedInput(packed)
    switch content {
    case .compressed:
      archive_read_support_filter_xz(archive)
      archive_read_support_filter_bzip2(archive)
      archive_read_support_filter_zstd(archive)
      archive_read_support_format_raw(archive)
    case .members:
      archive_read_support_format_tar(archive)
      archive_read_support_format_zip_streamable(archive)
    }
    let context = Unmanaged.passUnretained(feed).toOpaque()
    let status = archive_read_open(archive, context, nil, { PackedInput.read($0, $1, $2) }, nil)
    guard status == ARCHIVE_OK else { throw failure() }
  }

  /// Begins to unpack a file of members that lies on a disk, by its directory at the end.
  init(path: String, limit: ExpansionLimit) throws(ByteFailure) {
    guard let archive = archive_read_new() else { throw .damagedArchive("there is no memory to unpack it") }
    self.archive = archive
    self.limit = limit
    feed = PackedInput(ByteReader(MemoryBytes([])))
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else { throw failure() }
  }

  deinit { archive_read_free(archive) }

  /// Goes to the next member; nil at the end.
  func nextMember() throws(ByteFailure) -> Member? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry else { throw failure() }
    if archive_entry_is_encrypted(entry) != 0 { throw .damagedArchive("it is locked with a password") }
    let path = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Member(
      path: path.map { String(cString: $0) } ?? "",
      isFile: archive_entry_filetype(entry) == Self.regularFile)
  }

  private static let regularFile: UInt32 = 0o100000

  /// The next piece of the member, never empty; nil at its end.
  func nextPiece() throws(ByteFailure) -> [UInt8]? {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
      count = archive_read_data(archive, buffer.baseAddress, buffer.count)
      filled = max(0, count)
    }
    guard count >= 0 else { throw failure() }
    unpacked += count
    try limit.check(unpacked: unpacked)
    return piece.isEmpty ? nil : piece
  }

  private func failure() -> ByteFailure {
    if let failure = feed.failure { return failure }
    let words = archive_error_string(archive).map { String(cString: $0) } ?? "it cannot be unpacked"
    return .damagedArchive("the compressed data is damaged: \(words)")
  }
}

/// What libarchive asks for packed bytes.
private final class PackedInput {
  private let packed: ByteReader
  private(set) var failure: ByteFailure?

  init(_ packed: ByteReader) { self.packed = packed }

  /// The library's call for the next piece, which must stay where it is until the next call.
  static func read(
    _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
    _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?
  ) -> Int {
    guard let context else { return -1 }
    let feed = Unmanaged<PackedInput>.fromOpaque(context).takeUnretainedValue()
    do throws(ByteFailure) {
      feed.hold(try feed.packed.next() ?? [])
    } catch {
      feed.failure = error
      return -1
    }
    buffer?.pointee = UnsafeRawPointer(feed.held.baseAddress)
    return feed.held.count
  }

  private var held = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  private func hold(_ piece: [UInt8]) {
    held.deallocate()
    held = .allocate(capacity: piece.count)
    _ = held.initialize(from: piece)
  }

  deinit { held.deallocate() }
}

/// One file that is compressed with xz, bzip2 or zstd.
final class CompressedBytes: ByteSource {
  private let archive: ArchiveReader

  init(_ packed: ByteReader, limit: ExpansionLimit) throws(ByteFailure) {
    archive = try ArchiveReader(packed, .compressed, limit: limit)
    _ = try archive.nextMember()
  }

  func next() throws(ByteFailure) -> [UInt8]? { try archive.nextPiece() }
}

/// The member of a container that is in hand.
final class MemberBytes: ByteSource {
  private let archive: ArchiveReader

  init(_ archive: ArchiveReader) { self.archive = archive }

  func next() throws(ByteFailure) -> [UInt8]? { try archive.nextPiece() }
}
