internal import CLanguageDetector

/// Tells the language of a text by CLD2, the library of Debian's libcld2.
///
/// It says nothing rather than something wrong: the text must have enough letters, most of them in the one language,
/// and the library must be sure.
public struct LanguageDetector: Sendable {
  /// The most UTF-8 bytes of a text that are looked at.
  public var mostBytes = 2_000
  /// The UTF-8 bytes that are enough where they are all of one language.
  public var enoughBytes = 600
  /// The UTF-8 bytes at either end of those that are enough where they are all of one language, as nearly always.
  public var sampleBytes = 150
  /// The fewest UTF-8 bytes of letters that are enough to tell.
  public var fewestLetters = 50
  /// How many of a hundred letters must be of the language.
  public var leastPercent = 80

  /// The defaults.
  public init() {}

  /// The ISO 639-1 code of the language that a text is written in; nil where that cannot be told.
  public func language(of text: String) -> String? {
    var text = text
    let guess = text.withUTF8 { utf8 in
      if utf8.count > enoughBytes {
        if let sure = guessOfSample(utf8) { return Optional(sure) }
        if let sure = sureGuess(utf8, atMost: enoughBytes, leastPercent: Self.onlyOne) { return sure }
      }
      return sureGuess(utf8, atMost: mostBytes, leastPercent: leastPercent)
    }
    guard let guess else { return nil }
    let code = withUnsafeBytes(of: guess.code) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return Self.code(of: code)
  }

  /// Of how many of a hundred letters CLD2 says that a text of one language has them: the rest are names.
  private static let onlyOne = 97
  /// How many of a hundred bytes of running text CLD2 counts as letters, or more.
  private static let lettersOfText = 85

  /// What CLD2 says of the two ends of the bytes that are enough, at half the cost of all of them; nil where it is not
  /// sure that they are of one language, or they are no running text, as tables are.
  private func guessOfSample(_ utf8: UnsafeBufferPointer<UInt8>) -> cld_guess? {
    guard 2 * sampleBytes < enoughBytes else { return nil }
    let first = 0..<Self.wholeScalars(of: utf8, atMost: sampleBytes)
    let secondStart = Self.wholeScalars(of: utf8, atMost: enoughBytes - sampleBytes)
    let second = secondStart..<Self.wholeScalars(of: utf8, atMost: enoughBytes)
    let guess = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: first.count + 1 + second.count) {
      sample in
      let end = sample[...].initialize(fromContentsOf: utf8[first])
      sample.initializeElement(at: end, to: UInt8(ascii: " "))
      _ = sample[(end + 1)...].initialize(fromContentsOf: utf8[second])
      return sureGuess(UnsafeBufferPointer(sample), atMost: sample.count, leastPercent: Self.onlyOne)
    }
    guard let guess, Int(guess.letters) * 100 >= 2 * sampleBytes * Self.lettersOfText else { return nil }
    return guess
  }

  /// What CLD2 says of the beginning of a text; nil where it is not sure, or the share of the language is too small.
  private func sureGuess(
    _ utf8: UnsafeBufferPointer<UInt8>, atMost limit: Int, leastPercent: Int
  ) -> cld_guess? {
    var guess = cld_guess()
    let count = Self.wholeScalars(of: utf8, atMost: limit)
    guard cld_guess_language(utf8.baseAddress, count, &guess), guess.is_reliable,
      guess.percent >= leastPercent, guess.letters >= fewestLetters
    else { return nil }
    return guess
  }

  /// The language of an article: what its record declares, unless it cannot be written in the letters of the
  /// text, else what the text is detected to be.
  ///
  /// - Parameters:
  ///   - declared: The ISO 639-1 code that the record declares, if it does.
  ///   - detected: The code that ``language(of:)`` gave for the text, if it did.
  public static func language(declared: String?, detected: String?) -> String? {
    guard let declared, let detected else { return declared ?? detected }
    guard let written = script(of: declared), let found = script(of: detected) else { return declared }
    return written == found ? declared : detected
  }

  /// The number of bytes up to a limit that cut no character in two.
  private static func wholeScalars(of utf8: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int {
    guard utf8.count > limit else { return utf8.count }
    var end = limit
    while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// The ISO 639-1 code for one of CLD2's; nil for what has none, such as its codes of scripts.
  private static func code(of code: String) -> String? {
    switch code {
    case "un", "xxx": return nil
    case "iw": return "he"
    case "jw": return "jv"
    default:
      let primary = String(code.prefix { $0 != "-" })
      return primary.utf8.count == 2 ? primary : nil
    }
  }

  // MARK: Scripts

  private enum Script {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, thai, georgian, armenian, eastAsian
  }

  /// The only script that a language is written in; nil for one that has several, or is not listed.
  private static func script(of language: String) -> Script? { scripts[language] }

  private static let scripts: [String: Script] = {
    let lists: [(Script, String)] = [
      (
        .latin,
        """
        af ca cs cy da de en es et eu fi fr ga gl hr hu id is it lt lv ms nb nl nn no pl pt ro sk sl sq sv sw tl tr vi
        """
      ), (.cyrillic, "be bg kk ky mk mn ru tg uk"), (.greek, "el"), (.arabic, "ar fa ps ur"), (.hebrew, "he"),
      (.devanagari, "hi mr ne"), (.thai, "th"), (.georgian, "ka"), (.armenian, "hy"),
      (.eastAsian, "ja ko zh"),
    ]
    var scripts: [String: Script] = [:]
    for (script, codes) in lists {
      for code in codes.split(separator: " ") { scripts[String(code)] = script }
    }
    return scripts
  }()
}
