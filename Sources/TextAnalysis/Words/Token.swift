/// A word, number or punctuation mark of a text.
public struct Token: Sendable, Equatable, BitwiseCopyable {
  /// What a token is made of.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// Letters, with digits, apostrophes and `&` inside: `China's`, `AT&T`, `U.S.`, `G7`.
    case word
    /// Begins with a digit: `1,000`, `3.5`, `2024`, `5G`.
    case number
    /// One Han, Hiragana, Katakana or Hangul character, or one syllable of Thai, Lao, Burmese or Khmer.
    case ideograph
    /// One punctuation mark or symbol.
    case mark
  }

  /// What a token looks like in its text.
  public struct Shape: OptionSet, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a shape from its bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first letter is upper-case.
    @inlinable public static var capitalised: Shape { Shape(rawValue: 1) }
    /// Two letters or more, all upper-case.
    @inlinable public static var allCapitals: Shape { Shape(rawValue: 2) }
    /// White space (or the start of the text) comes before it.
    @inlinable public static var spaceBefore: Shape { Shape(rawValue: 4) }
    /// It is the first token on its line.
    @inlinable public static var lineStart: Shape { Shape(rawValue: 8) }
    /// An abbreviation written with dots, which are part of the token, as in `U.S.`.
    @inlinable public static var dotted: Shape { Shape(rawValue: 16) }
    /// Holds letters outside ASCII.
    @inlinable public static var nonASCII: Shape { Shape(rawValue: 32) }
    /// A syllable of a script written without spaces: a consonant with the vowels and marks on it.
    @inlinable public static var syllable: Shape { Shape(rawValue: 64) }
  }

  /// The first byte, a UTF-8 offset into the text.
  public let start: UInt32
  /// One past the last byte, a UTF-8 offset into the text.
  public let end: UInt32
  /// Where its lower-case form begins in ``AnalysedText/lowercased``.
  public let lowercasedStart: UInt32
  /// The length of its lower-case form in UTF-8 bytes, 0 for a mark.
  public let lowercasedLength: UInt16
  /// What it is made of.
  public let kind: Kind
  /// What it looks like.
  public let shape: Shape
  /// A hash of its normal form.
  ///
  /// The normal form is in lower case, with letters that are one made one, Latin diacritics folded and apostrophes, the
  /// dots of abbreviations and the commas that group digits left out (``NormalForm``). Equal words have equal hashes in every
  /// text, on every machine and in every version of the index format. A mark's hash is that of its character.
  public let hash: UInt64

  /// The bytes of the text that it covers, as UTF-8 offsets.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether it is a word, a number or an ideograph, that is, no punctuation.
  public var isWord: Bool { kind != .mark }
  /// How many half words it counts as where lengths are told in words: 2; 1 for a Chinese, Japanese or Korean character,
  /// of which two are a word as a rule; 0 for a mark.
  @inlinable public var halfWords: Int {
    switch kind {
    case .word, .number: 2
    case .ideograph: shape.contains(.syllable) ? 2 : 1
    case .mark: 0
    }
  }
}
