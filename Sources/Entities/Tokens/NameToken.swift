/// A token as the recogniser reads it: `'s` apart, `Mr.`, `U.S.` and hyphenated words whole.
package struct NameToken: Sendable {
  /// What a token looks like.
  package enum Form: UInt8, Sendable {
    case lower, capitalised, allCapitals, mixed
    /// One capital, with or without a dot: `J.`
    case initial
    /// Capitals with dots: `U.S.`
    case dotted
    case number, ideograph
    case comma, stop, colon, dash, quote, opening, closing, slash, ampersand, possessive, otherMark
  }

  /// How a token stands in its line.
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first word of its sentence.
    package static let sentenceStart = Flags(rawValue: 1)
    /// After a mark that may begin a sentence within one.
    package static let afterBreak = Flags(rawValue: 2)
    /// In a line whose words are all in capitals.
    package static let capitalsLine = Flags(rawValue: 4)
    /// In a headline whose words are capitalised.
    package static let titleLine = Flags(rawValue: 8)
    /// In the title of the article rather than in its text.
    package static let inTitle = Flags(rawValue: 16)
  }

  /// The first byte and one past the last, UTF-8 offsets into the text (or the title).
  package var start: UInt32
  package var end: UInt32
  /// The hash of the normal form: lower case, folded, no apostrophes, no dots.
  package var hash: UInt64
  /// The last three bytes in lower case, packed.
  package var suffix: UInt32
  package var form: Form
  package var flags: Flags = []

  /// Whether a name can begin with it: it holds a capital.
  @inline(__always)
  package var hasCapital: Bool { form.rawValue &- 1 < 5 }

  /// Whether it is a word or a number rather than a mark.
  @inline(__always)
  package var isWord: Bool { form.rawValue < Form.comma.rawValue }

  var range: Range<Int> { Int(start)..<Int(end) }
}
