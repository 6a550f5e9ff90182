/// Unpacks gzip, and tells where in the file each of its members begins.
final class GzipBytes: ByteSource {
  private let packed: ByteReader
  private let limit: ExpansionLimit
  private let inflater = Inflater()
  private var unpacked = 0

  init(_ packed: ByteReader, limit: ExpansionLimit) {
    (self.packed, self.limit) = (packed, limit)
  }

  var hasTrailingData: Bool { inflater.hasTrailingData }

  /// The offset of the member that the last piece is of, from where the packed data was first read.
  var memberOffset: Int { inflater.memberOffset }

  func next() throws(ByteFailure) -> [UInt8]? {
    let piece = try inflater.next(pieceSize: 1 << 18) { () throws(ByteFailure) in try packed.next() ?? [] }
    unpacked += piece?.count ?? 0
    try limit.check(unpacked: unpacked)
    return piece
  }

  /// Goes on at the next member behind a damaged one; false where none is found.
  func skipToNextMember() throws(ByteFailure) -> Bool {
    try inflater.skipToNextMember { () throws(ByteFailure) in try packed.next() ?? [] }
  }
}
