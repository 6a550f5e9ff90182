// Declarations of the document's type.

extension HTMLTokenizer {
  /// The declaration whose word has just been read.
  mutating func doctype() -> HTMLToken {
    var token = HTMLToken()
    token.kind = .doctype
    token.forcesQuirks = true
    skipSpace()
    guard index < end, source[index] != UInt8(ascii: ">") else { return closed(token) }
    let start = index
    while index < end, !source[index].isHTMLSpace, source[index] != UInt8(ascii: ">") { index += 1 }
    token.bytes = lowercased(start..<index)
    skipSpace()
    guard index < end else { return token }
    if source[index] == UInt8(ascii: ">") {
      token.forcesQuirks = false
      return closed(token)
    }
    if matchesIgnoringCase("public", at: index) {
      index += 6
      return withPublicID(token)
    }
    if matchesIgnoringCase("system", at: index) {
      index += 6
      return withSystemID(token, isRequired: true)
    }
    return bogus(token)
  }

  private mutating func withPublicID(_ given: HTMLToken) -> HTMLToken {
    var token = given
    skipSpace()
    guard let (identifier, isWhole) = quoted() else { return unquoted(token) }
    token.publicID = identifier
    guard isWhole else { return closed(token) }
    return withSystemID(token, isRequired: false)
  }

  private mutating func withSystemID(_ given: HTMLToken, isRequired: Bool) -> HTMLToken {
    var token = given
    skipSpace()
    guard let (identifier, isWhole) = quoted() else {
      guard !isRequired, index < end, source[index] == UInt8(ascii: ">") else { return unquoted(token) }
      token.forcesQuirks = false
      return closed(token)
    }
    token.systemID = identifier
    guard isWhole else { return closed(token) }
    skipSpace()
    guard index < end else { return token }
    token.forcesQuirks = false
    return source[index] == UInt8(ascii: ">") ? closed(token) : bogus(token)
  }

  /// What is no identifier where one should be.
  private mutating func unquoted(_ token: HTMLToken) -> HTMLToken {
    index < end && source[index] == UInt8(ascii: ">") ? closed(token) : bogus(token)
  }

  /// A quoted identifier, and whether its closing quote is there; nil where none begins here.
  private mutating func quoted() -> (ByteSlice, isWhole: Bool)? {
    guard index < end, source[index] == UInt8(ascii: "\"") || source[index] == UInt8(ascii: "'") else {
      return nil
    }
    let quote = source[index]
    index += 1
    let start = index
    while index < end, source[index] != quote, source[index] != UInt8(ascii: ">") { index += 1 }
    let identifier = withoutNUL(start..<index)
    guard index < end, source[index] == quote else { return (identifier, false) }
    index += 1
    return (identifier, true)
  }

  private mutating func bogus(_ token: HTMLToken) -> HTMLToken {
    while index < end, source[index] != UInt8(ascii: ">") { index += 1 }
    return closed(token)
  }

  private mutating func closed(_ token: HTMLToken) -> HTMLToken {
    if index < end { index += 1 }
    return token
  }
}
