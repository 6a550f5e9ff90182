internal import TextAnalysis

/// One key for a name in Latin or Cyrillic letters: its consonants by sound, after its first letter.
///
/// Блинкен, Blinken and Blinkenas agree in it, as do Зеленский, Zelensky and Selenskyj. It is a key for comparing sentences
/// that have more in common; by itself it says of two names only that they may sound alike. In the way of Soundex
/// (Russell, US patent 1,261,167), with spellings of one sound in several languages made one.
enum NameKey {
  /// The consonants that are kept, after which names are told apart by nothing more.
  private static let length = 5

  private static let cyrillic: [Unicode.Scalar: String] = {
    let letters = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя"
    let sounds = "a b v g g d e e e zh z i i i i k l m n o p r s t u f kh ts ch sh sch _ i _ e u a"
    let spelt = sounds.split(separator: " ").map { $0 == "_" ? "" : String($0) }
    return Dictionary(uniqueKeysWithValues: zip(letters.unicodeScalars, spelt))
  }()

  /// Spellings of one sound, the longer ones first.
  private static let sounds: [(spelling: [UInt8], sound: [UInt8])] = [
    ("tsch", "s"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("cz", "s"), ("sz", "s"),
    ("zh", "s"),
    ("ts", "s"), ("tz", "s"), ("kh", ""), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"),
    ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"), ("j", "i"), ("y", "i"), ("h", ""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The key of a word; nil where fewer than two of its sounds are left, which would tell nothing.
  ///
  /// - Parameter word: In lower case, as UTF-8.
  static func key(of word: some Collection<UInt8>) -> UInt32? {
    let latin = AccentFolding.folded(latin(String(decoding: word, as: UTF8.self)))
    var key: [UInt8] = []
    var place = latin.startIndex
    while place < latin.endIndex {
      let rest = latin[place...]
      let sound = sounds.first { rest.starts(with: $0.spelling) }
      for letter in sound?.sound ?? [latin[place]] where isKept(letter, after: key) { key.append(letter) }
      place += sound?.spelling.count ?? 1
    }
    guard key.count >= 2 else { return nil }
    return UInt32(truncatingIfNeeded: TokenHash.hash(key.prefix(length)))
  }

  /// Vowels count at the beginning only, a doubled consonant once.
  private static func isKept(_ letter: UInt8, after key: [UInt8]) -> Bool {
    guard let last = key.last else { return true }
    return !"aeiou".utf8.contains(letter) && letter != last
  }

  private static func latin(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in word.unicodeScalars {
      bytes.append(contentsOf: cyrillic[scalar].map { Array($0.utf8) } ?? Array(String(scalar).utf8))
    }
    return bytes
  }
}
