/// What the tokenizer does with a character.
enum CharacterClass: UInt8 {
  /// Separates tokens.
  case space
  /// Separates tokens and ends a line.
  case newline
  /// Is not there: soft hyphens, zero-width joiners, byte order marks, control characters.
  case ignored
  /// A letter, or a mark on one.
  case letter
  /// An upper-case letter.
  case capital
  /// A decimal digit.
  case digit
  /// A character of Chinese, Japanese or Korean.
  case ideograph
  /// A letter or mark of Thai, Lao, Burmese or Khmer, which are written without spaces between words.
  case syllabic
  /// Everything else: a token of its own.
  case mark

  /// The class of an ASCII byte.
  @inline(__always)
  static func asciiClass(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): .letter
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x09, 0x0D, 0x20: .space
    case 0x0A, 0x0B, 0x0C: .newline
    case 0..<0x20, 0x7F: .ignored
    default: .mark
    }
  }

  /// The class of a scalar outside ASCII.
  init(nonASCII scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: self = .newline
    case 0x300...0x36F: self = .letter
    case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xEBD, 0xEC0...0xECD, 0xEDC...0xEDF, 0x1000...0x103F,
      0x1050...0x108F, 0x109A...0x109D, 0x1780...0x17D3, 0x17DC, 0x17DD, 0xAA60...0xAA7F:
      self = .syllabic
    case 0x2010...0x2027, 0x2030...0x205E: self = .mark
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x323AF:
      self = .ideograph
    case _ where NormalForm.isInvisible(scalar): self = .ignored
    case _ where NormalForm.isApostrophe(scalar): self = .mark
    default: self = Self.byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: .capital
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
      .letterNumber, .otherNumber, .connectorPunctuation:
      .letter
    case .decimalNumber: .digit
    case .spaceSeparator: .space
    case .lineSeparator, .paragraphSeparator: .newline
    case .control, .format, .unassigned, .surrogate, .privateUse: .ignored
    default: .mark
    }
  }
}
