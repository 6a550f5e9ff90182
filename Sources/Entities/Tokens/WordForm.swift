internal import TextAnalysis

/// The form that words of names are compared in: the normal form of all words, without dots.
enum WordForm {
  /// The hash of a possessive `'s`.
  static let possessive = TokenHash.hash("s".utf8)

  /// The hash of the normal form of a word written as given.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = TokenHash()
    for byte in word {
      guard byte < 0x80 else { return TokenHash.hash(bytes(word)) }
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") { continue }
      hash.combine(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    return hash.value
  }

  /// The normal form of a word written as given.
  static func string(_ word: UnsafeBufferPointer<UInt8>) -> String {
    guard word.allSatisfy({ $0 < 0x80 }) else { return String(decoding: bytes(word), as: UTF8.self) }
    return String(unsafeUninitializedCapacity: word.count) { normal in
      var count = 0
      for byte in word where byte != UInt8(ascii: "'") && byte != UInt8(ascii: ".") {
        normal[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// The normal form of a word with letters beyond ASCII, as UTF-8.
  private static func bytes(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2E, 0x2018: continue
      case 0x2010, 0x2011: scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return NormalForm.folded(String(scalars))
  }

  /// The last three bytes of a word in lower case, packed; ASCII letters only are lowered.
  @inline(__always)
  static func suffix(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var packed: UInt32 = 0
    for index in max(0, word.count - 3)..<word.count {
      let byte = word[index]
      packed = packed << 8 | UInt32(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    return packed
  }

  /// What a mark is.
  @inline(__always)
  static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> NameToken.Form {
    guard let first = bytes.first else { return .otherMark }
    switch first {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
    case UInt8(ascii: ":"), UInt8(ascii: ";"): return .colon
    case UInt8(ascii: "-"), UInt8(ascii: "_"): return .dash
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return .quote
    case UInt8(ascii: "("), UInt8(ascii: "["): return .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closing
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "&"): return .ampersand
    case 0xE2 where bytes.count == 3 && bytes[1] == 0x80: return generalPunctuation(bytes[2])
    case 0xC2 where bytes.count == 2 && (bytes[1] == 0xAB || bytes[1] == 0xBB): return .quote
    default: return .otherMark
    }
  }

  private static func generalPunctuation(_ last: UInt8) -> NameToken.Form {
    switch last {
    case 0x90...0x95: .dash
    case 0x98...0x9F: .quote
    case 0xA6: .stop
    case 0xA2: .dash
    default: .otherMark
    }
  }
}
