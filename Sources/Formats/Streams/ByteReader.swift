/// Reads bytes in pieces, and can look at what comes first without taking it.
final class ByteReader {
  /// Some bytes, with the offset of the gzip member that they are of.
  private struct Piece {
    let bytes: [UInt8]
    let memberOffset: Int?
  }

  private let source: any ByteSource
  /// What was looked at and not yet taken, in order.
  private var looked: [Piece] = []
  private var isAtEnd = false
  /// What was met while looking, behind all that was looked at.
  private var failure: ByteFailure?
  /// Where in the packed data the gzip member begins that the last piece taken is of; nil where nothing is packed so.
  private(set) var memberOffset: Int?

  init(_ source: any ByteSource) { self.source = source }

  var hasTrailingData: Bool { source.hasTrailingData }

  /// What unpacks gzip, where that is what is read.
  var gzip: GzipBytes? { source as? GzipBytes }

  /// The next piece, never empty; nil at the end.
  func next() throws(ByteFailure) -> [UInt8]? {
    let piece = looked.isEmpty ? try read() : looked.removeFirst()
    guard let piece else { return nil }
    memberOffset = piece.memberOffset
    return piece.bytes
  }

  private func read() throws(ByteFailure) -> Piece? {
    if let failure {
      self.failure = nil
      throw failure
    }
    guard !isAtEnd else { return nil }
    guard let bytes = try source.next() else {
      isAtEnd = true
      return nil
    }
    return Piece(bytes: bytes, memberOffset: gzip?.memberOffset)
  }

  /// The first bytes of what comes: at least so many if there are so many left, and more where they are at hand.
  ///
  /// Damage behind the first of them waits until it is met.
  func peek(atLeast count: Int) throws(ByteFailure) -> [UInt8] {
    var known = looked.reduce(0) { $0 + $1.bytes.count }
    while known < count, failure == nil {
      do throws(ByteFailure) {
        guard let piece = try read() else { break }
        looked.append(piece)
        known += piece.bytes.count
      } catch {
        guard known > 0 else { throw error }
        failure = error
      }
    }
    return looked.count == 1 ? looked[0].bytes : Array(looked.map(\.bytes).joined())
  }

  /// All that is left; nil where it has more bytes than the limit.
  func rest(limit: Int) throws(ByteFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let piece = try next() {
      bytes += piece
      if bytes.count > limit { return nil }
    }
    return bytes
  }
}
