/// Why a query cannot be read, where, and what to write instead.
public struct QueryError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// There is no word, number or field to search for.
    case empty
    /// A quotation mark has no partner.
    case unbalancedQuote
    /// An opening or closing parenthesis has no partner.
    case unbalancedParenthesis
    /// There is nothing between two parentheses or quotation marks.
    case emptyGroup
    /// An operator, as written, has nothing before or after it.
    case missingOperand(String)
    /// NOT or `-` stands before another NOT or `-`.
    case doubleNegation
    /// There is no field of this name.
    case unknownField(String)
    /// A field is followed by nothing, a space or marks alone.
    case missingValue(QueryField)
    /// A field is followed by a parenthesis.
    case groupAfterField(QueryField)
    /// What a field is followed by is not one of its values.
    case badValue(QueryField, String)
    /// A range of dates ends before it begins.
    case reversedRange
    /// Fewer letters than ``QueryPrefix/minimumLength`` stand before a `*`.
    case prefixTooShort
    /// A `*` stands elsewhere than at the end of a plain word.
    case misplacedWildcard
    /// NEAR is not followed by a number from 1 to 100, or its numbers differ.
    case badDistance
    /// NEAR stands beside something that is no word.
    case badNearOperand
    /// A mark that other search engines read as an operator: `+word`, `"a b"~5`, `word~`, `w?rd`, `W/2`.
    case unsupported(String)
    /// More parentheses within each other than ``QueryParser/maximumDepth``.
    case tooDeep
    /// More words than ``QueryParser/maximumWords``.
    case tooManyWords
  }

  /// What is wrong.
  public let reason: Reason
  /// The query as given.
  public let query: String
  /// The part that is wrong, as UTF-8 byte offsets into the query; empty where something is missing.
  public let range: Range<Int>

  /// Makes an error about a part of a query.
  public init(_ reason: Reason, query: String, range: Range<Int>) {
    self.reason = reason
    self.query = query
    self.range = range
  }

  /// What is wrong and what to write instead, in a sentence or two.
  public var message: String {
    switch reason {
    case .empty: "the query has no words: write a word, a \"phrase\" or a field such as outlet:bbc"
    case .unbalancedQuote: "this quotation mark has no partner: close the phrase, or leave the mark out"
    case .unbalancedParenthesis: "this parenthesis has no partner: add the other, or leave it out"
    case .emptyGroup: "there is no word in here: write one, or leave it out"
    case .missingOperand(let word):
      "\(word) needs words on both sides; write \"\(word)\" in quotes to search for the word itself"
    case .doubleNegation: "two negations in a row: leave both out, or one"
    default: fieldMessage ?? wordMessage
    }
  }

  private var fieldMessage: String? {
    switch reason {
    case .unknownField(let name):
      "there is no field \(name): — the fields are \(QueryField.list); quote it to search for it as text"
    case .missingValue(let field):
      "\(field.rawValue): has no value: write it without a space, as \(Self.example(of: field))"
    case .groupAfterField(let field):
      "a group cannot follow \(field.rawValue): — repeat the field, as (\(field.rawValue):a OR \(field.rawValue):b)"
    case .badValue(let field, let value):
      "\(field.rawValue): cannot be \"\(value)\": write \(Self.example(of: field))"
    case .reversedRange: "this range ends before it begins: write the earlier date first"
    default: nil
    }
  }

  private var wordMessage: String {
    switch reason {
    case .prefixTooShort: "too short: write at least \(QueryPrefix.minimumLength) letters before the *"
    case .misplacedWildcard: "* can only stand at the end of a plain word, as in drone*"
    case .badDistance: "NEAR needs one number from 1 to 100, as in drone NEAR/5 attack"
    case .badNearOperand: "NEAR joins words only, as in drone NEAR/5 attack: use AND for anything else"
    case .unsupported("~"): "a distance cannot follow a phrase: write word NEAR/5 word"
    case .unsupported("W/"): "no such operator: write word NEAR/5 word"
    case .unsupported("word~"): "~ is no operator: write the beginning of the word and *, as in drone*"
    case .unsupported("?"): "? stands for no letter: write the beginning of the word and *, as in drone*"
    case .unsupported("*"): "* means nothing within quotation marks: write the word whole"
    case .unsupported("+"): "+ is no operator: write AND between words that must all occur"
    case .unsupported(let mark): "\(mark) is no operator here"
    case .tooDeep: "too many parentheses within each other (\(QueryParser.maximumDepth) at most)"
    case .tooManyWords: "too many words (\(QueryParser.maximumWords) at most)"
    default: ""
    }
  }

  private static func example(of field: QueryField) -> String {
    switch field {
    case .date: "date:2023, date:2023-02, date:2023-02-21, date:2023-02..2023-03, date:2023.. or date:..2023"
    case .after, .before: "\(field.rawValue):2023, \(field.rawValue):2023-02 or \(field.rawValue):2023-02-21"
    case .language: "lang:en or another two-letter code"
    case .person: "person:Blinken or person:\"Antony Blinken\""
    case .organisation: "org:NATO or org:\"European Union\""
    case .place: "place:Kyiv or place:\"South Korea\""
    case .outlet: "outlet:bbc or outlet:\"The New York Times\""
    case .title: "title:drone or title:\"drone attack\""
    case .id: "id:001"
    }
  }
}

extension QueryError: CustomStringConvertible {
  /// The message with the byte where it applies, then the query, then a line that points at the part.
  public var description: String {
    "\(message) (byte \(range.lowerBound))\n  \(queryLine)\n  \(caretLine)"
  }

  /// The query on one line.
  public var queryLine: String {
    String(String.UnicodeScalarView(query.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// A line of carets below the part that is wrong, for a terminal on which wide characters take two columns.
  public var caretLine: String {
    let bytes = Array(query.utf8)
    let before = Self.columns(of: bytes[..<range.lowerBound])
    let below = Self.columns(of: bytes[range])
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, below))
  }

  private static func columns(of bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) { columns, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: columns
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60,
        0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        columns + 2
      default: columns + 1
      }
    }
  }
}
