/// The words that the classes, ids and roles of an element are made of: `article-body__text` has three.
///
/// What a word says was learned over many sites; a word that only a few sites use has no part in it.
struct ClassWords {
  /// The hash of a word, by which the model knows it (FNV-1a of its lower-case bytes).
  typealias Hash = UInt32

  /// Calls a function with each word of a value.
  ///
  /// Words end at what is no letter, and before a capital that follows a small letter; words of one byte, of more than
  /// 24, and those with digits within are left out.
  @inline(__always)
  static func forEach(in value: UnsafeBufferPointer<UInt8>, _ body: (Hash, Range<Int>) -> Void) {
    var hash: Hash = 2_166_136_261
    var start = 0
    var wasSmall = false
    var index = 0
    while index <= value.count {
      let byte = index < value.count ? value[index] : 0x20
      let isLetter = byte.isASCIILetter || byte >= 0x80
      let isCapital = byte &- 0x41 < 26
      if !isLetter || (isCapital && wasSmall) {
        if index - start >= 2, index - start <= 24 { body(hash, start..<index) }
        hash = 2_166_136_261
        start = isLetter ? index : index + 1
      }
      if isLetter { hash = (hash ^ Hash(byte.asciiLowercased)) &* 16_777_619 }
      wasSmall = isLetter && !isCapital
      index += 1
    }
  }

  /// The hash of a word in lower case.
  static func hash(_ word: String) -> Hash {
    word.utf8.reduce(2_166_136_261) { ($0 ^ Hash($1)) &* 16_777_619 }
  }

  /// The attributes whose words are taken.
  static func isTaken(_ name: HTMLAttributeName) -> Bool {
    name == .class || name == .id || name == .role || name == .itemprop
  }
}
