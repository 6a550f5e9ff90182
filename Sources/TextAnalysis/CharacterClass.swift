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
  /// A character of a script written without spaces between words.
  case ideograph
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
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: self = .ignored
    case 0x2010...0x2027, 0x2030...0x205E: self = .mark
    case 0x300...0x36F: self = .letter
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF, 0x20000...0x323AF:
      self = .ideograph
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
