/// What the bytes of a block's text say of it.
struct BlockText {
  var words = 0
  var letters = 0
  var capitals = 0
  var digits = 0
  var punctuation = 0
  var commas = 0
  /// How many characters stand where words are not parted by blanks, as in Chinese.
  var ideographs = 0
  var endsSentence = false
  var endsWithColon = false
  var endsWithDots = false
  var hasCopyright = false
  var hasBar = false
  var hasAt = false
  var hasURL = false
  /// FNV-1a of the bytes in lower case, for finding repeated texts.
  var hash: UInt64 = 14_695_981_039_346_656_037

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var inWord = false
    for (index, byte) in bytes.enumerated() {
      hash = (hash ^ UInt64(byte.asciiLowercased)) &* 1_099_511_628_211
      if byte >= 0x80 {
        takeWide(bytes, index, byte, &inWord)
        continue
      }
      if byte.isASCIILetter {
        letters += 1
        if byte < 0x5B { capitals += 1 }
        if !inWord { words += 1 }
        inWord = true
      } else if byte.isASCIIDigit {
        digits += 1
        if !inWord { words += 1 }
        inWord = true
      } else {
        inWord = inWord && byte == UInt8(ascii: "'")
        takeMark(byte)
      }
    }
    takeEnd(bytes)
    if bytes.count >= 4 { hasURL = Self.contains(bytes, "http") || Self.contains(bytes, "www.") }
  }

  private mutating func takeMark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): punctuation += 1
    case UInt8(ascii: ","):
      punctuation += 1
      commas += 1
    case UInt8(ascii: "|"): hasBar = true
    case UInt8(ascii: "@"): hasAt = true
    default: break
    }
  }

  /// A byte of a character beyond ASCII.
  private mutating func takeWide(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ byte: UInt8, _ inWord: inout Bool
  ) {
    guard byte >= 0xC0 else { return }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    if byte == 0xC2 {
      if next == 0xA9 { hasCopyright = true }
      inWord = false
    } else if byte == 0xE2, next <= 0x83 {
      inWord = inWord && next == 0x80 && third == 0x99
    } else if byte == 0xE3, next == 0x80 {
      // 、 and 。
      if third == 0x81 || third == 0x82 { punctuation += 1 }
      if third == 0x81 { commas += 1 }
      inWord = false
    } else if byte == 0xEF, next == 0xBC {
      if third == 0x8C || third == 0x81 || third == 0x9F { punctuation += 1 }
      if third == 0x8C { commas += 1 }
      inWord = false
    } else if (0xE3...0xE9).contains(byte) {
      ideographs += 1
      letters += 1
      inWord = false
    } else {
      letters += 1
      if !inWord { words += 1 }
      inWord = true
    }
  }

  private mutating func takeEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = bytes.count - 1
    // Quotation marks and brackets may follow the end of a sentence.
    while index > 0,
      bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: ")")
        || bytes[index] == UInt8(ascii: "'")
    {
      index -= 1
    }
    if index >= 3, bytes[index - 2] == 0xE2, bytes[index - 1] == 0x80, (0x98...0x9F).contains(bytes[index]) {
      index -= 3
    }
    if index >= 2, bytes[index - 1] == 0xC2, bytes[index] == 0xBB { index -= 2 }
    guard index >= 0, bytes.count > 0 else { return }
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): endsSentence = true
    case UInt8(ascii: ":"): endsWithColon = true
    case 0x82 where index >= 2 && bytes[index - 2] == 0xE3: endsSentence = true
    case 0xA6 where index >= 2 && bytes[index - 2] == 0xE2: endsWithDots = true
    default: break
    }
    if index >= 2, bytes[index] == UInt8(ascii: "."), bytes[index - 1] == UInt8(ascii: "."),
      bytes[index - 2] == UInt8(ascii: ".")
    {
      endsWithDots = true
    }
  }

  private static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    let first = text.utf8Start[0]
    var index = 0
    while index + text.utf8CodeUnitCount <= bytes.count {
      if bytes[index] == first,
        (1..<text.utf8CodeUnitCount).allSatisfy({ bytes[index + $0] == text.utf8Start[$0] })
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Words, with two ideographs for one.
  var wordCount: Int { words + ideographs / 2 }
}
