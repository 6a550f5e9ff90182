/// Writes stretches of an article as one line.
struct ExtractLine {
  private let opening: [UInt8]
  private let closing: [UInt8]
  private var bytes: [UInt8] = []
  private var needsSpace = false

  init(opening: String, closing: String) {
    self.opening = Array(opening.utf8)
    self.closing = Array(closing.utf8)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Puts a space before what comes next.
  mutating func separate() { needsSpace = true }

  mutating func appendEllipsis() {
    space()
    bytes.append(contentsOf: "…".utf8)
  }

  /// Appends a stretch, of which some ranges are marked; all offsets count from the start of the stretch.
  mutating func append(_ stretch: [UInt8], marks: [Range<Int>]) {
    var start = 0
    for mark in marks {
      append(stretch[start..<mark.lowerBound])
      space()
      bytes.append(contentsOf: opening)
      append(stretch[mark])
      bytes.append(contentsOf: closing)
      start = mark.upperBound
    }
    append(stretch[start...])
  }

  private mutating func space() {
    if needsSpace, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    needsSpace = false
  }

  private mutating func append(_ part: ArraySlice<UInt8>) {
    var index = part.startIndex
    while index < part.endIndex {
      let byte = part[index]
      if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        needsSpace = true
      } else if byte == 0xC2, index + 1 < part.endIndex, part[index + 1] < 0xA0 {
        index += 1
      } else if byte > 0x1F, byte != 0x7F {
        space()
        bytes.append(byte)
      }
      index += 1
    }
  }
}
