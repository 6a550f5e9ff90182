internal import Articles
internal import Extraction

/// Reads HTML into elements.
enum HTMLMarkup {
  /// No element is deeper than this; what is goes into the one above.
  private static let deepest = 400

  /// The characters that a name of HTML stands for: `nbsp`, `eacute`.
  static func character(named name: String) -> String? { HTMLVisitor.characters(named: name) }

  /// The root of a page, or what is around a piece of one.
  static func root(of bytes: [UInt8], declaredEncoding: String? = nil) -> MarkupElement {
    var open = [MarkupElement(name: "")]
    var skipped = 0
    HTMLVisitor(bytes, declaredEncoding: declaredEncoding).visit { event in
      switch event {
      case .text(let text): open[open.count - 1].nodes.append(.text(text))
      case .begins where open.count > deepest: skipped += 1
      case .begins(let name, let attributes):
        open.append(
          MarkupElement(name: name, attributes: attributes.map { .init(name: $0.name, value: $0.value) }))
      case .ends where skipped > 0: skipped -= 1
      case .ends:
        let last = open.removeLast()
        open[open.count - 1].nodes.append(.element(last))
      }
    }
    return open[0]
  }

  /// A text with its character references replaced; what is none stays.
  static func decoded(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (character, end) = reference(in: bytes, at: index) {
        result += Array(character.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func reference(in bytes: [UInt8], at start: Int) -> (character: String, end: Int)? {
    let rest = bytes[(start + 1)...].prefix(33)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let code else { return nil }
      // The first page of C1 is Windows-1252, as in HTML; the parser knows it.
      if (0x80...0x9F).contains(code) { return (root(of: Array("&\(name);".utf8)).rawText, end + 1) }
      return Unicode.Scalar(code).map { (code == 0 ? "\u{FFFD}" : String($0), end + 1) }
    }
    return character(named: name).map { ($0, end + 1) }
  }
}
