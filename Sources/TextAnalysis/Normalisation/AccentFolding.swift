/// Folds Latin letters with diacritics to the plain letters that readers type for them.
///
/// Only Latin letters are folded: in other scripts a mark can make another letter (Cyrillic й, say), and
/// readers of those scripts type it. The table is the base letters of Unicode's compatibility decomposition,
/// with the letters that have none (ø, ł, ß and the like) added by hand.
public enum AccentFolding {
  /// Folds a lower-case word given as UTF-8; bytes that are no folded letter stay as they are.
  ///
  /// - Parameter word: A word in lower case, as UTF-8.
  /// - Returns: The word with its Latin letters folded, as UTF-8: `élan` becomes `elan`, `ß` becomes `ss`.
  @inlinable
  public static func folded(_ word: some Collection<UInt8>) -> [UInt8] {
    guard word.contains(where: { $0 >= 0x80 }) else { return Array(word) }
    return folded(String(decoding: word, as: UTF8.self))
  }

  @usableFromInline
  static func folded(_ word: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.utf8.count)
    for scalar in word.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// Appends the folded form of one lower-case scalar as UTF-8; a combining mark appends nothing.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if isCombiningMark(scalar) { return }
    if let base = base(of: scalar) {
      bytes.append(contentsOf: base)
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The plain letters for a lower-case Latin letter with a diacritic; nil for every other scalar.
  static func base(of scalar: Unicode.Scalar) -> [UInt8]? {
    scalar.value < 0x80 ? nil : table[scalar.value]
  }

  /// The letters with diacritics that a plain letter, or one with another diacritic, is the base of; nil for a letter of
  /// another script.
  static func letters(like letter: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard let base = letter.value < 0x80 ? [UInt8(letter.value)] : base(of: letter) else { return nil }
    let name = String(decoding: base, as: UTF8.self)
    return lettersByBase.first { $0.base == name }.map { Array($0.letters.unicodeScalars) }
  }

  /// Whether a scalar is one of the combining diacritical marks of the Latin script.
  static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for (base, letters) in lettersByBase {
      for letter in letters.unicodeScalars { table[letter.value] = Array(base.utf8) }
    }
    return table
  }()

  private static let lettersByBase: [(base: String, letters: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ðďđḋḍḏḑḓ"),
    ("dz", "ǆǳ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ƒḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰȷ"),
    ("k", "ķĸǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("lj", "ǉ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉǹṅṇṉṋ"),
    ("ng", "ŋ"),
    ("nj", "ǌ"),
    ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
  ]
}
