internal import Lexicons

/// Makes letters that are one in spite of their codes one lower-case letter.
///
/// Arabic script as Lucene's normalisers of Arabic and Persian do: the seats of hamza are their bare letters, `ة` is `ه`, `ى`
/// and the Persian `ی` are `ي`, `ک` is `ك`, vowel signs and tatweel are left out. Cyrillic `ё` is `е`; Greek letters have no
/// accents and one sigma; Hebrew has no points; digits of all scripts are those of ASCII; full-width letters, ligatures and
/// presentation forms are the letters that they show. Latin diacritics stay, because stemmers know them.
enum PlainLetters {
  /// Gives each plain lower-case letter of a scalar beyond ASCII; none for one that is left out.
  @inline(__always)
  static func forEach(of scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
    if scalar.value < UInt32(table.count) {
      let plain = table[Int(scalar.value)]
      if plain > 0 { body(Unicode.Scalar(plain) ?? scalar) }
    } else {
      for plain in letters(of: scalar) { body(plain) }
    }
  }

  /// The plain letters of the scalars before U+0700, of which each has one at most; 0 for none.
  private static let table: [UInt32] = (0..<0x700).map { value in
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    // `İ` is `i` with a dot above, which is not left on an `i` in any language.
    return letters(of: scalar).first?.value ?? 0
  }

  private static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let forms = forms(of: scalar) { return forms.flatMap(lowered) }
    return lowered(scalar)
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    scalar.properties.lowercaseMapping.unicodeScalars.compactMap(plain)
  }

  /// The plain letter of a lower-case letter; nil for one that is left out.
  private static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter.value {
    case 0..<0x80: return letter
    case 0xB5: return "μ"
    case 0x17F: return "s"
    case 0x451: return "е"
    case 0x370...0x3FF: return greek(letter)
    case 0x600...0x6FF: return arabic(letter)
    default:
      if letter.properties.numericType == .decimal, let value = letter.properties.numericValue {
        return Unicode.Scalar(0x30 + UInt32(value))
      }
      return isMark(letter) ? nil : letter
    }
  }

  private static func greek(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    switch letter {
    case "ά": "α"
    case "έ": "ε"
    case "ή": "η"
    case "ί", "ϊ", "ΐ": "ι"
    case "ό": "ο"
    case "ύ", "ϋ", "ΰ": "υ"
    case "ώ": "ω"
    case "ς": "σ"
    default: letter
    }
  }

  private static func arabic(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter.value {
    case 0x622, 0x623, 0x625, 0x671...0x673: return "\u{627}"
    case 0x624: return "\u{648}"
    case 0x626, 0x649, 0x6CC: return "\u{64A}"
    case 0x629, 0x6C0...0x6C3, 0x6D5: return "\u{647}"
    case 0x6A9: return "\u{643}"
    case 0x640: return nil
    case 0x660...0x669: return Unicode.Scalar(letter.value - 0x660 + 0x30)
    case 0x6F0...0x6F9: return Unicode.Scalar(letter.value - 0x6F0 + 0x30)
    default: return isMark(letter) ? nil : letter
    }
  }

  // MARK: Marks

  /// Whether a scalar is a mark on a letter that makes no other letter, or none but one with a code of its own: the
  /// combining diacritics, and the points and vowel signs of Hebrew and Arabic.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x610...0x61A, 0x64B...0x65F,
      0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x20D0...0x20FF:
      true
    default: false
    }
  }

  /// The letter that a letter and a mark make; nil where there is none, so that the mark is left out.
  ///
  /// Swift compares strings by canonical equivalence, which is what tells it.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x300...0x36F).contains(mark.value) else { return nil }
    let candidates = AccentFolding.letters(like: letter) ?? (letter.value >= 0x400 ? cyrillic : [])
    guard !candidates.isEmpty else { return nil }
    var decomposed = String.UnicodeScalarView()
    decomposed.append(letter)
    decomposed.append(mark)
    return candidates.first { String($0) == String(decomposed) }.flatMap(plain)
  }

  private static let cyrillic = Array("йѐёїўѓќѝ".unicodeScalars)

  // MARK: Forms

  /// The letters that a full-width letter, a ligature or a presentation form shows; nil for every other scalar.
  private static func forms(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar.value {
    case 0x958...0x9DF, 0xA33...0xA5E, 0xB5C...0xB5D, 0x1F00...0x1FFF, 0x2100...0x218F, 0xF900...0xFFEF,
      0x1D400...0x1D7FF, 0x1EE00...0x1EEFF, 0x2F800...0x2FA1F:
      compatibility[scalar.value]
    default: nil
    }
  }

  private static let compatibility: [UInt32: [Unicode.Scalar]] = {
    var table: [UInt32: [Unicode.Scalar]] = [:]
    for form in Lexicon.all(.letterForms).flatMap(\.records) where form.count == 2 {
      guard let scalar = form[0].unicodeScalars.first else { continue }
      table[scalar.value] = Array(form[1].unicodeScalars)
    }
    return table
  }()
}
