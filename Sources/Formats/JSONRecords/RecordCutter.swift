internal import Articles
internal import Glibc

/// Cuts a stream of JSON into records without decoding them, in memory bounded by the largest record allowed.
struct RecordCutter {
  /// A record, or what is left of one that is too large.
  enum Cut: Equatable {
    case record([UInt8], line: Int)
    case tooLarge(size: Int, line: Int)
  }

  /// How records are laid out.
  enum Layout {
    /// A record is a line.
    case lines
    /// A record is a value: of an array, or of values one after the other.
    case values
  }

  /// The line that is being read, from 1.
  private(set) var line = 1

  private let reader: ByteReader
  private let limit: Int
  private var layout: Layout?
  private var piece: [UInt8] = []
  private var position = 0
  /// The record up to here; empty once it is too large.
  private var pending: [UInt8] = []
  private var pendingSize = 0
  /// The line on which the pending record began.
  private var recordLine = 1
  private var scanner = JSONValueScanner()

  /// Takes a stream; where no layout is given, the start of the stream tells.
  init(_ reader: ByteReader, layout: Layout?, limit: Int) {
    self.reader = reader
    self.layout = layout
    self.limit = limit
  }

  /// The next record that is not blank; nil at the end.
  mutating func next() throws(ByteReader.Failure) -> Cut? {
    while true {
      if position == piece.count, try !readPiece() { return lastRecord() }
      if let cut = layout == .values ? nextValue() : nextLine() { return cut }
    }
  }

  private mutating func readPiece() throws(ByteReader.Failure) -> Bool {
    guard let next = try reader.next() else { return false }
    (piece, position) = (next, 0)
    if layout == nil { layout = JSONLayout.layout(of: piece) }
    return true
  }

  private mutating func lastRecord() -> Cut? {
    scanner = JSONValueScanner()
    return finished(startingOn: recordLine)
  }

  private mutating func nextLine() -> Cut? {
    while position < piece.count {
      let start = position
      recordLine = line
      guard let end = endOfLine(from: start) else {
        position = piece.count
        keep(start..<position)
        return nil
      }
      position = end + 1
      keep(start..<end)
      line += 1
      if let cut = finished(startingOn: recordLine) { return cut }
    }
    return nil
  }

  private func endOfLine(from start: Int) -> Int? {
    piece.withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) else { return nil }
      return start + (UnsafeRawPointer(found) - base)
    }
  }

  private mutating func nextValue() -> Cut? {
    var start = position
    while position < piece.count {
      switch scanner.step(piece[position]) {
      case .between: start = position + 1
      case .begins: (start, recordLine) = (position, line)
      case .inside: break
      case .endsBefore: return value(from: start)
      case .endsWith:
        position += 1
        return value(from: start)
      }
      if piece[position] == 0x0A { line += 1 }
      position += 1
    }
    keep(start..<position)
    return nil
  }

  private mutating func value(from start: Int) -> Cut? {
    keep(start..<position)
    return finished(startingOn: recordLine)
  }

  private mutating func keep(_ range: Range<Int>) {
    pendingSize += range.count
    if pendingSize <= limit {
      pending += piece[range]
    } else {
      pending = []
    }
  }

  /// The pending record, as read but for a byte order mark and the line end; nil where it is blank.
  private mutating func finished(startingOn start: Int) -> Cut? {
    let (bytes, size) = (pending, pendingSize)
    pending = []
    pendingSize = 0
    if size > limit { return .tooLarge(size: size, line: start) }
    let unmarked = start == 1 ? bytes.dropByteOrderMark() : bytes[...]
    guard let last = unmarked.lastIndex(where: { !$0.isBlank }) else { return nil }
    return .record(
      last + 1 == bytes.count && unmarked.startIndex == 0 ? bytes : Array(unmarked[...last]), line: start)
  }
}
