internal import Articles

/// Tags and character references of HTML that a crawler left in a text.
enum MarkupLeft {
  /// Elements that no text has for its own sake.
  private static let tags = [
    "p", "br", "div", "span", "a", "em", "strong", "b", "i", "li", "ul", "h2", "h3", "blockquote",
  ]

  /// The text without markup; nil for one that has none.
  static func text(without text: String) -> String? {
    guard isFound(in: text) else { return nil }
    return MarkupText.text(ofMarkedText: text)
  }

  /// Whether a text has tags of HTML, or references to characters.
  static func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in hasReference(bytes) || hasTag(bytes) }
  }

  /// `&amp;`, `&#8217;`, `&#x2019;`: a known name or a number, with its semicolon.
  private static func hasReference(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
      index = found + 1
      guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > index else {
        continue
      }
      let name = bytes[index..<end]
      if name.first == UInt8(ascii: "#") {
        if name.count > 1, name.dropFirst().allSatisfy({ $0.isDigit || $0.isLetter }) { return true }
      } else if name.allSatisfy({ $0.isLetter || $0.isDigit }),
        HTMLMarkup.character(named: String(decoding: name, as: UTF8.self)) != nil
      {
        return true
      }
    }
    return false
  }

  /// A known element that ends, or `<br`.
  private static func hasTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = found + 1
      var rest = bytes[index...].prefix(16)
      let isEnd = rest.first == UInt8(ascii: "/")
      if isEnd { rest = rest.dropFirst() }
      let name = String(
        decoding: rest.prefix { $0.isLetter || $0.isDigit }.map { $0.isLetter ? $0 | 0x20 : $0 },
        as: UTF8.self)
      let next = rest.dropFirst(name.utf8.count).first
      guard next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == UInt8(ascii: " ") else {
        continue
      }
      if isEnd ? tags.contains(name) : name == "br" { return true }
    }
    return false
  }
}
