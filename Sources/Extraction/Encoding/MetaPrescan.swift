/// What the first bytes of a page declare of its encoding, before anything can be parsed (HTML Standard, 13.2.3.2).
struct MetaPrescan {
  /// The bytes that are looked at; browsers look at 1,024, but pages have longer beginnings.
  static let most = 8192

  /// The label of the encoding, in lower case.
  private(set) var charset: String?
  /// The language of the `html` element, in lower case.
  private(set) var language: String?

  /// Looks at the beginning of a page.
  init(_ bytes: [UInt8]) {
    let head = bytes.prefix(Self.most).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
    let document = HTMLDocument(PageDecoder.withoutCarriageReturns(head))
    for index in document.nodes.indices where document.nodes[index].kind == .element {
      switch document.nodes[index].tag {
      case .meta: if charset == nil { charset = Self.charset(of: index, document) }
      case .html: language = document.attribute(.lang, of: index).map { document.string($0).lowercased() }
      default: break
      }
    }
    if charset == nil, document.source.starts(with: Array("<?xml".utf8)) {
      charset = Self.value(after: "encoding", in: document.source.prefix(200))
    }
    if charset?.hasPrefix("utf-16") == true { charset = "utf-8" }
  }

  private static func charset(of node: Int, _ document: HTMLDocument) -> String? {
    if let given = document.attribute(.charset, of: node) { return document.string(given).lowercased() }
    guard let content = document.attribute(.content, of: node),
      document.attribute(.httpEquiv, of: node) != nil
    else {
      return nil
    }
    return value(after: "charset", in: document.bytes(content))
  }

  /// What stands behind a word and `=`, with or without quotes.
  private static func value(after word: String, in bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let pieces = text.split(separator: "=", maxSplits: 32)
    for (piece, next) in zip(pieces, pieces.dropFirst()) where piece.trimmed.hasSuffix(word) {
      let label = next.trimmed.drop { $0 == "\"" || $0 == "'" }.prefix { !" \"';,?".contains($0) }
      if !label.isEmpty { return String(label) }
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: Substring {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
