// Tags, comments and declarations.

extension HTMLTokenizer {
  /// The token that begins at `<`; nil for what makes none, as `</>` does.
  mutating func markup() -> HTMLToken? {
    let start = index
    guard start + 1 < end else {
      index = end
      return text(ByteSlice(source: start..<end))
    }
    let byte = source[start + 1]
    if byte.isASCIILetter { return tag(isEnd: false) }
    switch byte {
    case UInt8(ascii: "/"): return endTagOpen()
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"):
      index = start + 1
      return bogusComment()
    default:
      index = start + 1
      return text(ByteSlice(source: start..<index))
    }
  }

  private mutating func endTagOpen() -> HTMLToken? {
    let start = index
    guard start + 2 < end else {
      index = end
      return text(ByteSlice(source: start..<end))
    }
    if source[start + 2].isASCIILetter { return tag(isEnd: true) }
    index = start + 2
    if source[index] == UInt8(ascii: ">") {
      index += 1
      return nil
    }
    return bogusComment()
  }

  private mutating func declaration() -> HTMLToken? {
    index += 2
    if matches("--", at: index) {
      index += 2
      return comment()
    }
    if matchesIgnoringCase("doctype", at: index) {
      index += 7
      return doctype()
    }
    if allowsCDATA, matches("[CDATA[", at: index) {
      index += 7
      state = .cdata
      return nil
    }
    return bogusComment()
  }

  // MARK: Comments

  private mutating func commentToken(_ range: Range<Int>) -> HTMLToken {
    var token = HTMLToken()
    token.kind = .comment
    token.bytes = withoutNUL(range)
    return token
  }

  private mutating func bogusComment() -> HTMLToken {
    let start = index
    while index < end, source[index] != UInt8(ascii: ">") { index += 1 }
    let stop = index
    if index < end { index += 1 }
    return commentToken(start..<stop)
  }

  private mutating func comment() -> HTMLToken {
    let start = index
    for opening: StaticString in [">", "->"] where matches(opening, at: start) {
      index += opening.utf8CodeUnitCount
      return commentToken(start..<start)
    }
    while index < end {
      if source[index] == UInt8(ascii: "-") {
        for closing: StaticString in ["-->", "--!>"] where matches(closing, at: index) {
          let stop = index
          index += closing.utf8CodeUnitCount
          return commentToken(start..<stop)
        }
      }
      index += 1
    }
    for unfinished: StaticString in ["--!", "--", "-"] {
      let stop = end - unfinished.utf8CodeUnitCount
      if stop >= start, matches(unfinished, at: stop) { return commentToken(start..<stop) }
    }
    return commentToken(start..<end)
  }

  /// A range of the source, with U+FFFD for NUL.
  func containsNUL(_ range: Range<Int>) -> Bool {
    for index in range where source[index] == 0 { return true }
    return false
  }

  mutating func withoutNUL(_ range: Range<Int>) -> ByteSlice {
    guard containsNUL(range) else { return ByteSlice(source: range) }
    let first = decoded.count
    for index in range { appendSafe(source[index]) }
    return ByteSlice(decoded: first..<decoded.count)
  }

  /// A name in lower case, with U+FFFD for NUL.
  mutating func lowercased(_ range: Range<Int>) -> ByteSlice {
    var changes = false
    for index in range where source[index] == 0 || source[index] &- 0x41 < 26 { changes = true }
    guard changes else { return ByteSlice(source: range) }
    let first = decoded.count
    for index in range { appendSafe(source[index].asciiLowercased) }
    return ByteSlice(decoded: first..<decoded.count)
  }

  mutating func skipSpace() {
    while index < end, source[index].isHTMLSpace { index += 1 }
  }
}

// MARK: - Tags

extension HTMLTokenizer {
  /// A tag; nil where the source ends within it.
  private mutating func tag(isEnd: Bool) -> HTMLToken? {
    index += isEnd ? 2 : 1
    var token = HTMLToken()
    token.kind = isEnd ? .endTag : .startTag
    let start = index
    var (low, high): (UInt64, UInt64) = (0, 0)
    while index < end, !source[index].endsTagName {
      if index - start < 16 {
        HTMLNameTable.pack(source[index].asciiLowercased, at: index - start, &low, &high)
      }
      index += 1
    }
    if index - start <= 16 { token.tag = HTMLTag(rawValue: tags.value(low, high)) ?? .other }
    token.bytes = lowercased(start..<index)
    token.firstAttribute = Int32(truncatingIfNeeded: attributes.count)
    guard takeAttributes(of: &token) else {
      attributes.removeSubrange(Int(token.firstAttribute)...)
      index = end
      return nil
    }
    if isEnd {
      attributes.removeSubrange(Int(token.firstAttribute)...)
    } else {
      token.attributeCount = Int32(truncatingIfNeeded: attributes.count) - token.firstAttribute
      lastStartTag = token.bytes
    }
    return token
  }

  /// Reads up to the end of the tag; false where the source ends before.
  private mutating func takeAttributes(of token: inout HTMLToken) -> Bool {
    while true {
      skipSpace()
      guard index < end else { return false }
      if source[index] == UInt8(ascii: ">") {
        index += 1
        return true
      }
      if source[index] == UInt8(ascii: "/") {
        index += 1
        if index < end, source[index] == UInt8(ascii: ">") {
          index += 1
          token.isSelfClosing = true
          return true
        }
        continue
      }
      guard takeAttribute(of: token) else { return false }
    }
  }

  /// A tag with more attributes is an attack; the rest are left out.
  private static var mostAttributes: Int { 512 }

  private mutating func takeAttribute(of token: HTMLToken) -> Bool {
    let start = index
    var (low, high): (UInt64, UInt64) = (0, 0)
    while index < end {
      let byte = source[index]
      if byte.endsTagName || (byte == UInt8(ascii: "=") && index > start) { break }
      if index - start < 16 { HTMLNameTable.pack(byte.asciiLowercased, at: index - start, &low, &high) }
      index += 1
    }
    let known = index - start <= 16 ? attributeNames.value(low, high) : 0
    let name = lowercased(start..<index)
    skipSpace()
    var value = ByteSlice()
    if index < end, source[index] == UInt8(ascii: "=") {
      index += 1
      skipSpace()
      guard let given = attributeValue() else { return false }
      value = given
    }
    guard index < end else { return false }
    let attribute = HTMLAttribute(
      name: HTMLAttributeName(rawValue: known) ?? .other, nameBytes: name, value: value)
    let first = Int(token.firstAttribute)
    if attributes.count - first < Self.mostAttributes, !isRepeated(attribute, since: first) {
      attributes.append(attribute)
    }
    return true
  }

  private func isRepeated(_ attribute: HTMLAttribute, since first: Int) -> Bool {
    for position in first..<attributes.count where attributes[position].name == attribute.name {
      if attribute.name != .other || equal(attributes[position].nameBytes, attribute.nameBytes) {
        return true
      }
    }
    return false
  }

  /// The value that begins here; nil where the source ends within it.
  private mutating func attributeValue() -> ByteSlice? {
    guard index < end else { return nil }
    let quote = source[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return unquotedValue() }
    index += 1
    let start = index
    var isPlain = true
    while index < end, source[index] != quote {
      if source[index] == UInt8(ascii: "&") || source[index] == 0 { isPlain = false }
      index += 1
    }
    guard index < end else { return nil }
    let value = isPlain ? ByteSlice(source: start..<index) : decodedValue(start..<index)
    index += 1
    return value
  }

  private mutating func unquotedValue() -> ByteSlice? {
    let start = index
    while index < end, !source[index].isHTMLSpace, source[index] != UInt8(ascii: ">") { index += 1 }
    guard index < end else { return nil }
    return decodedValue(start..<index)
  }

  private mutating func decodedValue(_ range: Range<Int>) -> ByteSlice {
    let first = decoded.count
    let after = index
    index = range.lowerBound
    while index < range.upperBound {
      if source[index] == UInt8(ascii: "&"), appendReference(inAttribute: true) { continue }
      appendSafe(source[index])
      index += 1
    }
    index = after
    return ByteSlice(decoded: first..<decoded.count)
  }
}
