/// Cuts the source of a page into tokens by the rules of the HTML Standard (section 13.2.5).
///
/// The source is UTF-8 without carriage returns. Text lies where it lay in the source, unless something in it
/// had to be decoded; that is written to a buffer of its own.
struct HTMLTokenizer {
  /// What the text that follows is taken for; a tree builder sets it after some start tags.
  enum State {
    case data, rcdata, rawtext, scriptData, plaintext, cdata
  }

  let source: UnsafePointer<UInt8>
  let end: Int
  var index = 0
  var state = State.data
  /// Whether `<![CDATA[` begins a section, as it does in SVG and MathML.
  var allowsCDATA = false
  /// What was decoded.
  var decoded: [UInt8] = []
  /// The attributes of all tags so far.
  var attributes: [HTMLAttribute] = []
  /// The name of the last start tag: the end tag that ends a raw text.
  var lastStartTag = ByteSlice()
  let tags = HTMLNameTable.tags
  let attributeNames = HTMLNameTable.attributes

  /// Reads from bytes that outlive the tokeniser.
  init(_ bytes: UnsafeBufferPointer<UInt8>, empty: UnsafePointer<UInt8>) {
    source = bytes.baseAddress ?? empty
    end = bytes.count
    attributes.reserveCapacity(end / 64)
  }

  /// The next token.
  mutating func next() -> HTMLToken {
    while true {
      guard index < end else { return HTMLToken() }
      switch state {
      case .data:
        if source[index] != UInt8(ascii: "<") { return textToken() }
        if let token = markup() { return token }
      case .rcdata, .rawtext, .scriptData:
        let start = index
        let stop = state == .scriptData ? scriptEnd() : rawTextEnd()
        let decodes = state == .rcdata
        state = .data
        index = stop
        if start < stop { return text(rawText(start..<stop, decodesReferences: decodes)) }
      case .plaintext:
        let start = index
        index = end
        return text(rawText(start..<end, decodesReferences: false))
      case .cdata:
        if let token = sectionText() { return token }
      }
    }
  }

  /// A token of text.
  func text(_ bytes: ByteSlice) -> HTMLToken {
    var token = HTMLToken()
    token.kind = .text
    token.bytes = bytes
    return token
  }

  /// The bytes of a slice.
  func bytes(_ slice: ByteSlice) -> [UInt8] {
    let range = slice.offset..<slice.offset + Int(slice.count)
    return slice.isDecoded
      ? Array(decoded[range])
      : Array(UnsafeBufferPointer(start: source + range.lowerBound, count: range.count))
  }

  /// A byte at a place of a slice.
  @inline(__always)
  func byte(_ slice: ByteSlice, _ position: Int) -> UInt8 {
    slice.isDecoded ? decoded[slice.offset + position] : source[slice.offset + position]
  }

  /// Whether two slices hold the same bytes.
  func equal(_ left: ByteSlice, _ right: ByteSlice) -> Bool {
    guard left.count == right.count else { return false }
    for position in 0..<Int(left.count) where byte(left, position) != byte(right, position) { return false }
    return true
  }
}

// MARK: - Text

extension HTMLTokenizer {
  /// The text from here to the next tag; a NUL is a token of its own, since its place decides what it means.
  private mutating func textToken() -> HTMLToken {
    let start = index
    if source[index] == 0 {
      index += 1
      return text(ByteSlice(source: start..<index))
    }
    let stop = endOfText(from: start)
    index = stop
    guard stop < end, source[stop] == UInt8(ascii: "&") else { return text(ByteSlice(source: start..<stop)) }
    let first = decoded.count
    appendSource(start..<stop)
    while index < end, source[index] != UInt8(ascii: "<"), source[index] != 0 {
      if source[index] == UInt8(ascii: "&"), appendReference(inAttribute: false) { continue }
      let run = index
      index = endOfText(from: index + 1)
      appendSource(run..<index)
    }
    return text(ByteSlice(decoded: first..<decoded.count))
  }

  /// Where the next `<`, `&` or NUL is.
  private func endOfText(from start: Int) -> Int {
    var index = start
    while index < end {
      let byte = source[index]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0 { break }
      index += 1
    }
    return index
  }

  /// Text that is no markup; NULs become U+FFFD.
  private mutating func rawText(_ range: Range<Int>, decodesReferences: Bool) -> ByteSlice {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      if byte == 0 || (decodesReferences && byte == UInt8(ascii: "&")) { break }
      index += 1
    }
    guard index < range.upperBound else { return ByteSlice(source: range) }
    let first = decoded.count
    let after = self.index
    self.index = range.lowerBound
    while self.index < range.upperBound {
      let byte = source[self.index]
      if byte == UInt8(ascii: "&"), decodesReferences, appendReference(inAttribute: false) { continue }
      appendSafe(byte)
      self.index += 1
    }
    self.index = after
    return ByteSlice(decoded: first..<decoded.count)
  }

  /// The text of a CDATA section up to its end or a NUL; nil at its end.
  private mutating func sectionText() -> HTMLToken? {
    let start = index
    if source[index] == 0 {
      index += 1
      return text(ByteSlice(source: start..<index))
    }
    while index < end, source[index] != 0 {
      if matches("]]>", at: index) {
        state = .data
        let stop = index
        index += 3
        return start < stop ? text(ByteSlice(source: start..<stop)) : nil
      }
      index += 1
    }
    return text(ByteSlice(source: start..<index))
  }

  mutating func appendSource(_ range: Range<Int>) {
    decoded.append(contentsOf: UnsafeBufferPointer(start: source + range.lowerBound, count: range.count))
  }

  /// Appends a byte; U+FFFD for NUL.
  mutating func appendSafe(_ byte: UInt8) {
    if byte == 0 {
      decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
    } else {
      decoded.append(byte)
    }
  }
}

// MARK: - Ends of raw texts

extension HTMLTokenizer {
  /// Where the end tag of the last start tag begins; the end of the source, where there is none.
  private func rawTextEnd() -> Int {
    var index = index
    while index < end {
      if source[index] == UInt8(ascii: "<"), isEndOfRawText(at: index) { return index }
      index += 1
    }
    return end
  }

  private func isEndOfRawText(at start: Int) -> Bool {
    guard start + 2 < end, source[start + 1] == UInt8(ascii: "/"), !lastStartTag.isEmpty else { return false }
    let length = Int(lastStartTag.count)
    guard start + 2 + length < end else { return false }
    for position in 0..<length
    where source[start + 2 + position].asciiLowercased != byte(lastStartTag, position) {
      return false
    }
    return source[start + 2 + length].endsTagName
  }

  /// Where a script ends: its end tag, but not within a comment that opens another script.
  private func scriptEnd() -> Int {
    enum Escape { case none, comment, script }
    var escape = Escape.none
    var dashes = 0
    var index = index
    while index < end {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ">"):
        if dashes >= 2 { escape = .none }
        dashes = 0
      case UInt8(ascii: "<"):
        dashes = 0
        if escape != .script, isEndOfRawText(at: index) { return index }
        if escape == .none, matches("<!--", at: index) {
          escape = .comment
          dashes = 2
          index += 3
        } else if escape == .comment, isScriptTag(at: index, prefix: 1) {
          escape = .script
        } else if escape == .script, index + 1 < end, source[index + 1] == UInt8(ascii: "/"),
          isScriptTag(at: index, prefix: 2)
        {
          escape = .comment
        }
      default: dashes = 0
      }
      index += 1
    }
    return end
  }

  private func isScriptTag(at start: Int, prefix: Int) -> Bool {
    let after = start + prefix + 6
    return matchesIgnoringCase("script", at: start + prefix) && after < end && source[after].endsTagName
  }

  func matches(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= end else { return false }
    for position in 0..<text.utf8CodeUnitCount where source[start + position] != text.utf8Start[position] {
      return false
    }
    return true
  }

  /// Whether letters stand at a place; `text` is in lower case.
  func matchesIgnoringCase(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= end else { return false }
    for position in 0..<text.utf8CodeUnitCount
    where source[start + position].asciiLowercased != text.utf8Start[position] { return false }
    return true
  }
}

extension UInt8 {
  /// The lower-case form of an ASCII letter; other bytes as they are.
  @inline(__always)
  var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether this is an ASCII letter.
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether this is an ASCII digit.
  @inline(__always)
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// Whether this is white space of HTML: space, tab, line feed, form feed, carriage return.
  @inline(__always)
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D }

  /// Whether the name of a tag ends before this.
  @inline(__always)
  var endsTagName: Bool { isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }
}
