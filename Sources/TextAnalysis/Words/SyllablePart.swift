/// What a character is in a syllable of Thai, Lao, Burmese or Khmer, which write no spaces between words.
///
/// A rough cut of Theeramunkong and others, "Character cluster based Thai information retrieval", IRAL 2000: what can never be
/// parted stays whole, and final consonants that could begin a syllable stand alone.
enum SyllablePart {
  /// A vowel that is written before the consonant after which it is said: Thai and Lao `เ แ โ ใ ไ`.
  case beforeConsonant
  /// A sign that joins the next consonant below: Khmer coeng, Burmese virama.
  case joiner
  /// A vowel, tone or other sign that stands on or behind a consonant.
  case onConsonant
  /// A letter that begins a syllable.
  case consonant

  /// The sign by which a Burmese consonant loses its vowel.
  static let asat: UInt32 = 0x103A

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xE40...0xE44, 0xEC0...0xEC4: self = .beforeConsonant
    case 0x1039, 0x17D2: self = .joiner
    case 0xE30, 0xE32, 0xE33, 0xE45, 0xE46, 0xEB0, 0xEB2, 0xEB3, 0xEC6: self = .onConsonant
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark: self = .onConsonant
      default: self = .consonant
      }
    }
  }
}
