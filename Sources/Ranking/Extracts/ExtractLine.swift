/// Writes stretches of an article as one line, cut into words found and what stands between them.
struct ExtractLine {
  private var done: [Extract.Piece] = []
  /// The bytes of the piece in hand.
  private var bytes: [UInt8] = []
  private var needsSpace = false

  /// The line so far.
  var pieces: [Extract.Piece] {
    var all = self
    all.finishPiece(isMatch: false)
    return all.done
  }

  /// Puts a space before what comes next.
  mutating func separate() { needsSpace = true }

  mutating func appendEllipsis() {
    space()
    bytes.append(contentsOf: "…".utf8)
  }

  /// Appends a stretch, of which some ranges are marked; all offsets count from the start of the stretch.
  mutating func append(_ stretch: UnsafeBufferPointer<UInt8>, marks: some Sequence<Range<Int>>) {
    var start = 0
    for mark in marks {
      append(stretch[start..<mark.lowerBound])
      space()
      finishPiece(isMatch: false)
      append(stretch[mark])
      finishPiece(isMatch: true)
      start = mark.upperBound
    }
    append(stretch[start...])
  }

  private mutating func finishPiece(isMatch: Bool) {
    guard isMatch || !bytes.isEmpty else { return }
    done.append(Extract.Piece(text: String(decoding: bytes, as: UTF8.self), isMatch: isMatch))
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func space() {
    if needsSpace, !(bytes.isEmpty && done.isEmpty) { bytes.append(UInt8(ascii: " ")) }
    needsSpace = false
  }

  private mutating func append(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    let part = UnsafeBufferPointer(rebasing: part)
    var index = 0
    while index < part.count {
      let byte = part[index]
      if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        needsSpace = true
      } else if byte == 0xC2, index + 1 < part.count, part[index + 1] < 0xA0 {
        index += 1
      } else if byte > 0x1F, byte != 0x7F {
        space()
        bytes.append(byte)
      }
      index += 1
    }
  }
}
