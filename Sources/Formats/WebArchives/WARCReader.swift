internal import Articles

/// Reads the records of a web archive one after the other, and goes on behind what is damaged.
struct WARCReader {
  /// What comes next.
  enum Step {
    case record(WARCRecord)
    /// A record over the limit, with its size.
    case tooLarge(Int)
    /// Something that is no record: what it is.
    case damaged(String)
  }

  /// The offset in the file, as it is stored, at which the last step begins.
  private(set) var offset = 0
  /// The same for what comes behind it; nil where nothing can begin there.
  private(set) var nextOffset: Int?

  private let reader: ByteReader
  private let base: Int
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  /// How many bytes were taken out of the buffer.
  private var taken = 0
  private var isAtEnd = false
  /// Where in the buffer gzip members begin, with their offsets in the file.
  private var members: [(position: Int, offset: Int)] = []

  private static let longestHeader = 1 << 16
  /// How many bytes of line ends behind a block are looked through.
  private static let longestGap = 16
  private static let beginning = Array("WARC/".utf8)

  /// - Parameter base: The offset in the file at which the reader began.
  init(_ reader: ByteReader, base: Int, limit: Int) {
    (self.reader, self.base, self.limit) = (reader, base, limit)
    offset = base
  }

  /// The next record or what is in its place; nil at the end.
  mutating func next() throws(ByteFailure) -> Step? {
    while true {
      // Blank lines part records.
      try skip { $0 == 0x0D || $0 == 0x0A }
      guard position < buffer.count else { return nil }
      offset = fileOffset(of: position)
      do throws(ByteFailure) {
        guard try fill(Self.beginning.count), buffer[position...].starts(with: Self.beginning) else {
          return try recover("there is no record here")
        }
        return try readRecord()
      } catch .damaged(let words) {
        guard let gzip = reader.gzip, try gzip.skipToNextMember() else { throw .damaged(words) }
        drop()
        return .damaged(words)
      }
    }
  }

  private mutating func readRecord() throws(ByteFailure) -> Step {
    guard let header = try readHeader() else {
      // Behind its first word, lest it be found again.
      position += Self.beginning.count
      return try recover("the header of the record has no end")
    }
    let fields = WARCRecord.fields(of: header)
    guard let length = fields.first(where: { $0.name == "content-length" }).flatMap({ Int($0.value) }),
      length >= 0
    else { return try recover("the record does not say how long it is") }
    if length > limit {
      try skipBytes(length)
      return .tooLarge(length)
    }
    guard try fill(length) else {
      let left = buffer.count - position
      drop()
      return .damaged("the record ends after \(left) of \(length) bytes; is the file copied whole?")
    }
    let record = WARCRecord(fields: fields, block: Array(buffer[position..<position + length]))
    position += length
    // Behind a block are line ends and a record, or its length is wrong.
    guard try fill(1) else { return .record(record) }
    _ = try fill(Self.longestGap + Self.beginning.count)
    let next = buffer[position...].drop { $0 == 0x0D || $0 == 0x0A }
    if next.isEmpty || next.starts(with: Self.beginning) { return .record(record) }
    if let cut = try cutAtNext(record) { return .record(cut) }
    // What follows a line end is damage of its own.
    return next.startIndex > position ? .record(record) : try extended(record)
  }

  /// A record that says that it is longer than it is, up to where the next begins; nil where none begins in it.
  private mutating func cutAtNext(_ record: WARCRecord) throws(ByteFailure) -> WARCRecord? {
    let mark = [0x0A] + Self.beginning
    // The block stands before the position: nothing may be dropped while it is looked at.
    position -= record.block.count
    _ = try fill(record.block.count + mark.count)
    let start = position
    position += record.block.count
    guard let next = buffer[start..<min(position + mark.count, buffer.count)].firstRange(ofBytes: mark)
    else { return nil }
    var record = record
    record.isMended = true
    position = next.lowerBound + 1
    record.block.removeSubrange((next.lowerBound - start)...)
    return record
  }

  /// A record that is longer than it says, up to where the next begins or the archive ends.
  private mutating func extended(_ record: WARCRecord) throws(ByteFailure) -> Step {
    var record = record
    record.isMended = true
    let mark = [0x0A] + Self.beginning
    while true {
      if let next = buffer[position...].firstRange(ofBytes: mark)?.lowerBound {
        record.block += buffer[position..<next]
        position = next + 1
        return .record(record)
      }
      // A mark may lie across what is read at a time.
      let searched = max(position, buffer.count - mark.count + 1)
      record.block += buffer[position..<searched]
      position = searched
      guard record.block.count <= limit else {
        _ = try recover("")
        return .damaged("the record is longer than it says")
      }
      guard try fill(buffer.count - position + 1) else {
        record.block += buffer[position...]
        position = buffer.count
        return .record(record)
      }
    }
  }

  /// The lines of the header behind the first; nil where they do not end.
  private mutating func readHeader() throws(ByteFailure) -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = headerEnd(from: searched) {
        let lines = buffer[position..<end.text]
        position = end.next
        let first = lines.firstIndex(of: 0x0A) ?? lines.endIndex
        return lines[first...].dropFirst()
      }
      searched = max(position, buffer.count - 3)
      let known = buffer.count - position
      guard known < Self.longestHeader, try fill(known + 1) else { return nil }
    }
  }

  /// Where a blank line is: where the text before it ends, and what follows begins.
  private func headerEnd(from start: Int) -> (text: Int, next: Int)? {
    var index = start
    while let end = buffer[index...].firstIndex(of: 0x0A) {
      let next = end + 1
      if next < buffer.count, buffer[next] == 0x0A { return (next, next + 1) }
      if next + 1 < buffer.count, buffer[next] == 0x0D, buffer[next + 1] == 0x0A { return (next, next + 2) }
      index = next
    }
    return nil
  }

  /// Goes on to where a line begins as a record does.
  private mutating func recover(_ words: String) throws(ByteFailure) -> Step {
    let mark = [0x0A] + Self.beginning
    // The line end before this place may be that before the next record.
    if position > 0, buffer[position - 1] == 0x0A {
      position -= 1
    } else {
      position += position < buffer.count ? 1 : 0
    }
    while true {
      if let found = buffer[position...].firstRange(ofBytes: mark) {
        position = found.lowerBound + 1
        return .damaged(words)
      }
      position = max(position, buffer.count - mark.count + 1)
      guard try fill(buffer.count - position + 1) else {
        position = buffer.count
        return .damaged(words)
      }
    }
  }

  // MARK: The buffer

  /// Sees to it that so many bytes are at hand; false where there are not so many left.
  private mutating func fill(_ count: Int) throws(ByteFailure) -> Bool {
    if position > 1 << 20 || position == buffer.count { compact() }
    while buffer.count - position < count, !isAtEnd {
      guard let piece = try reader.next() else {
        isAtEnd = true
        break
      }
      if let member = reader.memberOffset, members.last?.offset != base + member {
        members.append((buffer.count, base + member))
      }
      if buffer.isEmpty { buffer = piece } else { buffer += piece }
    }
    return buffer.count - position >= count
  }

  private mutating func compact() {
    guard position > 0 else { return }
    taken += position
    buffer.removeSubrange(..<position)
    members = members.map { ($0.position - position, $0.offset) }
    while members.count > 1, members[1].position <= 0 { members.removeFirst() }
    position = 0
  }

  private mutating func drop() {
    position = buffer.count
    compact()
  }

  private mutating func skip(where isSkipped: (UInt8) -> Bool) throws(ByteFailure) {
    while try fill(1) {
      guard let next = buffer[position...].firstIndex(where: { !isSkipped($0) }) else {
        position = buffer.count
        continue
      }
      position = next
      return
    }
  }

  private mutating func skipBytes(_ count: Int) throws(ByteFailure) {
    var left = count
    while left > 0, try fill(1) {
      let step = min(left, buffer.count - position)
      position += step
      left -= step
    }
  }

  /// The offset in the file of a place in the buffer: that of its gzip member, where the file is packed.
  private func fileOffset(of position: Int) -> Int {
    if reader.gzip != nil { return members.last { $0.position <= position }?.offset ?? base }
    return base + taken + position
  }
}
