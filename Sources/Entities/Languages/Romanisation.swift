/// Writes Cyrillic words in Latin letters as the English-language press does, so that a name has one key in all scripts.
///
/// Russian and Ukrainian by the tables of BGN/PCGN (1947, 2019) without their apostrophes, with a habit of the press: `y`
/// for `ий` and `ый` at the end of a word. `ё` is `е` here as everywhere.
enum Romanisation {
  /// Whether a word holds a Cyrillic letter.
  static func isCyrillic(_ word: some StringProtocol) -> Bool {
    word.utf8.contains { $0 == 0xD0 || $0 == 0xD1 || $0 == 0xD2 }
      && word.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
  }

  /// The words of a name in their normal form in Latin letters; letters of no table stay as they are.
  ///
  /// A name is Ukrainian where one of its words has a letter that Russian does not have, or ends in `-ський`.
  static func latin(_ words: [String]) -> [String] {
    let isUkrainian = words.contains { word in
      word.unicodeScalars.contains { "іїєґ".unicodeScalars.contains($0) }
        || ["ський", "цький", "ська", "цька"].contains {
          word.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }
    return words.map { latin($0, isUkrainian: isUkrainian) }
  }

  private static func latin(_ word: String, isUkrainian: Bool) -> String {
    guard isCyrillic(word) else { return word }
    var letters = Array(word.unicodeScalars)
    var ending = ""
    if letters.count > 3, letters.last == "й", let before = letters.dropLast().last,
      before == "и" || before == "ы" || before == "і"
    {
      letters.removeLast(2)
      ending = "y"
    }
    var latin = ""
    var before: Unicode.Scalar?
    for letter in letters {
      if letter == "е" && !isUkrainian {
        latin += before.map(Self.softening.contains) ?? true ? "ye" : "e"
      } else if isUkrainian, let own = ukrainian[letter] {
        latin += own
      } else {
        latin += table[letter] ?? String(letter)
      }
      before = letter
    }
    return latin + ending
  }

  /// After these letters, and at the beginning, `е` is `ye`.
  private static let softening = Set("аеиоуыэюяйъь-".unicodeScalars)

  private static let table: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
  ]

  /// Where Ukrainian differs.
  private static let ukrainian: [Unicode.Scalar: String] = ["г": "h", "и": "y", "е": "e"]
}
