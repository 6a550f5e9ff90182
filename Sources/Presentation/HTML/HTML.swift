/// A piece of HTML, in which text from outside cannot be anything but text.
///
/// What stands in the source is markup; what is interpolated is escaped, unless it is HTML itself. So there is one place
/// where text becomes HTML, and no way around it.
///
/// ```swift
/// let heading: HTML = "<h2>\(article.title)</h2>"
/// ```
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  package private(set) var text: String

  /// A piece without anything in it.
  package static let none: HTML = ""

  /// Makes markup of a literal.
  package init(stringLiteral value: String) { text = value }

  /// Makes markup of literals and escaped values.
  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Puts pieces one behind the other.
  package init(_ pieces: [HTML], separator: HTML = .none) {
    text = pieces.map(\.text).joined(separator: separator.text)
  }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { text.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum.text += right.text
    return sum
  }

  package static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// The parts of a literal with values in it.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds text, escaped.
    package mutating func appendInterpolation(_ value: String) { text += HTMLText.escaped(value) }

    /// Adds text, escaped, or nothing.
    package mutating func appendInterpolation(_ value: String?) {
      if let value { text += HTMLText.escaped(value) }
    }

    /// Adds a whole number.
    package mutating func appendInterpolation(_ value: Int) { text += "\(value)" }

    /// Adds a number.
    package mutating func appendInterpolation(_ value: Double) { text += "\(value)" }

    /// Adds HTML.
    package mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// Adds HTML, or nothing.
    package mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }

    /// Adds pieces of HTML.
    package mutating func appendInterpolation(_ values: [HTML]) { for value in values { text += value.text } }
  }
}

extension HTML {
  /// The attributes that say in which language, and from which side, an article's text is read.
  ///
  /// - Parameter language: An ISO 639-1 code; nil where it is not known, which leaves the side to the text.
  package static func attributes(language: String?) -> HTML {
    guard let language, language.utf8.count <= 8, language.utf8.allSatisfy(isLetterOrHyphen) else {
      return " lang=\"\" dir=\"auto\""
    }
    return " lang=\"\(language)\" dir=\"\(rightToLeft.contains(language) ? "rtl" : "ltr")\""
  }

  /// Languages that are written from right to left, by their ISO 639-1 codes.
  private static let rightToLeft: Set<String> = ["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]

  private static func isLetterOrHyphen(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// A link to an address of the web, in a new context that learns nothing of this page; the words alone where the
  /// address is none of the web.
  package static func outwardLink(_ address: String, _ words: HTML) -> HTML {
    guard HTMLText.isLink(address) else { return words }
    return "<a href=\"\(address)\" rel=\"noopener noreferrer\">\(words)</a>"
  }
}
