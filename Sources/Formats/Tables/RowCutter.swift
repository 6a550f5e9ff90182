internal import Articles

/// Cuts a table into rows; a line end within quotation marks is part of its cell.
struct RowCutter {
  /// A row as it stands, without its end.
  struct Row {
    let bytes: [UInt8]
    /// The line on which it begins, from 1.
    let line: Int
    /// Its bytes, more than those that are there for a row over the limit.
    let size: Int
  }

  /// What parts the cells.
  let mark: UInt8

  private let reader: ByteReader
  private let limit: Int
  private var piece: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isFirst = true

  private enum State { case cellStart, plain, quoted, quoteInQuoted }

  init(_ reader: ByteReader, mark: UInt8, limit: Int) {
    (self.reader, self.mark, self.limit) = (reader, mark, limit)
  }

  /// The next row that is not blank; nil at the end.
  mutating func next() throws(ByteFailure) -> Row? {
    while true {
      guard let row = try nextLine() else { return nil }
      if row.size > limit || row.bytes.contains(where: { !$0.isBlank }) { return row }
    }
  }

  private mutating func nextLine() throws(ByteFailure) -> Row? {
    var bytes: [UInt8] = []
    var (size, state, hasBegun) = (0, State.cellStart, false)
    let start = line
    while true {
      if position == piece.count {
        guard let next = try reader.next() else { break }
        (piece, position) = (isFirst ? Array(next.dropByteOrderMark()) : next, 0)
        isFirst = false
        continue
      }
      hasBegun = true
      let from = position
      // A cell that is not closed is given up once the row is over the limit.
      let isEnd = scan(
        &state,
        until: size > limit ? piece.count : min(piece.count, position + min(piece.count, limit - size) + 1))
      let part = piece[from..<(isEnd ? position - 1 : position)]
      size += part.count
      if size <= limit { bytes += part } else { bytes = [] }
      if isEnd { break }
      // A cell that is not closed would take all that is left for one row.
      if size > limit { state = .plain }
    }
    guard hasBegun else { return nil }
    if bytes.last == 0x0D { bytes.removeLast() }
    return Row(bytes: bytes, line: start, size: size)
  }

  /// Goes on to behind the end of the row, or to some place of the piece; whether the row has ended.
  private mutating func scan(_ state: inout State, until end: Int) -> Bool {
    while position < end {
      let byte = piece[position]
      position += 1
      if byte == 0x0A { line += 1 }
      switch state {
      case .quoted:
        if byte == UInt8(ascii: "\"") { state = .quoteInQuoted }
        continue
      case .quoteInQuoted:
        if byte == UInt8(ascii: "\"") {
          state = .quoted
          continue
        }
        // Anything but a mark or an end behind a closing quotation mark: it was none, as in "5" wide".
        if byte != mark, byte != 0x0A, byte != 0x0D {
          state = .quoted
          continue
        }
        state = .plain
      case .cellStart where byte == UInt8(ascii: "\""):
        state = .quoted
        continue
      case .cellStart, .plain: state = .plain
      }
      if byte == mark { state = .cellStart }
      if byte == 0x0A { return true }
    }
    return false
  }
}

/// The cells of a row.
enum RowCells {
  /// The cells of a row as it stands, without the quotation marks around them; `""` within them is one mark, and so is `\"`.
  static func cells(of row: [UInt8], mark: UInt8) -> [String] {
    var cells: [String] = []
    var index = row.startIndex
    while index <= row.endIndex {
      let (cell, next) = cell(of: row, from: index, mark: mark)
      cells.append(String(decoding: cell, as: UTF8.self))
      index = next
    }
    return cells
  }

  private static func cell(of row: [UInt8], from start: Int, mark: UInt8) -> (cell: [UInt8], next: Int) {
    let quote = UInt8(ascii: "\"")
    guard start < row.endIndex, row[start] == quote else {
      let end = row[start...].firstIndex(of: mark) ?? row.endIndex
      return (Array(row[start..<end]), end + 1)
    }
    var cell: [UInt8] = []
    var index = start + 1
    while index < row.endIndex {
      let next = index + 1 < row.endIndex ? row[index + 1] : nil
      if row[index] == quote {
        if next == nil || next == mark { return (cell, index + 2) }
        if next == quote { index += 1 }
      } else if row[index] == UInt8(ascii: "\\"), next == quote, index + 2 < row.endIndex,
        row[index + 2] != mark
      {
        index += 1
      }
      cell.append(row[index])
      index += 1
    }
    return (cell, row.endIndex + 1)
  }
}
